package io.watchfloor.graph.candidate;

import io.watchfloor.graph.road.LongHeap;
import io.watchfloor.graph.road.RoadExpansion;
import io.watchfloor.graph.road.RoadNetwork;
import io.watchfloor.graph.roster.Crowd;
import io.watchfloor.graph.roster.Eligibility;
import io.watchfloor.graph.roster.Member;
import java.util.Arrays;

/**
 * What one search needs and the next can use again: the expansion over the roads, who was met and who waits to be judged.
 * A mark tells what belongs to the running search, so that nothing has to be cleared.
 */
final class SearchSpace {
    private final RoadExpansion roads;
    private final int[] metIn;
    private final CandidateSearch.Arrival[] waiting;
    private final LongHeap queue = new LongHeap();
    private final Awaited awaited;
    private int search;

    SearchSpace(RoadNetwork network, int people) {
        roads = RoadExpansion.backwards(network);
        metIn = new int[people];
        waiting = new CandidateSearch.Arrival[people];
        awaited = new Awaited(people);
    }

    void start() {
        if (++search == Integer.MAX_VALUE) {
            Arrays.fill(metIn, 0);
            search = 1;
        }
        queue.clear();
        awaited.start();
    }

    /** One more node of the roads is settled. */
    void passed(Crowd crowd, Eligibility eligibility) {
        awaited.passed(crowd, eligibility, this);
    }

    /** Whether everybody who can go was met and judged. */
    boolean isNobodyAwaited() {
        return awaited.isNobody() && !hasWaiting();
    }

    RoadExpansion roads() {
        return roads;
    }

    /** False when the person was met before in this search. */
    boolean meet(Member member) {
        boolean first = metIn[member.index()] != search;
        metIn[member.index()] = search;
        if (first) {
            awaited.met(member);
        }
        return first;
    }

    boolean isMet(Member member) {
        return metIn[member.index()] == search;
    }

    void await(CandidateSearch.Arrival arrival) {
        int index = arrival.member().index();
        waiting[index] = arrival;
        queue.add(LongHeap.entry(arrival.rankMillis(), index));
    }

    boolean hasWaiting() {
        return !queue.isEmpty();
    }

    /** By what the nearest who waits is ordered: their travel time, or a little more. */
    int nextMillis() {
        return LongHeap.time(queue.peek());
    }

    /** The nearest who waits; of two equally near the one with the lower number. */
    CandidateSearch.Arrival next() {
        return waiting[LongHeap.number(queue.poll())];
    }
}
