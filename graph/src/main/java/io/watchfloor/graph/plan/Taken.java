package io.watchfloor.graph.plan;

/** Who is in a team already, by the numbers of {@link Choices}. */
final class Taken {
    private final boolean[] taken;

    Taken(int people) {
        taken = new boolean[people];
    }

    boolean areFree(int[] people) {
        for (int person : people) {
            if (taken[person]) {
                return false;
            }
        }
        return true;
    }

    void mark(int[] people, boolean now) {
        for (int person : people) {
            taken[person] = now;
        }
    }
}
