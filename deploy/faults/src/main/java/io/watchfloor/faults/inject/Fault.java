package io.watchfloor.faults.inject;

/**
 * One way to break the system.
 *
 * @param number its number in the list of faults
 * @param name what is broken
 * @param rule what must hold
 * @param needs what the system has to be started with
 * @param injection breaks it, waits for recovery and gives the figure
 */
public record Fault(int number, String name, String rule, Needs needs, Injection injection) {
    /** How the system is started for it. */
    public enum Needs {
        /** As it is shipped. */
        NOTHING,
        /** With Redis's folder and the checkpoints on small disks of their own. */
        SMALL_DISKS,
        /** With a clock that can be moved. */
        MOVABLE_CLOCK,
        /** With Redis behind a proxy that can break the link. */
        PROXY,
        /** After two feeds have sent for days. */
        FEED_HISTORY,
        /** As the version before was shipped. */
        OLD_VERSION
    }

    /** Breaks it and waits. */
    @FunctionalInterface
    public interface Injection {
        /**
         * Breaks it, waits until it has recovered and checks the fault's own rule.
         *
         * @return the figure
         * @throws NotRunException when this machine cannot do it
         * @throws AssertionError when the rule does not hold
         */
        String run(Bench bench) throws Exception;
    }
}
