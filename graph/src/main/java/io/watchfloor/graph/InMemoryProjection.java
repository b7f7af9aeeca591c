package io.watchfloor.graph;

import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.Position;
import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.contract.dispatch.Need;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.graph.CandidateSearch.Answer;
import io.watchfloor.graph.CandidateSearch.Arrival;
import io.watchfloor.graph.CandidateSearch.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Function;
import java.util.stream.Stream;

/** The district in memory: what never changes is built once, who is where and in what state is in the {@link Crowd}. */
final class InMemoryProjection implements DispatchProjection {
    /** More than this nobody reads. */
    private static final int MOST_PASSED_OVER = 12;

    /** Searches that may run at once without making new arrays. */
    private static final int SPARE_SPACES = 8;

    private static final double WALK_METERS_PER_SECOND = 1.4;
    private static final int MILLIS_PER_SECOND = 1_000;

    private final ZoneId zone;
    private final SkillTree skills;
    private final Map<String, List<NeedLine>> needsByType;
    private final List<NeedLine> patrol;
    private final CellIndex cells;
    private final RoadNetwork roads;
    private final Map<String, Member> membersById = new HashMap<>();
    private final Crowd crowd;
    private final List<Placement> stations = new ArrayList<>();
    private final ArrayBlockingQueue<SearchSpace> spaces = new ArrayBlockingQueue<>(SPARE_SPACES);

