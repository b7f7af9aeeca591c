package io.watchfloor.graph.candidate;

import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.contract.dispatch.Need;
import io.watchfloor.graph.candidate.CandidateSearch.Question;
import io.watchfloor.graph.roster.Eligibility;
import io.watchfloor.graph.roster.Errand;
import io.watchfloor.graph.roster.LiveDistrict;
import io.watchfloor.graph.roster.Member;
import io.watchfloor.graph.roster.Moment;
import io.watchfloor.graph.roster.NeedBook;
import io.watchfloor.graph.roster.Placement;
import java.util.Comparator;
import java.util.List;

/**
 * Who could go to an incident of which it is not known yet where it is: everybody free and able. Those who really hold what is
 * needed come before stand-ins, whoever meets more needs before whoever meets fewer, then the higher level.
 */
final class Unlocated {
    private final InMemoryProjection projection;
    private final LiveDistrict live;
    private final Moment moment;

    Unlocated(InMemoryProjection projection, Moment moment) {
        this.projection = projection;
        this.live = projection.live();
        this.moment = moment;
    }

    Candidates answer(Dispatcher.Site nowhere, int limit) {
        OpenNeeds openNeeds = projection.openNeeds();
        NeedBook.Option option = openNeeds.fewestOpenOption(nowhere.incidentType(), nowhere.sentPersonIds(), moment);
        Coverage sent = openNeeds.coverageBy(option.lines(), nowhere.sentPersonIds(), moment);
        List<Need> needs = OpenNeeds.list(option.lines(), sent);
        TeamSearch.OpenOption open = OpenNeeds.open(option, sent);
        Question question = new Question(
                Errand.to(nowhere.incidentId(), nowhere.incidentType()),
                open.lines(),
                open.places(),
                nowhere.leftOut(),
                moment,
                Math.max(0, limit));
        return open.lines().isEmpty()
                ? Candidates.unlocated(nowhere.incidentId(), moment.now(), needs, List.of(), List.of())
                : list(nowhere, question, needs);
    }

    private Candidates list(Dispatcher.Site nowhere, Question question, List<Need> needs) {
        CandidateWriter writer = new CandidateWriter(live, nowhere, question, null);
        List<Member> able = able(question, writer.eligibility());
        Coverage coverage = question.coverage();
        able.forEach(member -> coverage.offer(writer.eligibility().metBy(member)));
        List<Need> shortfalls = OpenNeeds.shortfalls(question.openNeeds(), coverage.empty());
        List<Candidate> listed =
                able.stream().limit(question.limit()).map(writer::able).toList();
        return Candidates.unlocated(question.errand().incidentId(), moment.now(), needs, listed, shortfalls);
    }

    /** The most able first; those on no road of the district are not among them. */
    private List<Member> able(Question question, Eligibility eligibility) {
        boolean anyRoads = !live.roads().isEmpty();
        return live.crowd().members().stream()
                .filter(member -> eligibility.holdsAny(member) && eligibility.metBy(member) != 0)
                .filter(eligibility::canGo)
                .filter(member -> !anyRoads || live.crowd().placement(member).node() != Placement.NO_NODE)
                .sorted(Comparator.comparing((Member member) -> isOnlyStandIn(member, eligibility))
                        .thenComparing(member -> -Integer.bitCount(eligibility.metBy(member)))
                        .thenComparing(member -> -bestLevel(member, question))
                        .thenComparing(Member::index))
                .toList();
    }

    private static boolean isOnlyStandIn(Member member, Eligibility eligibility) {
        int met = eligibility.metBy(member);
        return eligibility.standsInFor(member, met) == met;
    }

    private int bestLevel(Member member, Question question) {
        return question.openNeeds().stream()
                .filter(need -> need.isMetBy(member, moment.epochDay()))
                .mapToInt(need -> need.levelOf(member, need.bestOf(member, moment.epochDay())))
                .max()
                .orElse(0);
    }
}
