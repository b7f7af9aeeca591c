package io.watchfloor.pipeline.warn.rule;

import io.watchfloor.contract.Grade;

/**
 * From which probability and below which tail a rise is of a level. Both must hold: the probability comes from a fit,
 * the tail from the counts themselves.
 *
 * @param fewestReports less than these is never a rise
 * @param blue probability for level IV
 * @param blueTail tail for level IV
 * @param yellow probability for level III
 * @param yellowTail tail for level III
 * @param orange probability for level II
 * @param orangeTail tail for level II
 * @param red probability for level I
 * @param redTail tail for level I
 */
public record Thresholds(
        int fewestReports,
        double blue,
        double blueTail,
        double yellow,
        double yellowTail,
        double orange,
        double orangeTail,
        double red,
        double redTail) {
    private static final int FEWEST_REPORTS = 5;
    /** Such a count is a rise whatever the fit thinks of it. */
    private static final double CERTAIN_TAIL = 1e-8;

    /** The same within an hour: the fit knows only what builds up over six hours and more. */
    private static final double CERTAIN_BURST_TAIL = 1e-6;

    private static final int BURST_MINUTES = 60;

    /** What the shipped fit was measured with. */
    public static final Thresholds SHIPPED = new Thresholds(
            FEWEST_REPORTS,
            Risk.SHIPPED.blue(),
            Scan.UNREMARKABLE,
            Math.max(0.65, Risk.SHIPPED.blue()),
            1e-4,
            0.8,
            1e-6,
            0.92,
            1e-9);

    /** Nothing is warned of, for looking on. */
    public static final Thresholds NEVER = new Thresholds(FEWEST_REPORTS, 2, 0, 2, 0, 2, 0, 2, 0);

    /** Of what no fit has judged, by probability and tail; null for none. */
    public Grade level(double probability, double tail, int count) {
        return level(probability, tail, count, Integer.MAX_VALUE);
    }

    /** Whether so unlikely a count in such a window speaks for itself. */
    static boolean isCertain(double tail, int windowMinutes) {
        return tail <= CERTAIN_TAIL || (windowMinutes <= BURST_MINUTES && tail <= CERTAIN_BURST_TAIL);
    }

    /** Null for none. */
    Grade level(double probability, double tail, int count, int windowMinutes) {
        if (count < fewestReports || tail > blueTail || (probability < blue && !isCertain(tail, windowMinutes))) {
            return null;
        }
        if (probability >= red && tail <= redTail) {
            return Grade.I;
        }
        if (probability >= orange && tail <= orangeTail) {
            return Grade.II;
        }
        return probability >= yellow && tail <= yellowTail ? Grade.III : Grade.IV;
    }

    /** The same with another bar for being raised at all. */
    public Thresholds withBlue(double probability) {
        return new Thresholds(
                fewestReports,
                probability,
                blueTail,
                Math.max(probability, yellow),
                yellowTail,
                Math.max(probability, orange),
                orangeTail,
                Math.max(probability, red),
                redTail);
    }
}
