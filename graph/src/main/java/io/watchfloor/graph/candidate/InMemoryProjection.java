package io.watchfloor.graph.candidate;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.EquipmentStatus;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.Position;
import io.watchfloor.contract.RoadClosure;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.contract.dispatch.Need;
import io.watchfloor.contract.dispatch.Team;
import io.watchfloor.contract.dispatch.Uncovered;
import io.watchfloor.graph.candidate.CandidateSearch.Answer;
import io.watchfloor.graph.candidate.CandidateSearch.Arrival;
import io.watchfloor.graph.candidate.CandidateSearch.Question;
import io.watchfloor.graph.coverage.CellPoints;
import io.watchfloor.graph.coverage.CertificateWatch;
import io.watchfloor.graph.coverage.CoverageScan;
import io.watchfloor.graph.coverage.ShiftGaps;
import io.watchfloor.graph.district.CellIndex;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.equipment.Bringing;
import io.watchfloor.graph.road.Closures;
import io.watchfloor.graph.road.LocalPlane;
import io.watchfloor.graph.road.RoadExpansion;
import io.watchfloor.graph.road.RoadNetwork;
import io.watchfloor.graph.roster.Crowd;
import io.watchfloor.graph.roster.Eligibility;
import io.watchfloor.graph.roster.EquipmentPool;
import io.watchfloor.graph.roster.Member;
import io.watchfloor.graph.roster.Moment;
import io.watchfloor.graph.roster.NeedBook;
import io.watchfloor.graph.roster.NeedLine;
import io.watchfloor.graph.roster.Placement;
import io.watchfloor.graph.roster.SkillTree;
import io.watchfloor.graph.roster.Staleness;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The district in memory: what never changes is built once, who is where and in what state is in the {@link Crowd}. */
final class InMemoryProjection implements DispatchProjection {
    /** Searches that may run at once without making new arrays. */
    private static final int SPARE_SPACES = 8;

    private static final int MOST_LEAVES = 6;
    private static final int MOST_HYPOTHESES = 20;

    private final ZoneId zone;
    private final SkillTree skills;
    private final EquipmentPool equipment;
    private final NeedBook needs;
    private final District.DutyRules rules;
    private final Closures closures;
    private final CellPoints cellPoints;
    private final CellIndex cells;
    private final RoadNetwork roads;
    private final Map<String, Member> membersById = new HashMap<>();
    private final Map<String, District.Place> places = new HashMap<>();
    private final Crowd crowd;
    private final List<Placement> stations = new ArrayList<>();
    /** The one given back last is taken first: it may have walked from the same site just before. */
    private final LinkedBlockingDeque<SearchSpace> spaces = new LinkedBlockingDeque<>(SPARE_SPACES);

    InMemoryProjection(District district) {
        zone = district.zone();
        skills = new SkillTree(district);
        equipment = new EquipmentPool(district.equipment());
        needs = new NeedBook(district, skills, equipment);
        rules = district.rules();
        cells = new CellIndex(district.cells());
        roads = new RoadNetwork(district);
        closures = new Closures(roads);
        cellPoints = new CellPoints(district.cells(), roads);
        List<Member> members = new ArrayList<>();
        for (District.Person person : district.people().stream()
                .sorted(Comparator.comparing(District.Person::id))
                .toList()) {
            members.add(new Member(members.size(), person, skills, equipment.kindsFor(person, skills)));
        }
        crowd = new Crowd(List.copyOf(members), roads.nodeCount());
        district.places().forEach(place -> places.put(place.id(), place));
        for (Member member : members) {
            membersById.put(member.person().id(), member);
            District.Place station = places.get(member.person().stationPlaceId());
            stations.add(placed(member, station.lat(), station.lon(), null));
            crowd.place(stations.get(member.index()));
        }
    }

    @Override
    public synchronized void apply(PersonStatus status) {
        Member member = membersById.get(status.personId());
        if (member == null) {
            return;
        }
        PersonStatus known = crowd.status(member);
        if (known == null || status.version() > known.version()) {
            crowd.set(member, status);
        }
    }

    @Override
    public synchronized void apply(Position position) {
        Member member = membersById.get(position.personId());
        if (member == null) {
            return;
        }
        Position known = crowd.placement(member).position();
        if (known == null || !position.at().isBefore(known.at())) {
            crowd.place(placed(member, position.lat(), position.lon(), position));
        }
    }

