package io.watchfloor.graph.candidate;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.EquipmentStatus;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.Position;
import io.watchfloor.contract.RoadClosure;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.contract.dispatch.Need;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.dispatch.Team;
import io.watchfloor.contract.dispatch.Uncovered;
import io.watchfloor.graph.candidate.CandidateSearch.Answer;
import io.watchfloor.graph.candidate.CandidateSearch.Arrival;
import io.watchfloor.graph.candidate.CandidateSearch.Question;
import io.watchfloor.graph.coverage.CoverageAnswers;
import io.watchfloor.graph.district.CellIndex;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.equipment.Bringing;
import io.watchfloor.graph.road.Reached;
import io.watchfloor.graph.road.RoadExpansion;
import io.watchfloor.graph.road.RoadNetwork;
import io.watchfloor.graph.road.RoadTimes;
import io.watchfloor.graph.road.Way;
import io.watchfloor.graph.road.WaySearch;
import io.watchfloor.graph.roster.Eligibility;
import io.watchfloor.graph.roster.LiveDistrict;
import io.watchfloor.graph.roster.Member;
import io.watchfloor.graph.roster.Moment;
import io.watchfloor.graph.roster.NeedLine;
import io.watchfloor.graph.roster.Placement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Function;

/** Answers from a district in memory; a question never waits for what is being told. */
final class InMemoryProjection implements DispatchProjection {
    /** Searches that may run at once without making new arrays. */
    private static final int SPARE_SPACES = 8;

    private static final int MOST_HYPOTHESES = 20;

    private final LiveDistrict live;
    private final OpenNeeds openNeeds;
    private final CellIndex cells;
    private final CoverageAnswers cover;
    /** The one given back last is taken first: it may have walked from the same site just before. */
    private final LinkedBlockingDeque<SearchSpace> spaces = new LinkedBlockingDeque<>(SPARE_SPACES);

    InMemoryProjection(District district) {
        live = new LiveDistrict(district);
        openNeeds = new OpenNeeds(live);
        cells = new CellIndex(district.cells());
        cover = new CoverageAnswers(live, district.cells());
    }

    @Override
    public void apply(PersonStatus status) {
        live.apply(status);
    }

    @Override
    public void apply(Position position) {
        live.apply(position);
    }

    @Override
    public void apply(Assignment assignment) {
        live.apply(assignment);
    }

    @Override
    public void apply(RoadClosure closure) {
        live.closures().apply(closure);
    }

    @Override
    public void apply(EquipmentStatus status) {
        live.apply(status);
    }

    @Override
    public List<String> age(Instant now) {
        return live.age(now);
    }

    @Override
    public boolean forgetPosition(String personId) {
        return live.forgetPosition(personId);
    }

    @Override
    public List<UnitState> listEquipment() {
        return live.equipment().ids().stream().sorted().map(this::unitState).toList();
    }

    private UnitState unitState(String id) {
        District.Equipment unit = live.equipment().unit(id);
        EquipmentStatus status = live.equipment().status(id);
        Member holder = status == null || status.personId() == null ? null : live.member(status.personId());
        String placeId = holder == null ? live.equipment().placeOf(unit) : null;
        District.Place place = placeId == null ? null : live.place(placeId);
        Placement with = holder == null ? null : live.crowd().placement(holder);
        return new UnitState(
                unit,
                status,
                placeId,
                with != null ? with.lat() : place == null ? 0 : place.lat(),
                with != null ? with.lon() : place == null ? 0 : place.lon());
    }

    @Override
    public Bringing bringing(String incidentType, List<String> sentPersonIds, String personId, Instant now) {
        Member member = live.member(personId);
        if (member == null) {
            return Bringing.NOTHING;
        }
        Moment moment = live.moment(now);
        List<NeedLine> lines = TeamSearch.lines(openNeeds.of(incidentType, sentPersonIds, moment));
        return CrewEquipment.bringing(live.equipment(), live.skills(), lines, member, moment.epochDay());
    }

    @Override
    public List<Reason> objections(String incidentType, String personId, Instant now) {
        Member member = live.member(personId);
        return member == null ? List.of() : Objections.against(live, "", incidentType, member, 0, live.moment(now));
    }

    @Override
    public List<Reason> objections(Site site, String personId, Instant now) {
        Member member = live.member(personId);
        if (member == null) {
            return List.of();
        }
        Moment moment = live.moment(now);
        Arrival arrival = arrival(site, live.crowd().placement(member), moment);
        int wayMillis = arrival == null ? 0 : arrival.millis();
        return Objections.against(live, site.incidentId(), site.incidentType(), member, wayMillis, moment);
    }

    @Override
    public List<RoadClosure> listClosures(Instant now) {
        return live.closures().list().stream()
                .filter(closure -> closure.isInForce(now))
                .sorted(Comparator.comparing(RoadClosure::since).thenComparing(RoadClosure::roadId))
                .toList();
    }

    @Override
    public Optional<Way> way(RoadTimes.Point from, RoadTimes.Point to, Instant now) {
        WaySearch search = new WaySearch(live.roads(), live.moment(now).roads());
        return borrow(space -> search.find(space.roads(), from, to));
    }

    @Override
    public boolean hasRoad(String roadId) {
        return live.roads().hasRoad(roadId);
    }

    @Override
    public Optional<PersonState> find(String personId) {
        return Optional.ofNullable(live.member(personId)).map(this::state);
    }

    @Override
    public List<PersonState> listAll() {
        return live.crowd().members().stream().map(this::state).toList();
    }

