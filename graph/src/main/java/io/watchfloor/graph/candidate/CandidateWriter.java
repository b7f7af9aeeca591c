package io.watchfloor.graph.candidate;

import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.Position;
import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.contract.dispatch.GraphPath;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.graph.candidate.CandidateSearch.Arrival;
import io.watchfloor.graph.candidate.CandidateSearch.Question;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.road.LocalPlane;
import io.watchfloor.graph.roster.Eligibility;
import io.watchfloor.graph.roster.LiveDistrict;
import io.watchfloor.graph.roster.Member;
import io.watchfloor.graph.roster.NeedLine;
import io.watchfloor.graph.roster.Placement;
import io.watchfloor.graph.roster.Staleness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Describes people to whoever asked a question: how far they are, and why they can go, or cannot. */
final class CandidateWriter {
    private static final double WALK_METERS_PER_SECOND = 1.4;
    private static final int MILLIS_PER_SECOND = 1_000;

    private final LiveDistrict live;
    private final Dispatcher.Site site;
    private final Question question;
    private final String cellId;
    private final Eligibility eligibility;
    private final ReasonWriter reasons;
    private final PathWriter paths;

    /** {@code cellId} is the cell the site lies in; null when in none. */
    CandidateWriter(LiveDistrict live, Dispatcher.Site site, Question question, String cellId) {
        this.live = live;
        this.site = site;
        this.question = question;
        this.cellId = cellId;
        this.eligibility = question.eligibility(live.crowd());
        this.reasons =
                new ReasonWriter(live.skills(), live.equipment(), question.openNeeds(), eligibility, question.moment());
        this.paths = new PathWriter(live.skills(), live.equipment(), question.openNeeds(), question.moment());
    }

    Eligibility eligibility() {
        return eligibility;
    }

    /** Somebody who can go. */
    Candidate recommended(Arrival arrival) {
        Member member = arrival.member();
        return byRoad(
                arrival,
                reasons.reasonsFor(member, arrival.millis(), arrival.meters(), visits(member)),
                paths.pathsFor(member));
    }

    /** Somebody who can go, and nobody knows yet how far that is. */
    Candidate able(Member member) {
        return candidate(
                live.crowd().placement(member), null, null, reasons.reasonsFor(member, 0), paths.pathsFor(member));
    }

    /** Somebody who cannot. */
    Candidate passedOver(Arrival arrival) {
        return byRoad(arrival, against(arrival), pathsAgainst(arrival.member()));
    }

    /** Somebody who cannot, and one more reason, which comes first. */
    Candidate passedOver(Arrival arrival, Reason first) {
        List<Reason> all = new ArrayList<>(List.of(first));
        all.addAll(against(arrival));
        return byRoad(arrival, all, pathsAgainst(arrival.member()));
    }

    /** Somebody who could go if there were a way. */
    Candidate stranded(Placement placement) {
        return straight(placement, List.of(withoutRoad(placement)), paths.pathsFor(placement.member()));
    }

    /** Somebody to whom no way leads, with whatever else speaks against them. */
    Candidate unreachable(Placement placement, Reason why) {
        Member member = placement.member();
        List<Reason> all = new ArrayList<>(reasons.reasonsAgainst(member, status(member), earlier(member), 0));
        all.add(why);
        return straight(placement, all, pathsAgainst(member));
    }

    /** Why there is no way. */
    Reason withoutRoad(Placement placement) {
        boolean farOutside =
                placement.node() == Placement.NO_NODE && !live.roads().isEmpty();
        return farOutside
                ? WayReasons.farOutside(straightMeters(placement))
                : WayReasons.noRoad(straightMeters(placement));
    }

    /** At most half the way round the earth. */
    int straightMeters(Placement placement) {
        return (int) Math.round(LocalPlane.greatCircleMeters(placement.lat(), placement.lon(), site.lat(), site.lon()));
    }

    private List<Reason> against(Arrival arrival) {
        Member member = arrival.member();
        return reasons.reasonsAgainst(member, status(member), earlier(member), arrival.millis());
    }

    /** What they answered when they were asked for it before; null when they were not, or are on it. */
    private EarlierAnswer earlier(Member member) {
        String id = member.person().id();
        return site.sentPersonIds().contains(id) ? null : site.answers().get(id);
    }

    private List<GraphPath> pathsAgainst(Member member) {
        return paths.pathsAgainst(member, status(member));
    }

    private PersonStatus status(Member member) {
        return live.crowd().status(member);
    }

    private int visits(Member member) {
        return cellId == null ? 0 : member.person().visitsByCell().getOrDefault(cellId, 0);
    }

    private List<String> covers(Member member) {
        return question.openNeeds().stream()
                .filter(need -> need.isMetBy(member, question.moment().epochDay()))
                .map(NeedLine::skillId)
                .distinct()
                .toList();
    }

    private Candidate byRoad(Arrival arrival, List<Reason> why, List<GraphPath> ways) {
        long travelSeconds = Math.round(arrival.millis() / (double) MILLIS_PER_SECOND);
        return candidate(arrival.placement(), travelSeconds, (long) arrival.meters(), why, ways);
    }

    /** Without a road the straight way on foot is all that can be said. */
    private Candidate straight(Placement placement, List<Reason> why, List<GraphPath> ways) {
        int meters = straightMeters(placement);
        return candidate(placement, Math.round(meters / WALK_METERS_PER_SECOND), (long) meters, why, ways);
    }

    private Candidate candidate(
            Placement placement, Long travelSeconds, Long meters, List<Reason> why, List<GraphPath> ways) {
        District.Person person = placement.member().person();
        Position position = placement.position();
        return new Candidate(
                person.id(),
                person.nameZh(),
                person.nameEn(),
                person.organizationId(),
                placement.lat(),
                placement.lon(),
                position == null
                        ? null
                        : Math.max(
                                0,
                                Duration.between(
                                                position.at(), question.moment().now())
                                        .toSeconds()),
                travelSeconds,
                meters,
                covers(placement.member()),
                Staleness.noted(why, position, question.moment().now()),
                ways,
                person.languages());
    }
}