    @Override
    public synchronized void apply(Assignment assignment) {
        Member member = membersById.get(assignment.personId());
        if (member != null) {
            crowd.set(member, crowd.workload(member).with(assignment));
        }
    }

    @Override
    public void apply(RoadClosure closure) {
        closures.apply(closure);
    }

    @Override
    public synchronized void apply(EquipmentStatus status) {
        if (!equipment.apply(status)) {
            return;
        }
        String body = equipment.unit(status.equipmentId()).organizationId();
        for (Member member : crowd.members()) {
            if (member.person().organizationId().equals(body)) {
                member.haveAtHand(equipment.kindsFor(member.person(), skills));
            }
        }
    }

    @Override
    public List<UnitState> listEquipment() {
        return equipment.ids().stream().sorted().map(this::unitState).toList();
    }

    private UnitState unitState(String id) {
        District.Equipment unit = equipment.unit(id);
        EquipmentStatus status = equipment.status(id);
        Member holder = status == null || status.personId() == null ? null : membersById.get(status.personId());
        String placeId = holder == null ? equipment.placeOf(unit) : null;
        District.Place place = placeId == null ? null : places.get(placeId);
        Placement with = holder == null ? null : crowd.placement(holder);
        return new UnitState(
                unit,
                status,
                placeId,
                with != null ? with.lat() : place == null ? 0 : place.lat(),
                with != null ? with.lon() : place == null ? 0 : place.lon());
    }

    @Override
    public Bringing bringing(String incidentType, List<String> sentPersonIds, String personId, Instant now) {
        Member member = membersById.get(personId);
        if (member == null) {
            return Bringing.NOTHING;
        }
        Moment moment = moment(now);
        List<NeedLine> lines = TeamSearch.lines(open(options(incidentType), sentPersonIds, moment));
        return CrewEquipment.bringing(equipment, skills, lines, member, moment.epochDay());
    }

    @Override
    public List<RoadClosure> listClosures(Instant now) {
        return closures.list().stream()
                .filter(closure -> closure.isInForce(now))
                .sorted(Comparator.comparing(RoadClosure::since).thenComparing(RoadClosure::roadId))
                .toList();
    }

    @Override
    public boolean hasRoad(String roadId) {
        return roads.hasRoad(roadId);
    }

    @Override
    public synchronized List<String> age(Instant now) {
        List<String> forgotten = new ArrayList<>();
        for (Member member : crowd.members()) {
            Placement placement = crowd.placement(member);
            Position position = placement.position();
            if (position == null) {
                continue;
            }
            if (Staleness.isForgotten(position, now)) {
                crowd.place(stations.get(member.index()));
                forgotten.add(member.person().id());
            } else if (Staleness.chargeMillis(position, now) > 0) {
                crowd.place(placement.charged(
                        Staleness.chargeMillis(position, now), roads.from(placement.lat(), placement.lon())));
            }
        }
        return forgotten;
    }

    @Override
    public synchronized boolean forgetPosition(String personId) {
        Member member = membersById.get(personId);
        if (member == null || crowd.placement(member).position() == null) {
            return false;
        }
        crowd.place(stations.get(member.index()));
        return true;
    }

    @Override
    public Optional<PersonState> find(String personId) {
        return Optional.ofNullable(membersById.get(personId)).map(this::state);
    }

    @Override
    public List<PersonState> listAll() {
        return crowd.members().stream().map(this::state).toList();
    }

    @Override
    public boolean isOnDuty(String personId, Instant now) {
        Member member = membersById.get(personId);
        LocalDateTime local = local(now);
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
        Moment moment = moment(now);
        return needs.options(incidentType).stream()
                .map(option -> needs(option.lines(), coverageBy(option.lines(), sentPersonIds, moment)))
                .min(Comparator.comparingInt(InMemoryProjection::openPlaces))
                .orElseThrow();
    }

    @Override
    public Candidates candidates(Site site, Instant now, int limit) {
        return new Recommendation(this, site, moment(now), limit).answer();
    }

