package io.watchfloor.graph.plan;

/** The team of each incident, by its position in the list of choices, and what is known of that. */
final class Solution {
    private final int[] chosen;
    private final boolean proved;
    private final boolean bySolver;

    /**
     * Takes the array as its own.
     *
     * @param proved whether nothing is cheaper
     * @param bySolver whether it took the solver
     */
    Solution(int[] chosen, boolean proved, boolean bySolver) {
        this.chosen = chosen;
        this.proved = proved;
        this.bySolver = bySolver;
    }

    int[] chosen() {
        return chosen;
    }

    boolean proved() {
        return proved;
    }

    boolean bySolver() {
        return bySolver;
    }
}
