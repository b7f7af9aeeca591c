package io.watchfloor.graph.candidate;

import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.Position;
import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.contract.dispatch.GraphPath;
import io.watchfloor.contract.dispatch.Need;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.dispatch.Team;
import io.watchfloor.graph.candidate.CandidateSearch.Answer;
import io.watchfloor.graph.candidate.CandidateSearch.Arrival;
import io.watchfloor.graph.candidate.CandidateSearch.Question;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.roster.Eligibility;
import io.watchfloor.graph.roster.LiveDistrict;
import io.watchfloor.graph.roster.Member;
import io.watchfloor.graph.roster.Moment;
import io.watchfloor.graph.roster.NeedBook;
import io.watchfloor.graph.roster.NeedLine;
import io.watchfloor.graph.roster.Placement;
import io.watchfloor.graph.roster.Staleness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One answer to who could go: the team, single candidates, and who was passed over, each with words and paths. */
final class Recommendation {
    /** More than this nobody reads. */
    private static final int MOST_PASSED_OVER = 12;

    private static final double WALK_METERS_PER_SECOND = 1.4;
    private static final int MILLIS_PER_SECOND = 1_000;

    private final InMemoryProjection projection;
    private final LiveDistrict live;
    private final OpenNeeds openNeeds;
    private final Dispatcher.Site site;
    private final Moment moment;
    private final int limit;
    private final String cellId;

    Recommendation(InMemoryProjection projection, Dispatcher.Site site, Moment moment, int limit) {
        this.projection = projection;
        this.live = projection.live();
        this.openNeeds = projection.openNeeds();
        this.site = site;
        this.moment = moment;
        this.limit = Math.max(0, limit);
        this.cellId = projection.cellIdAt(site.lat(), site.lon());
    }