    @Override
    public Coverers coverers(Site site, Instant now, int perNeed, Set<String> releasablePersonIds) {
        Moment moment = moment(now);
        List<TeamSearch.OpenOption> open = open(needs.options(site.incidentType()), site.sentPersonIds(), moment);
        List<NeedLine> lines = TeamSearch.lines(open);
        Map<NeedLine, Integer> places = new HashMap<>();
        List<Integer> alternatives = new ArrayList<>();
        for (TeamSearch.OpenOption option : open) {
            int mask = 0;
            for (int i = 0; i < option.lines().size(); i++) {
                places.put(option.lines().get(i), option.places().get(i));
                mask |= 1 << lines.indexOf(option.lines().get(i));
            }
            alternatives.add(mask);
        }
        Eligibility eligibility =
                new Eligibility(crowd, lines, moment, new HashSet<>(site.sentPersonIds()), releasablePersonIds);
        return new Coverers(
                lines.stream()
                        .map(line ->
                                new Coverers.OpenNeed(line.skillId(), line.level(), places.get(line), line.isShared()))
                        .toList(),
                List.copyOf(alternatives),
                coverers(collect(site, eligibility, lines.size(), perNeed, moment), eligibility, lines));
    }

    private List<Coverers.Coverer> coverers(List<Arrival> arrivals, Eligibility eligibility, List<NeedLine> lines) {
        CrewEquipment crews = new CrewEquipment(equipment, skills, lines);
        List<Coverers.Coverer> coverers = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            CrewEquipment.Equipped equipped = crews.equip(arrival, eligibility.metBy(arrival.member()));
            if (equipped.needs() != 0) {
                coverers.add(new Coverers.Coverer(
                        arrival.member().person().id(),
                        arrival.millis(),
                        arrival.meters(),
                        equipped.needs(),
                        eligibility.standsInFor(arrival.member(), equipped.needs()),
                        eligibility.isBound(arrival.member()),
                        equipped.unitId()));
            }
        }
        return List.copyOf(coverers);
    }

    @Override
    public List<CellReach> coverage(String skillId, int level, Instant now, Set<String> withoutPersonIds) {
        return scan().reach(line(skillId, level), moment(now), withoutPersonIds);
    }

    @Override
    public List<WeakPoint> weakPoints(Instant now, Duration ahead) {
        return new ShiftGaps(crowd.members(), zone).find(required(), now, ahead);
    }

    @Override
    public List<ExpiringCertificate> expiringCertificates(Instant now, int days) {
        return new CertificateWatch(crowd.members(), skills).list(moment(now).epochDay(), days);
    }

    @Override
    public Outlook outlook(List<Hypothesis> hypotheses, Instant now, Duration limit) {
        Moment moment = moment(now);
        Set<String> gone = new LinkedHashSet<>();
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
        Moment moment = moment(now);
        CoverageScan scan = scan();
        return skillIds.stream()
                .filter(skills.numbers()::containsKey)
                .distinct()
                .limit(MOST_LEAVES)
                .map(skillId ->
                        scan.uncovered(line(skillId, levelAskedFor(skillId)), moment, Set.of(), personIds, limit))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public List<Reached> isochrone(double lat, double lon, boolean towards, Duration within, Instant now) {
        RoadExpansion walk = towards ? RoadExpansion.backwards(roads) : RoadExpansion.forwards(roads);
        RoadNetwork.Access start = towards ? roads.to(lat, lon) : roads.from(lat, lon);
        if (start == null) {
            return List.of();
        }
        walk.start(start, moment(now).roads());
        return roads.reached(walk, within);
    }

    @Override
    public List<Reached> isochrone(String skillId, int level, Duration within, Instant now) {
        return scan().isochrone(line(skillId, level), moment(now), within);
    }

    @Override
    public boolean hasSkill(String skillId) {
        return skills.numbers().containsKey(skillId);
    }

    @Override
    public Optional<List<String>> cellNames(String cellId) {
        return IntStream.range(0, cellPoints.count())
                .mapToObj(cellPoints::cell)
                .filter(cell -> cell.id().equals(cellId))
                .map(cell -> List.of(cell.nameZh(), cell.nameEn()))
                .findFirst();
    }

    Crowd crowd() {
        return crowd;
    }

    SkillTree skills() {
        return skills;
    }

    EquipmentPool equipment() {
        return equipment;
    }

    LocalPlane plane() {
        return roads.plane();
    }

    List<NeedBook.Option> options(String incidentType) {
        return needs.options(incidentType);
    }

    /** What is open of each option when these people are on it. */
    List<TeamSearch.OpenOption> open(List<NeedBook.Option> options, List<String> sentPersonIds, Moment moment) {
        List<TeamSearch.OpenOption> open = new ArrayList<>();
        for (NeedBook.Option option : options) {
            Coverage sent = coverageBy(option.lines(), sentPersonIds, moment);
            List<NeedLine> lines = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < option.lines().size(); i++) {
                int left = option.lines().get(i).count() - sent.covered(i);
                if (left > 0) {
                    lines.add(option.lines().get(i));
                    places.add(left);
                }
            }
            open.add(new TeamSearch.OpenOption(option.label(), List.copyOf(lines), List.copyOf(places)));
        }
        return open;
    }

    /** Who can go, soonest first, until each of so many needs has enough. */
    List<Arrival> collect(Site site, Eligibility eligibility, int needCount, int perNeed, Moment moment) {
        return borrow(space -> new CoverSearch(space, crowd, eligibility, moment.roads(), needCount, perNeed)
                .run(roads.to(site.lat(), site.lon())));
    }

    Answer search(Question question, Site site, int mostPassedOver) {
        return borrow(space ->
                new CandidateSearch(space, crowd, question, mostPassedOver).run(roads.to(site.lat(), site.lon())));
    }

    /** What people who are sent cover on this day, whatever their shift: they are on it. */
    Coverage coverageBy(List<NeedLine> lines, List<String> personIds, Moment moment) {
        int shared = 0;
        for (int i = 0; i < lines.size(); i++) {
            shared |= lines.get(i).isShared() ? 1 << i : 0;
        }
        Coverage coverage =
                new Coverage(lines.stream().mapToInt(NeedLine::count).toArray(), shared);
        for (String personId : Set.copyOf(personIds).stream().sorted().toList()) {
            Member member = membersById.get(personId);
            int met = 0;
            for (int i = 0; member != null && i < lines.size(); i++) {
                met |= lines.get(i).isMetBy(member, moment.epochDay()) ? 1 << i : 0;
            }
            coverage.offer(met);
        }
        return coverage;
    }

    static List<Need> needs(List<NeedLine> lines, Coverage sent) {
        List<Need> needs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            NeedLine line = lines.get(i);
            needs.add(new Need(line.skillId(), line.level(), line.count(), sent.covered(i)));
        }
        return List.copyOf(needs);
    }

    private static int openPlaces(List<Need> needs) {
        return needs.stream().mapToInt(need -> need.count() - need.covered()).sum();
    }

    private CoverageScan scan() {
        return new CoverageScan(crowd, cellPoints, roads);
    }

    /** Every skill that any type asks for, once, at the level it is asked for most. */
    private List<NeedLine> required() {
        return needs.skillIds().stream()
                .map(skillId -> line(skillId, levelAskedFor(skillId)))
                .toList();
    }

    private int levelAskedFor(String skillId) {
        return needs.levelAskedFor(skillId);
    }

    private NeedLine line(String skillId, int level) {
        return NeedLine.of(new District.Requirement("", skillId, level, 1, List.of()), skills, EquipmentPool.EMPTY);
    }

    private <T> T borrow(Function<SearchSpace, T> search) {
        SearchSpace space = spaces.pollFirst();
        if (space == null) {
            space = new SearchSpace(roads, crowd.size());
        }
        try {
            return search.apply(space);
        } finally {
            // A full pool lets this one go.
            boolean ignored = spaces.offerFirst(space);
        }
    }

    private Placement placed(Member member, double lat, double lon, Position position) {
        return Placement.of(member, lat, lon, position, roads.from(lat, lon));
    }

    private PersonState state(Member member) {
        Placement placement = crowd.placement(member);
        return new PersonState(
                member.person(), crowd.status(member), placement.position(), placement.lat(), placement.lon());
    }

    private LocalDateTime local(Instant now) {
        return LocalDateTime.ofInstant(now, zone);
    }

    private Moment moment(Instant now) {
        return Moment.of(now, zone, rules, closures.at(now, local(now).getHour()));
    }
}
