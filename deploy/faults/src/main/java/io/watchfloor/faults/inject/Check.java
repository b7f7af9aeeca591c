package io.watchfloor.faults.inject;

/** What a rule demands. */
final class Check {
    private Check() {}

    /** Fails with this sentence unless it holds. */
    static void that(boolean holds, String sentence) {
        if (!holds) {
            throw new AssertionError(sentence);
        }
    }
}
