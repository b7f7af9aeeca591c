package io.watchfloor.pipeline.warn.rule;

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
    static final double UNREMARKABLE_DIVERGENCE = 2;

    /** Below this nobody asks how far exactly. */
    private static final double LEAST_DIVERGENCE = 0.7;

    /** Bounds that differ by more than this belong to tails that differ in the same sense. */
    static final double NEAR = 1.2;

    /** Windows overlap: six of them are worth about so many independent ones. */
    private static final double WINDOWS_TRIED = 3;

    /** One window. */
    record Window(double weight, double mean, double variance, double divergence) {
        double tail() {
            return NegativeBinomial.tail(weight, mean, variance);
        }
    }

    /** Null when it can be told without a tail that there is nothing to speak of. */
    static Peak findRemarkable(Tally tally, double[] hours, TopicModel model) {
        Window[] windows = windows(tally, hours, model);
        return mostDivergence(windows) < UNREMARKABLE_DIVERGENCE ? null : of(windows);
    }

    /** Hours are those of an average profile in each window. */
    static Peak of(Tally tally, double[] hours, TopicModel model) {
        return of(windows(tally, hours, model));
    }

    static Window[] windows(Tally tally, double[] hours, TopicModel model) {
        double[] weights = tally.weights();
        Window[] windows = new Window[hours.length];
        for (int i = 0; i < hours.length; i++) {
            double mean = tally.perHour() * hours[i];
            double variance = model.variance(mean) + tally.doubt() * hours[i] * hours[i];
            windows[i] = new Window(weights[i], mean, variance, divergence(weights[i], mean, variance));
        }
        return windows;
    }

    /** How far from what is usual the farthest window is; 0 when none has more. */
    static double mostDivergence(Window[] windows) {
        double most = 0;
        for (Window window : windows) {
            most = Math.max(most, window.divergence());
        }
        return most;
    }

    /** No less than this is {@code (y − μ)² / 2σ²}, as the variance grows with the mean; it costs no logarithm. */
    private static double divergence(double weight, double mean, double variance) {
        if (weight <= mean) {
            return 0;
        }
        double off = weight - mean;
        double atMost = off * off / (2 * variance);
        return atMost < LEAST_DIVERGENCE ? atMost : NegativeBinomial.divergence(weight, mean, variance);
    }

    static Peak of(Window[] windows) {
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