    InMemoryProjection(District district) {
        zone = district.zone();
        skills = new SkillTree(district);
        needsByType = NeedLine.byType(district, skills);
        patrol = List.of(NeedLine.patrol(skills));
        cells = new CellIndex(district.cells());
        roads = new RoadNetwork(district);
        List<Member> members = new ArrayList<>();
        for (District.Person person : district.people().stream()
                .sorted(Comparator.comparing(District.Person::id))
                .toList()) {
            members.add(new Member(members.size(), person, skills.numbers(), skills.certified()));
        }
        crowd = new Crowd(List.copyOf(members), roads.nodeCount());
        Map<String, District.Place> places = new HashMap<>();
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
        List<NeedLine> lines = lines(incidentType);
        Coverage sent = coverageBy(lines, sentPersonIds, now);
        List<Need> needs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            NeedLine line = lines.get(i);
            needs.add(new Need(line.skillId(), line.level(), line.count(), sent.covered(i)));
        }
        return List.copyOf(needs);
    }

    @Override
    public Candidates candidates(Site site, Instant now, int limit) {
        List<NeedLine> lines = lines(site.incidentType());
        List<Need> needs = needs(site.incidentType(), site.sentPersonIds(), now);
        List<NeedLine> open = new ArrayList<>();
        List<Need> openNeeds = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (needs.get(i).covered() < lines.get(i).count()) {
                open.add(lines.get(i));
                openNeeds.add(needs.get(i));
            }
        }
        if (open.isEmpty()) {
            return new Candidates(site.incidentId(), now, needs, List.of(), List.of(), 0, List.of());
        }
        List<Integer> places =
                openNeeds.stream().map(need -> need.count() - need.covered()).toList();
        Question question =
                new Question(open, places, new HashSet<>(site.sentPersonIds()), local(now), Math.max(0, limit));
        return describe(site, now, needs, openNeeds, question);
    }

    @Override
    public Coverers coverers(Site site, Instant now, int perNeed, Set<String> releasablePersonIds) {
        List<NeedLine> lines = lines(site.incidentType());
        Coverage sent = coverageBy(lines, site.sentPersonIds(), now);
        List<NeedLine> open = new ArrayList<>();
        List<Coverers.OpenNeed> needs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            NeedLine line = lines.get(i);
            if (sent.covered(i) < line.count()) {
                open.add(line);
                needs.add(new Coverers.OpenNeed(line.skillId(), line.level(), line.count() - sent.covered(i), false));
            }
        }
        Eligibility eligibility =
                new Eligibility(crowd, open, local(now), new HashSet<>(site.sentPersonIds()), releasablePersonIds);
        List<Coverers.Coverer> people = borrow(space -> new CoverSearch(space, crowd, eligibility, open.size(), perNeed)
                        .run(roads.to(site.lat(), site.lon())))
                .stream()
                .map(found -> coverer(found, eligibility))
                .toList();
        return new Coverers(List.copyOf(needs), List.of((1 << open.size()) - 1), people);
    }

    private static Coverers.Coverer coverer(CoverSearch.Found found, Eligibility eligibility) {
        Arrival arrival = found.arrival();
        return new Coverers.Coverer(
                arrival.member().person().id(),
                arrival.millis(),
                arrival.meters(),
                found.needs(),
                0,
                eligibility.isBound(arrival.member()));
    }

    private Candidates describe(Site site, Instant now, List<Need> needs, List<Need> openNeeds, Question question) {
        ReasonWriter reasons = new ReasonWriter(skills, question.openNeeds(), question.local());
        Answer answer = search(question, roads.to(site.lat(), site.lon()));
        List<Candidate> chosen = answer.chosen().stream()
                .map(arrival -> candidate(
                        arrival,
                        now,
                        question,
                        reasons.reasonsFor(arrival.member(), arrival.millis(), arrival.meters())))
                .toList();
        List<Candidate> passedOver = passedOver(site, now, question, answer, reasons);
        int more = answer.nearer() + answer.stranded().size() - passedOver.size();
        return new Candidates(
                site.incidentId(),
                now,
                needs,
                chosen,
                passedOver,
                Math.max(0, more),
                shortfalls(openNeeds, answer.unfilled()));
    }

    /** Those who hold a needed skill before those who do not; listed nearest first, the stranded last. */
    private List<Candidate> passedOver(Site site, Instant now, Question question, Answer answer, ReasonWriter reasons) {
        Stream<Candidate> byRoad = Stream.concat(answer.passedOver().stream(), answer.withoutSkill().stream())
                .limit(MOST_PASSED_OVER)
                .sorted(Comparator.comparingInt(Arrival::millis))
                .map(arrival -> candidate(
                        arrival,
                        now,
                        question,
                        reasons.reasonsAgainst(
                                arrival.member(),
                                crowd.status(arrival.member()),
                                question.sentPersonIds()
                                        .contains(arrival.member().person().id()))));
        Stream<Candidate> stranded = answer.stranded().stream()
                .map(placement -> onFoot(placement, site))
                .sorted(Comparator.comparingInt(Arrival::millis))
                .map(arrival -> candidate(arrival, now, question, List.of(reasons.noRoad(arrival.meters()))));
        return Stream.concat(byRoad, stranded).limit(MOST_PASSED_OVER).toList();
    }

    /** Without a road the straight way on foot is all that can be said. */
    private Arrival onFoot(Placement placement, Site site) {
        double meters = roads.plane().meters(placement.lat(), placement.lon(), site.lat(), site.lon());
        return new Arrival(placement, (int) Math.round(meters / WALK_METERS_PER_SECOND * MILLIS_PER_SECOND), (int)
                Math.round(meters));
    }

    private Answer search(Question question, RoadNetwork.Access site) {
        return borrow(space -> new CandidateSearch(space, crowd, question, MOST_PASSED_OVER).run(site));
    }

    private <T> T borrow(Function<SearchSpace, T> search) {
        SearchSpace space = spaces.poll();
        if (space == null) {
            space = new SearchSpace(roads, crowd.size());
        }
        try {
            return search.apply(space);
        } finally {
            // A full pool lets this one go.
            boolean ignored = spaces.offer(space);
        }
    }

    private static List<Need> shortfalls(List<Need> openNeeds, List<Integer> unfilled) {
        List<Need> shortfalls = new ArrayList<>();
        for (int i = 0; i < unfilled.size(); i++) {
            if (unfilled.get(i) > 0) {
                Need need = openNeeds.get(i);
                shortfalls.add(new Need(need.skillId(), need.level(), need.count(), need.count() - unfilled.get(i)));
            }
        }
        return List.copyOf(shortfalls);
    }

    private static List<String> covers(Member member, Question question) {
        long epochDay = question.local().toLocalDate().toEpochDay();
        return question.openNeeds().stream()
                .filter(need -> need.isMetBy(member, epochDay))
                .map(NeedLine::skillId)
                .distinct()
                .toList();
    }

    private static Candidate candidate(Arrival arrival, Instant now, Question question, List<Reason> reasons) {
        District.Person person = arrival.member().person();
        Position position = arrival.placement().position();
        return new Candidate(
                person.id(),
                person.nameZh(),
                person.nameEn(),
                person.organizationId(),
                arrival.placement().lat(),
                arrival.placement().lon(),
                position == null
                        ? null
                        : Math.max(0, Duration.between(position.at(), now).toSeconds()),
                Math.round(arrival.millis() / (double) MILLIS_PER_SECOND),
                arrival.meters(),
                covers(arrival.member(), question),
                Staleness.noted(reasons, position, now));
    }

    /** What people who are sent cover on this day, whatever their shift: they are on it. */
    private Coverage coverageBy(List<NeedLine> lines, List<String> personIds, Instant now) {
        long epochDay = local(now).toLocalDate().toEpochDay();
        Coverage coverage =
                new Coverage(lines.stream().mapToInt(NeedLine::count).toArray());
        for (String personId : Set.copyOf(personIds).stream().sorted().toList()) {
            Member member = membersById.get(personId);
            int met = 0;
            for (int i = 0; member != null && i < lines.size(); i++) {
                met |= lines.get(i).isMetBy(member, epochDay) ? 1 << i : 0;
            }
            coverage.offer(met);
        }
        return coverage;
    }

    private List<NeedLine> lines(String incidentType) {
        return needsByType.getOrDefault(incidentType == null ? "" : incidentType, patrol);
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
}
