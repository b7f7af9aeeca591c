package io.watchfloor.faults.report;

import java.time.Duration;

/**
 * What became of one fault.
 *
 * @param number its number in the list of faults
 * @param fault what was broken
 * @param rule what must hold
 * @param verdict whether it did
 * @param figure what was measured
 * @param note why it was not run or what failed; empty otherwise
 * @param took how long it took, recovery and checks included
 */
public record FaultLine(
        int number, String fault, String rule, Verdict verdict, String figure, String note, Duration took) {
    /** How it ended. */
    public enum Verdict {
        PASSED,
        FAILED,
        NOT_RUN
    }

    /** The line as text. */
    public String text() {
        return String.format(
                "%2d  %-8s %-44s %s%s  (%d s)",
                number,
                verdict.name().replace('_', ' '),
                fault,
                figure,
                note.isEmpty() ? "" : (figure.isEmpty() ? "" : "; ") + note,
                took.toSeconds());
    }
}
