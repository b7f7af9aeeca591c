package io.watchfloor.faults.report;

import java.time.Duration;

/**
 * What became of one fault.
 *
 * @param number its number in the list of faults
 * @param fault what was broken
 * @param rule what must hold
 * @param verdict whether it did
 * @param tally what went in and what came out
 * @param recoveries how long the system took to be whole again
 * @param figure what else was measured
 * @param note why it, or which part of it, was not run, or what failed; empty otherwise
 * @param took how long it took, recovery and checks included
 */
public record FaultLine(
        int number,
        String fault,
        String rule,
        Verdict verdict,
        Tally tally,
        Recoveries recoveries,
        String figure,
        String note,
        Duration took) {
    /** How it ended. */
    public enum Verdict {
        PASSED("passed"),
        /** What could be injected; the note says what could not. */
        IN_PART("passed, in part NOT RUN"),
        FAILED("FAILED"),
        NOT_RUN("NOT RUN");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** As a report says it. */
        public String word() {
            return word;
        }
    }

    /** The line as text. */
    public String text() {
        String head = String.format("%2d  %-7s %-48s", number, verdict.word(), fault);
        return verdict == Verdict.NOT_RUN
                ? head + note
                : head + tally.text() + "; recovery " + recoveries.text() + joined(figure) + joined(note) + "  ("
                        + took.toSeconds() + " s)";
    }

    private static String joined(String words) {
        return words.isEmpty() ? "" : "; " + words;
    }
}
