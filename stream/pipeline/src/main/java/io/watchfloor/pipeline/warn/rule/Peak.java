package io.watchfloor.pipeline.warn.rule;

import io.watchfloor.pipeline.warn.rule.Series.Measure;

/**
 * The window in which a spot stands out most, and how much: the least of the windows' negative binomial tails. Which
 * windows are worth a tail is told by a bound that costs a fiftieth of one: {@code tail ≤ exp(−D)}, D the divergence of
 * the count from its distribution (Chernoff). Those whose bound is far from the best cannot have the least tail.
 *
 * @param windows what was counted and is usual in each window of {@link Scan#WINDOWS}
 * @param at the window that stands out most
 * @param tail its tail, corrected for the windows tried; 1 when no window has more than is usual
 */
@SuppressWarnings("ArrayRecordComponent") // lives as long as one report is looked at
record Peak(Window[] windows, int at, double tail) {
    /** With a bound no lower than {@code exp} of minus this, the tail is far above one in twenty, windows counted. */
    private static final double UNREMARKABLE_DIVERGENCE = 2;

    /** The same for three in ten. */
    private static final double LIKELY_DIVERGENCE = 0.7;

    /** Bounds that differ by more than this belong to tails that differ in the same sense. */
    private static final double NEAR = 1.2;

    /** Windows overlap: six of them are worth about so many independent ones. */
    private static final double WINDOWS_TRIED = 3;

    /** One window. */
    record Window(double weight, double mean, double variance, double divergence) {
        double tail() {
            return NegativeBinomial.tail(weight, mean, variance);
        }
    }

    /** Null when it can be told without a tail that there is nothing to speak of. */
    static Peak findRemarkable(Spot spot, double[] hours, TopicModel model, long headBin) {
        return find(spot, hours, model, headBin, UNREMARKABLE_DIVERGENCE);
    }

    /** Null when it can be told without a tail that the spot is not even rising. */
    static Peak findRising(Spot spot, double[] hours, TopicModel model, long headBin) {
        return find(spot, hours, model, headBin, LIKELY_DIVERGENCE);
    }

    /** Hours are those of an average profile in each window. */
    static Peak of(Spot spot, double[] hours, TopicModel model, long headBin) {
        return of(windows(spot, hours, model, headBin));
    }

    private static Peak find(Spot spot, double[] hours, TopicModel model, long headBin, double leastDivergence) {
        Window[] windows = windows(spot, hours, model, headBin);
        for (Window window : windows) {
            if (window.divergence() > leastDivergence) {
                return of(windows);
            }
        }
        return null;
    }

    private static Window[] windows(Spot spot, double[] hours, TopicModel model, long headBin) {
        double[] weights = spot.sums(Measure.WEIGHT, Scan.WINDOWS, headBin);
        double perHour = spot.perHour();
        double doubt = spot.doubt();
        Window[] windows = new Window[hours.length];
        for (int i = 0; i < hours.length; i++) {
            double mean = perHour * hours[i];
            double variance = model.variance(mean) + doubt * hours[i] * hours[i];
            double divergence = weights[i] <= mean ? 0 : NegativeBinomial.divergence(weights[i], mean, variance);
            windows[i] = new Window(weights[i], mean, variance, divergence);
        }
        return windows;
    }

    private static Peak of(Window[] windows) {
        int at = least(windows, windows.length);
        return at < 0
                ? new Peak(windows, windows.length - 1, 1)
                : new Peak(windows, at, Math.min(1, windows[at].tail() * WINDOWS_TRIED));
    }

    /** The least tail of the first so many windows, corrected for them. */
    double tailWithin(int first) {
        int least = least(windows, first);
        return least < 0 ? 1 : Math.min(1, windows[least].tail() * Math.min(first, WINDOWS_TRIED));
    }

    int bins() {
        return Scan.WINDOWS[at];
    }

    double weight() {
        return windows[at].weight();
    }

    double mean() {
        return windows[at].mean();
    }

    /** The window with the least tail; -1 when none has more than is usual. */
    private static int least(Window[] windows, int first) {
        int likely = -1;
        for (int i = 0; i < first; i++) {
            double far = likely < 0 ? 0 : windows[likely].divergence();
            likely = windows[i].divergence() > far ? i : likely;
        }
        if (likely < 0) {
            return -1;
        }
        int least = likely;
        double tail = Double.NaN;
        for (int i = 0; i < first; i++) {
            if (i != likely && windows[i].divergence() > windows[likely].divergence() - NEAR) {
                tail = Double.isNaN(tail) ? windows[likely].tail() : tail;
                double other = windows[i].tail();
                least = other < tail ? i : least;
                tail = Math.min(other, tail);
            }
        }
        return least;
    }
}
