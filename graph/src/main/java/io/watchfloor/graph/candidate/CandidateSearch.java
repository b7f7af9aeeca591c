package io.watchfloor.graph.candidate;

import io.watchfloor.graph.road.RoadExpansion;
import io.watchfloor.graph.road.RoadNetwork;
import io.watchfloor.graph.roster.Bystanders;
import io.watchfloor.graph.roster.Crowd;
import io.watchfloor.graph.roster.Eligibility;
import io.watchfloor.graph.roster.Errand;
import io.watchfloor.graph.roster.Member;
import io.watchfloor.graph.roster.Moment;
import io.watchfloor.graph.roster.NeedLine;
import io.watchfloor.graph.roster.Placement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One walk over the roads, outwards from where somebody is needed, that meets people in the order of their travel time.
 *
 * <p>People who hold a needed skill wait in a queue until nobody nearer can turn up any more, and are then judged. Those
 * who do not are only noted with their travel time: they may be many, and a few of them are described in the end. The
 * walk stops when enough candidates are found, and as far out as the last of them; or when nobody is left who could go.
 *
 * <p>Of the places on the list, as many are kept for needs nobody on it covers yet as there are places open in those
 * needs: eight people with the same skill are of no help where two skills are needed.
 */
final class CandidateSearch {
    /**
     * Somebody on the way: who and where, and what it takes to come.
     *
     * @param chargeMillis what is added to that for the order in which people are taken
     */
    record Arrival(Placement placement, int millis, int meters, int chargeMillis) {
        Arrival(Placement placement, int millis, int meters) {
            this(placement, millis, meters, 0);
        }

        /** Of somebody who was met at a node of this walk. */
        static Arrival over(RoadExpansion roads, int node, Placement placement, Eligibility eligibility) {
            return new Arrival(
                            placement,
                            roads.millisFrom(node) + placement.accessMillis(),
                            roads.metersFrom(node) + placement.accessMeters())
                    .charged(eligibility);
        }

        Arrival charged(Eligibility eligibility) {
            return new Arrival(placement, millis, meters, eligibility.chargeMillis(member(), millis));
        }

        /** By this they are ordered. */
        int rankMillis() {
            return millis + chargeMillis;
        }

        Member member() {
            return placement.member();
        }
    }

    /** What is asked; bit n of a mask is need n. */
    record Question(
            Errand errand,
            List<NeedLine> openNeeds,
            List<Integer> openPlaces,
            Set<String> leftOutIds,
            Moment moment,
            int limit) {
        /** Who can go. */
        Eligibility eligibility(Crowd crowd) {
            return new Eligibility(crowd, openNeeds, moment, errand, leftOutIds, Set.of());
        }

        /** The open places, with nobody in them yet. */
        Coverage coverage() {
            return Coverage.of(openNeeds, openPlaces);
        }
    }

    /**
     * What was found.
     *
     * @param chosen candidates, soonest first
     * @param passedOver the nearest of those who hold a needed skill and cannot go: on shift, then off shift
     * @param withoutSkill the nearest of those who hold none
     * @param stranded who could go if a road led there; looked for only when the list is not full
     * @param nearer how many were passed over in all, the stranded not among them
     * @param unfilled open places that nobody who can go fills, by need
     */
    record Answer(
            List<Arrival> chosen,
            List<Arrival> passedOver,
            List<Arrival> withoutSkill,
            List<Placement> stranded,
            int nearer,
            List<Integer> unfilled) {}

    private final SearchSpace space;
    private final RoadExpansion roads;
    private final Crowd crowd;
    private final Question question;
    private final int mostPassedOver;
    private final Eligibility eligibility;
    private final Coverage coverage;
    private final List<Arrival> chosen = new ArrayList<>();
    private final List<Arrival> spare = new ArrayList<>();
    private final List<Arrival> againstOnShift = new ArrayList<>();
    private final List<Arrival> againstOffShift = new ArrayList<>();
    private final NearestFew withoutSkill;
    private int[] againstMillis = new int[64];
    private int againstCount;
    private int horizonMillis = Integer.MAX_VALUE;

    CandidateSearch(SearchSpace space, Crowd crowd, Question question, int mostPassedOver) {
        this.space = space;
        this.roads = space.roads();
        this.crowd = crowd;
        this.question = question;
        this.mostPassedOver = mostPassedOver;
        this.eligibility = question.eligibility(crowd);
        this.coverage = question.coverage();
        this.withoutSkill = new NearestFew(mostPassedOver);
    }