    @Override
    public boolean isOnDuty(String personId, Instant now) {
        Member member = live.member(personId);
        LocalDateTime local = live.local(now);
        return member != null
                && member.dutyHours()
                        .isOn(local.getDayOfWeek(), local.toLocalTime().toSecondOfDay());
    }

    @Override
    public String cellIdAt(double lat, double lon) {
        return cells.cellIdAt(lat, lon);
    }

    @Override
    public List<Need> needs(String incidentType, List<String> sentPersonIds, Instant now) {
        return openNeeds.fewestOpen(incidentType, sentPersonIds, live.moment(now));
    }

    @Override
    public Candidates candidates(Site site, Instant now, int limit, String personId) {
        return new Recommendation(this, site, live.moment(now), limit).answer(personId);
    }

    @Override
    public Candidates unlocated(Site nowhere, Instant now, int limit) {
        return new Unlocated(this, live.moment(now)).answer(nowhere, limit);
    }

    @Override
    public Coverers coverers(Site site, Instant now, int perNeed, Set<String> releasablePersonIds) {
        return new CovererList(this, site, live.moment(now), perNeed).answer(releasablePersonIds);
    }

    @Override
    public Coverers able(String incidentType, Instant now) {
        Site anywhere = new Site("", incidentType, 0, 0, List.of());
        return new CovererList(this, anywhere, live.moment(now), 0).anywhere();
    }

    @Override
    public boolean isOutside(double lat, double lon) {
        return !live.roads().isEmpty() && live.roads().to(lat, lon) == null;
    }

    @Override
    public List<CellReach> coverage(String skillId, int level, Instant now, Set<String> withoutPersonIds) {
        return cover.coverage(skillId, level, now, withoutPersonIds);
    }

    @Override
    public List<WeakPoint> weakPoints(Instant now, Duration ahead) {
        return cover.weakPoints(now, ahead);
    }

    @Override
    public List<ExpiringCertificate> expiringCertificates(Instant now, int days) {
        return cover.expiringCertificates(now, days);
    }

    @Override
    public Outlook outlook(List<Hypothesis> hypotheses, Set<String> spokenForPersonIds, Instant now, Duration limit) {
        Moment moment = live.moment(now);
        Set<String> gone = new LinkedHashSet<>(spokenForPersonIds);
        Set<String> used = new LinkedHashSet<>();
        List<Team> teams = new ArrayList<>();
        for (Hypothesis hypothesis : hypotheses.subList(0, Math.min(MOST_HYPOTHESES, hypotheses.size()))) {
            Site site = new Site("", hypothesis.type(), hypothesis.lat(), hypothesis.lon(), List.of());
            Team team = new Recommendation(this, site, moment, 0).teamWithout(gone);
            team.members().forEach(member -> {
                gone.add(member.personId());
                used.addAll(member.covers());
            });
            teams.add(team);
        }
        return new Outlook(List.copyOf(teams), leaves(gone, List.copyOf(used), now, limit));
    }

    @Override
    public List<Uncovered> leaves(Set<String> personIds, List<String> skillIds, Instant now, Duration limit) {
        return cover.leaves(personIds, skillIds, now, limit);
    }

    @Override
    public List<Reached> isochrone(double lat, double lon, boolean towards, Duration within, Instant now) {
        return cover.isochrone(lat, lon, towards, within, now);
    }

    @Override
    public List<Reached> isochrone(String skillId, int level, Duration within, Instant now) {
        return cover.isochrone(skillId, level, within, now);
    }

    @Override
    public boolean hasSkill(String skillId) {
        return cover.hasSkill(skillId);
    }

    @Override
    public Optional<List<String>> cellNames(String cellId) {
        return cover.cellNames(cellId);
    }

    LiveDistrict live() {
        return live;
    }

    OpenNeeds openNeeds() {
        return openNeeds;
    }

    /** Who can go, soonest first, until each of so many needs has enough. */
    List<Arrival> collect(Site site, Eligibility eligibility, int needCount, int perNeed, Moment moment) {
        return borrow(space -> new CoverSearch(space, live.crowd(), eligibility, moment.roads(), needCount, perNeed)
                .run(live.roads().to(site.lat(), site.lon())));
    }

    Answer search(Question question, Site site, int mostPassedOver) {
        return borrow(space -> new CandidateSearch(space, live.crowd(), question, mostPassedOver)
                .run(live.roads().to(site.lat(), site.lon())));
    }

    /** From where somebody stands; null when no way leads to the site. */
    Arrival arrival(Site site, Placement from, Moment moment) {
        RoadNetwork.Access access = live.roads().to(site.lat(), site.lon());
        return access == null || from.node() == Placement.NO_NODE
                ? null
                : borrow(space -> {
                    RoadExpansion roads = space.roads();
                    roads.start(access, moment.roads());
                    while (!roads.isExhausted()) {
                        if (roads.settleNext() == from.node()) {
                            return new Arrival(
                                    from,
                                    roads.millisFrom(from.node()) + from.accessMillis(),
                                    roads.metersFrom(from.node()) + from.accessMeters());
                        }
                    }
                    return null;
                });
    }

    private <T> T borrow(Function<SearchSpace, T> search) {
        SearchSpace space = spaces.pollFirst();
        if (space == null) {
            space = new SearchSpace(live.roads(), live.crowd().size());
        }
        try {
            return search.apply(space);
        } finally {
            // A full pool lets this one go.
            boolean ignored = spaces.offerFirst(space);
        }
    }

    private PersonState state(Member member) {
        Placement placement = live.crowd().placement(member);
        return new PersonState(
                member.person(), live.crowd().status(member), placement.position(), placement.lat(), placement.lon());
    }
}
