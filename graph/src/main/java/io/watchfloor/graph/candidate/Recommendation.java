package io.watchfloor.graph.candidate;

import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.contract.dispatch.Need;
import io.watchfloor.contract.dispatch.Team;
import io.watchfloor.graph.candidate.CandidateSearch.Answer;
import io.watchfloor.graph.candidate.CandidateSearch.Arrival;
import io.watchfloor.graph.candidate.CandidateSearch.Question;
import io.watchfloor.graph.roster.Eligibility;
import io.watchfloor.graph.roster.Errand;
import io.watchfloor.graph.roster.LiveDistrict;
import io.watchfloor.graph.roster.Member;
import io.watchfloor.graph.roster.Moment;
import io.watchfloor.graph.roster.NeedBook;
import io.watchfloor.graph.roster.NeedLine;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One answer to who could go: the team, single candidates, and who was passed over, each with words and paths. */
final class Recommendation {
    /** More than this nobody reads. */
    private static final int MOST_PASSED_OVER = 12;

    private final InMemoryProjection projection;
    private final LiveDistrict live;
    private final OpenNeeds openNeeds;
    private final Dispatcher.Site site;
    private final Moment moment;
    private final int limit;
    private final String cellId;
    private final Errand errand;

    Recommendation(InMemoryProjection projection, Dispatcher.Site site, Moment moment, int limit) {
        this.projection = projection;
        this.live = projection.live();
        this.openNeeds = projection.openNeeds();
        this.site = site;
        this.moment = moment;
        this.limit = Math.max(0, limit);
        this.cellId = projection.cellIdAt(site.lat(), site.lon());
        this.errand = Errand.to(site.incidentId(), site.incidentType());
    }

    /** {@code personId} is whom the answer also tells about; null for nobody. */
    Candidates answer(String personId) {
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
        TeamSearch.OpenOption open = OpenNeeds.open(chosen, sent);
        boolean nothingOpen = open.lines().isEmpty();
        Question question = new Question(
                errand, nothingOpen ? chosen.lines() : open.lines(), open.places(), site.leftOut(), moment, limit);
        CandidateWriter writer = new CandidateWriter(live, site, question, cellId);
        Candidates answer = nothingOpen
                ? new Candidates(site.incidentId(), moment.now(), needs, List.of(), List.of(), 0, List.of())
                : projection.isOutside(site.lat(), site.lon())
                        ? Candidates.outside(
                                site.incidentId(),
                                moment.now(),
                                needs,
                                OpenNeeds.shortfalls(open.lines(), open.places()))
                        : describe(needs, question, teams, writer);
        Member member = personId == null ? null : live.member(personId);
        return member == null
                ? answer
                : answer.about(new AboutPerson(projection, site, question, writer, nothingOpen).answer(member));
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
        Eligibility eligibility = new Eligibility(live.crowd(), lines, moment, errand, gone, Set.of());
        List<Arrival> arrivals = projection.collect(site, eligibility, lines.size(), TeamSearch.perNeed(open), moment);
        return new TeamSearch(live.skills(), live.equipment(), moment.epochDay()).teams(open, arrivals);
    }

    private Candidates describe(List<Need> needs, Question question, List<Team> teams, CandidateWriter writer) {
        Answer answer = projection.search(question, site, MOST_PASSED_OVER);
        List<Candidate> chosen =
                answer.chosen().stream().map(writer::recommended).toList();
        List<Candidate> passedOver = passedOver(answer, writer);
        int more = answer.nearer() + answer.stranded().size() - passedOver.size();
        return new Candidates(
                site.incidentId(),
                moment.now(),
                needs,
                chosen,
                passedOver,
                Math.max(0, more),
                OpenNeeds.shortfalls(question.openNeeds(), answer.unfilled()),
                teams.isEmpty() ? null : teams.get(0),
                teams.isEmpty() ? List.of() : teams.subList(1, teams.size()),
                List.of(),
                Candidates.MEMORY,
                false,
                true,
                null,
                null);
    }

    /**
     * Those on shift, nearest first; then the stranded; then those off shift, about whom there is least to wonder. When they
     * are too many, whoever holds a needed skill comes before whoever does not.
     */
    private static List<Candidate> passedOver(Answer answer, CandidateWriter writer) {
        Map<Boolean, List<Arrival>> byShift = Stream.concat(
                        answer.passedOver().stream(), answer.withoutSkill().stream())
                .limit(MOST_PASSED_OVER)
                .sorted(Comparator.comparingInt(Arrival::millis))
                .collect(Collectors.partitioningBy(
                        arrival -> writer.eligibility().isOnDuty(arrival.member())));
        Stream<Candidate> stranded = answer.stranded().stream()
                .sorted(Comparator.comparingInt(writer::straightMeters))
                .limit(MOST_PASSED_OVER)
                .map(writer::stranded);
        return Stream.of(
                        byShift.get(true).stream().map(writer::passedOver),
                        stranded,
                        byShift.get(false).stream().map(writer::passedOver))
                .flatMap(people -> people)
                .limit(MOST_PASSED_OVER)
                .toList();
    }
}