    /** From where the site meets the roads; null when it does not. */
    Answer run(RoadNetwork.Access site) {
        space.start();
        if (site != null) {
            walk(site);
        }
        return answer();
    }

    private void walk(RoadNetwork.Access site) {
        roads.start(site, question.moment().roads());
        while (!roads.isExhausted()) {
            int next = roads.nextMillis();
            judgeNearerThan(next);
            // With nobody on the list everybody within reach is passed over, and has to be met.
            if (next > horizonMillis || (space.isNobodyAwaited() && !chosen.isEmpty())) {
                break;
            }
            meet(roads.settleNext());
            space.passed(crowd, eligibility);
        }
        judgeNearerThan(Integer.MAX_VALUE);
    }

    /** Everybody at this node joins the queue or is noted. */
    private void meet(int node) {
        Bystanders here = crowd.at(node);
        if (!here.mayHold(eligibility.wantedSkills())) {
            withoutSkill.offerAll(here, roads.millisFrom(node), roads.metersFrom(node));
            return;
        }
        for (int i = 0; i < here.size(); i++) {
            Placement placement = here.get(i);
            if (!eligibility.holdsAny(placement.member())) {
                withoutSkill.offer(placement, roads.millisFrom(node), roads.metersFrom(node));
            } else if (space.meet(placement.member())) {
                // Somebody who moves while we look may stand at two nodes for a moment; the nearer one counts.
                space.await(Arrival.over(roads, node, placement, eligibility));
            }
        }
    }

    /** Nobody can turn up any more who is nearer than this. */
    private void judgeNearerThan(int millis) {
        while (space.hasWaiting() && space.nextMillis() < millis && space.nextMillis() <= horizonMillis) {
            judge(space.next());
        }
    }

    private void judge(Arrival arrival) {
        Member member = arrival.member();
        int met = eligibility.metBy(member);
        if (met == 0 || !eligibility.canGo(member) || !eligibility.canArrive(member, arrival.millis())) {
            note(arrival);
        } else if (chosen.size() < question.limit()) {
            choose(arrival, met);
        }
    }

    private void choose(Arrival arrival, int met) {
        boolean fillsPlace = coverage.offer(met);
        int kept = Math.min(coverage.open(), question.limit());
        if (fillsPlace || chosen.size() < question.limit() - kept) {
            chosen.add(arrival);
            if (chosen.size() == question.limit()) {
                horizonMillis = arrival.rankMillis();
            }
        } else if (spare.size() < question.limit()) {
            spare.add(arrival);
        }
    }

    private void note(Arrival arrival) {
        List<Arrival> against = eligibility.isOnDuty(arrival.member()) ? againstOnShift : againstOffShift;
        if (against.size() < mostPassedOver) {
            against.add(arrival);
        }
        if (againstCount == againstMillis.length) {
            againstMillis = Arrays.copyOf(againstMillis, 2 * againstCount);
        }
        againstMillis[againstCount++] = arrival.millis();
    }

    private Answer answer() {
        // Places kept for somebody who never came go to those who had to stand back, nearest first.
        for (Arrival arrival : spare) {
            if (chosen.size() < question.limit()) {
                chosen.add(arrival);
            }
        }
        chosen.sort(Comparator.comparingInt(Arrival::rankMillis)
                .thenComparingInt(arrival -> arrival.member().index()));
        int last = chosen.isEmpty()
                ? Integer.MAX_VALUE
                : chosen.get(chosen.size() - 1).rankMillis();
        int nearer = withoutSkill.countUpTo(last);
        for (int i = 0; i < againstCount && againstMillis[i] <= last; i++) {
            nearer++;
        }
        return new Answer(
                chosen,
                Stream.concat(againstOnShift.stream(), againstOffShift.stream())
                        .filter(arrival -> arrival.millis() <= last)
                        .toList(),
                withoutSkill.listUpTo(last),
                chosen.size() < question.limit() ? stranded() : List.of(),
                nearer,
                coverage.empty());
    }

    private List<Placement> stranded() {
        return crowd.members().stream()
                .filter(member -> !space.isMet(member) && eligibility.metBy(member) != 0 && eligibility.canGo(member))
                .map(crowd::placement)
                .toList();
    }
}