    Candidates answer() {
        List<NeedBook.Option> options = live.needs().options(site.incidentType());
        List<Team> teams = teams(options);
        NeedBook.Option chosen = options.stream()
                .filter(option -> teams.isEmpty()
                        ? isCovered(option)
                        : option.label().equals(teams.get(0).label()))
                .findFirst()
                .orElse(options.get(0));
        Coverage sent = openNeeds.coverageBy(chosen.lines(), site.sentPersonIds(), moment);
        List<Need> needs = OpenNeeds.list(chosen.lines(), sent);
        List<NeedLine> open = new ArrayList<>();
        List<Need> openNeeds = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < needs.size(); i++) {
            if (needs.get(i).covered() < needs.get(i).count()) {
                open.add(chosen.lines().get(i));
                openNeeds.add(needs.get(i));
                places.add(needs.get(i).count() - needs.get(i).covered());
            }
        }
        if (open.isEmpty()) {
            return new Candidates(site.incidentId(), moment.now(), needs, List.of(), List.of(), 0, List.of());
        }
        Question question = new Question(open, places, site.leftOut(), moment, limit);
        return describe(needs, openNeeds, question, teams);
    }

    private boolean isCovered(NeedBook.Option option) {
        return openNeeds
                .of(List.of(option), site.sentPersonIds(), moment)
                .get(0)
                .lines()
                .isEmpty();
    }

    /** The best team when these people are gone; one without members when nobody can come. */
    Team teamWithout(Set<String> gone) {
        List<TeamSearch.OpenOption> open = openNeeds.of(site.incidentType(), List.of(), moment);
        return teams(open, gone).get(0);
    }

    /** The best first; none when everything is covered by who was sent. */
    private List<Team> teams(List<NeedBook.Option> options) {
        List<TeamSearch.OpenOption> open = openNeeds.of(options, site.sentPersonIds(), moment);
        if (open.stream().anyMatch(option -> option.lines().isEmpty())) {
            return List.of();
        }
        return teams(open, site.leftOut());
    }

    private List<Team> teams(List<TeamSearch.OpenOption> open, Set<String> gone) {
        List<NeedLine> lines = TeamSearch.lines(open);
        Eligibility eligibility = new Eligibility(live.crowd(), lines, moment, gone, Set.of());
        List<Arrival> arrivals = projection.collect(site, eligibility, lines.size(), TeamSearch.perNeed(open), moment);
        return new TeamSearch(live.skills(), live.equipment(), moment.epochDay()).teams(open, arrivals);
    }

    private Candidates describe(List<Need> needs, List<Need> openNeeds, Question question, List<Team> teams) {
        Eligibility eligibility =
                new Eligibility(live.crowd(), question.openNeeds(), moment, question.sentPersonIds(), Set.of());
        ReasonWriter reasons =
                new ReasonWriter(live.skills(), live.equipment(), question.openNeeds(), eligibility, moment);
        PathWriter paths = new PathWriter(live.skills(), live.equipment(), question.openNeeds(), moment);
        Answer answer = projection.search(question, site, MOST_PASSED_OVER);
        List<Candidate> chosen = answer.chosen().stream()
                .map(arrival -> candidate(
                        arrival,
                        question,
                        reasons.reasonsFor(
                                arrival.member(), arrival.millis(), arrival.meters(), visits(arrival.member())),
                        paths.pathsFor(arrival.member())))
                .toList();
        List<Candidate> passedOver = passedOver(question, answer, reasons, paths);
        int more = answer.nearer() + answer.stranded().size() - passedOver.size();
        return new Candidates(
                site.incidentId(),
                moment.now(),
                needs,
                chosen,
                passedOver,
                Math.max(0, more),
                shortfalls(openNeeds, answer.unfilled()),
                teams.isEmpty() ? null : teams.get(0),
                teams.isEmpty() ? List.of() : teams.subList(1, teams.size()),
                List.of(),
                Candidates.MEMORY);
    }

    /** Those who hold a needed skill before those who do not; listed nearest first, the stranded last. */
    private List<Candidate> passedOver(Question question, Answer answer, ReasonWriter reasons, PathWriter paths) {
        Stream<Candidate> byRoad = Stream.concat(answer.passedOver().stream(), answer.withoutSkill().stream())
                .limit(MOST_PASSED_OVER)
                .sorted(Comparator.comparingInt(Arrival::millis))
                .map(arrival -> {
                    var status = live.crowd().status(arrival.member());
                    return candidate(
                            arrival,
                            question,
                            against(reasons, arrival.member(), status),
                            paths.pathsAgainst(arrival.member(), status));
                });
        Stream<Candidate> stranded = answer.stranded().stream()
                .map(this::onFoot)
                .sorted(Comparator.comparingInt(Arrival::millis))
                .map(arrival -> candidate(
                        arrival,
                        question,
                        List.of(reasons.noRoad(arrival.meters())),
                        paths.pathsFor(arrival.member())));
        return Stream.concat(byRoad, stranded).limit(MOST_PASSED_OVER).toList();
    }

    private List<Reason> against(ReasonWriter reasons, Member member, PersonStatus status) {
        String id = member.person().id();
        EarlierAnswer answer =
                site.sentPersonIds().contains(id) ? null : site.answers().get(id);
        return reasons.reasonsAgainst(member, status, answer);
    }

    /** Without a road the straight way on foot is all that can be said. */
    private Arrival onFoot(Placement placement) {
        double meters = live.roads().plane().meters(placement.lat(), placement.lon(), site.lat(), site.lon());
        return new Arrival(placement, (int) Math.round(meters / WALK_METERS_PER_SECOND * MILLIS_PER_SECOND), (int)
                Math.round(meters));
    }

    private int visits(Member member) {
        return cellId == null ? 0 : member.person().visitsByCell().getOrDefault(cellId, 0);
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

    private List<String> covers(Member member, Question question) {
        return question.openNeeds().stream()
                .filter(need -> need.isMetBy(member, moment.epochDay()))
                .map(NeedLine::skillId)
                .distinct()
                .toList();
    }

    private Candidate candidate(Arrival arrival, Question question, List<Reason> reasons, List<GraphPath> paths) {
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
                        : Math.max(
                                0, Duration.between(position.at(), moment.now()).toSeconds()),
                Math.round(arrival.millis() / (double) MILLIS_PER_SECOND),
                arrival.meters(),
                covers(arrival.member(), question),
                Staleness.noted(reasons, position, moment.now()),
                paths,
                person.languages());
    }
}
