package io.watchfloor.graph.candidate;

import io.watchfloor.graph.roster.Crowd;
import io.watchfloor.graph.roster.Eligibility;
import io.watchfloor.graph.roster.Member;
import java.util.Arrays;

/**
 * Who could go and has not been met by the running walk. Looking through all people costs as much as walking over a part of
 * the roads, so that it is done only once the walk has come that far; from then on the walk may end as soon as nobody is
 * awaited any more. Somebody no road leads to is awaited for ever.
 */
final class Awaited {
    /** Looking at a person costs less than settling a node. */
    private static final int PEOPLE_PER_NODE = 8;

    private static final int LEAST_NODES = 64;

    private final int[] awaitedIn;
    private int search;
    private int nodes;
    private int remaining;

    Awaited(int people) {
        awaitedIn = new int[people];
    }

    void start() {
        if (++search == Integer.MAX_VALUE) {
            Arrays.fill(awaitedIn, 0);
            search = 1;
        }
        nodes = 0;
        remaining = Integer.MAX_VALUE;
    }

    /** One more node is settled. */
    void passed(Crowd crowd, Eligibility eligibility, SearchSpace space) {
        if (++nodes == LEAST_NODES + crowd.size() / PEOPLE_PER_NODE) {
            remaining = 0;
            for (Member member : crowd.members()) {
                if (!space.isMet(member)
                        && eligibility.holdsAny(member)
                        && eligibility.metBy(member) != 0
                        && eligibility.canGo(member)) {
                    awaitedIn[member.index()] = search;
                    remaining++;
                }
            }
        }
    }

    /** The person was met for the first time. */
    void met(Member member) {
        if (awaitedIn[member.index()] == search) {
            remaining--;
        }
    }

    boolean isNobody() {
        return remaining == 0;
    }
}
