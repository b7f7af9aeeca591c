package io.watchfloor.graph.plan;

import java.util.Arrays;

/**
 * Depth-first search with a bound: an incident's cheapest team is the least it can cost. Proves small cases in no time
 * and without natives; what it has not proved within its steps is as good as what it began with, or better.
 */
final class TreeSearch {
    private final Choices choices;
    private final int[] order;
    private final long[] leastFrom;
    private final Taken taken;
    private final int[] chosen;
    private int[] best;
    private long bestCost;
    private long stepsLeft;

    private TreeSearch(Choices choices, int[] start, long steps) {
        this.choices = choices;
        this.stepsLeft = steps;
        this.best = start.clone();
        this.bestCost = choices.cost(start);
        this.chosen = new int[choices.incidents()];
        this.taken = new Taken(choices.peopleCount());
        this.order = dearestFirst(choices);
        this.leastFrom = new long[choices.incidents() + 1];
        for (int i = choices.incidents() - 1; i >= 0; i--) {
            leastFrom[i] = leastFrom[i + 1] + choices.cost(order[i], 0);
        }
    }

    /** Begins with an allowed choice. */
    static Solution search(Choices choices, int[] start, long steps) {
        TreeSearch search = new TreeSearch(choices, start, steps);
        search.descend(0, 0);
        return new Solution(search.best, search.stepsLeft > 0, false);
    }

    private void descend(int depth, long cost) {
        if (depth == order.length) {
            best = chosen.clone();
            bestCost = cost;
            return;
        }
        int incident = order[depth];
        for (int team = 0; team < choices.teams(incident); team++) {
            long next = cost + choices.cost(incident, team);
            if (next + leastFrom[depth + 1] >= bestCost || stepsLeft-- <= 0) {
                return;
            }
            int[] people = choices.people(incident, team);
            if (taken.areFree(people)) {
                taken.mark(people, true);
                chosen[incident] = team;
                descend(depth + 1, next);
                taken.mark(people, false);
            }
        }
    }

    /** Where going without costs most is decided first: that cuts the tree near its root. */
    private static int[] dearestFirst(Choices choices) {
        Integer[] order = new Integer[choices.incidents()];
        Arrays.setAll(order, incident -> incident);
        Arrays.sort(order, (a, b) -> {
            int byCost = Long.compare(choices.cost(b, choices.nobody(b)), choices.cost(a, choices.nobody(a)));
            return byCost != 0 ? byCost : Integer.compare(a, b);
        });
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }
}
