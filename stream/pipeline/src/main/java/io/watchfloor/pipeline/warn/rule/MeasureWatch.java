package io.watchfloor.pipeline.warn.rule;

/**
 * Tells when a general measure (a level, a load, a rate) behaves as it has not before. Causal: each value is judged by
 * those before it. The score is the mean of four views, each in units of its usual extreme and at most five of them:
 * how far the last twelve values are from what is usual at their hour of the day; how far the mean of sixty is from the
 * long run; how badly the better of three simple predictions (fast mean, slow mean, the day before) has just failed; and
 * how far the value lies outside all that was ever seen. After a detection it is silent for a while.
 */
public final class MeasureWatch {
    /** From this score on; chosen on the benchmark, see {@code WARNING.md}. */
    public static final double THRESHOLD = 0.42;

    /** Values after a detection that cannot be another. */
    public static final int REFRACTORY = 120;

    private static final double MOST_EXTREMES = 5;
    private static final double DAY_EXTREME = 3.6;
    private static final double SHIFT_EXTREME = 5.7;
    private static final double MISS_EXTREME = 6.4;
    private static final double NOVELTY_EXTREME = 0.05;
    private static final double FAST = 0.3;
    private static final double SLOW = 0.05;
    private static final int DAY_WARM_UP = 200;
    private static final int SHIFT_WARM_UP = 300;
    private static final int MISS_WARM_UP = 100;
    private static final int HOURS = 24;
    private static final long HOUR_SECONDS = 3_600;

    private final int valuesPerDay;
    private final double threshold;
    private final double[] hourMean = new double[HOURS];
    private final long[] hourCount = new long[HOURS];
    private final double[] yesterday;
    private final RollingStatistics dayMisses = new RollingStatistics(12);
    private final RollingStatistics recent = new RollingStatistics(60);
    private final RollingStatistics means = new RollingStatistics(4_000);
    private final RollingStatistics misses = new RollingStatistics(2_000);
    private double hourVariance = 1e-9;
    private long hourKnown;
    private double fast;
    private double slow;
    private double lastMiss;
    private double high;
    private double low;
    private long seen;
    private long silentUntil;

    /**
     * A measure with so many values a day.
     *
     * @param threshold see {@link #THRESHOLD}
     */
    public MeasureWatch(int valuesPerDay, double threshold) {
        this.valuesPerDay = Math.max(1, valuesPerDay);
        this.threshold = threshold;
        this.yesterday = new double[this.valuesPerDay];
    }

    /** How unlike everything before the value is; detections are those that {@link #isDetection} confirms. */
    public double score(long epochSecond, double value) {
        if (seen == 0) {
            fast = value;
            slow = value;
            high = value;
            low = value;
        }
        double score = (extremes(ofDay(epochSecond, value), DAY_EXTREME)
                        + extremes(shift(value), SHIFT_EXTREME)
                        + extremes(miss(value), MISS_EXTREME)
                        + extremes(novelty(value), NOVELTY_EXTREME))
                / 4;
        seen++;
        return score;
    }

    /** Whether the score just given is news. */
    public boolean isDetection(double score) {
        if (score < threshold || seen < silentUntil) {
            return false;
        }
        silentUntil = seen + REFRACTORY;
        return true;
    }

    private static double extremes(double view, double extreme) {
        return Double.isFinite(view) ? Math.min(Math.max(view, 0) / extreme, MOST_EXTREMES) : 0;
    }

    private double ofDay(long epochSecond, double value) {
        int hour = (int) Math.floorMod(Math.floorDiv(epochSecond, HOUR_SECONDS), (long) HOURS);
        double off = 0;
        if (hourCount[hour] > 0) {
            double error = value - hourMean[hour];
            off = hourKnown > DAY_WARM_UP ? Math.abs(error) / StrictMath.sqrt(hourVariance) : 0;
            hourVariance += (error * error - hourVariance) * Math.max(0.001, 1.0 / (hourKnown + 1));
            hourKnown++;
        }
        hourCount[hour]++;
        hourMean[hour] += (value - hourMean[hour]) * Math.max(1.0 / hourCount[hour], 0.02);
        dayMisses.add(Double.isFinite(off) ? off : 0);
        return dayMisses.mean();
    }

    private double shift(double value) {
        recent.add(value);
        double mean = recent.mean();
        double off =
                means.count() > SHIFT_WARM_UP ? Math.abs(mean - means.mean()) / Math.max(means.deviation(), 1e-9) : 0;
        means.add(mean);
        return off;
    }

    private double miss(double value) {
        int at = (int) (seen % valuesPerDay);
        double byDay = seen < valuesPerDay ? 0 : Math.abs(value - yesterday[at]);
        double miss = Math.min(byDay, Math.min(Math.abs(value - fast), Math.abs(value - slow)));
        yesterday[at] = value;
        fast += FAST * (value - fast);
        slow += SLOW * (value - slow);
        double both = seen == 0 ? miss : (miss + lastMiss) / 2;
        double spread = Math.max(
                misses.deviation() / StrictMath.sqrt(StrictMath.sqrt(2)), 1e-6 * (1 + Math.abs(misses.mean())));
        double off = misses.count() >= MISS_WARM_UP ? (both - misses.mean()) / spread : 0;
        lastMiss = miss;
        misses.add(miss);
        return off;
    }

    private double novelty(double value) {
        double off = Math.max(0, Math.max(value - high, low - value)) / Math.max(high - low, 1e-9);
        high = Math.max(high, value);
        low = Math.min(low, value);
        return off;
    }
}
