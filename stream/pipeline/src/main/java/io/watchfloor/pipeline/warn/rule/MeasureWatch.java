package io.watchfloor.pipeline.warn.rule;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Tells when a general measure (a level, a load, a rate) behaves as it has not before. Causal: each value is judged by
 * those before it. The score is the mean of three views, each in units of its usual extreme and at most four of them:
 * how far the last twelve values are from what is usual at their hour of the day; how far they are from what is usual at
 * their hour of the week, compared with how far they usually are; and how far the value lies outside all that was ever
 * seen. After a detection it is silent for a while.
 */
public final class MeasureWatch {
    /** From this score on; chosen on the benchmark, see {@code WARNING.md}. */
    public static final double THRESHOLD = 0.45;

    /** Values after a detection that cannot be another. */
    public static final int REFRACTORY = 120;

    /** How many views there are. */
    public static final int VIEWS = 3;

    private static final double MOST_EXTREMES = 4;
    private static final double DAY_EXTREME = 3.3;
    private static final double WEEK_EXTREME = 7;
    private static final double NOVELTY_EXTREME = 0.01;

    private static final int LAST = 12;
    private static final int LONG_RUN = 3_000;
    private static final int WARM_UP = 300;
    private static final double FORGETTING = 0.02;
    private static final double WEEK_FORGETTING = 0.03;
    /** What is usual at the hour of the day stands in for as many values of the hour of the week. */
    private static final double DAY_PRIOR = 4;

    private static final double LEAST_FORGETTING = 0.001;
    private static final double LEAST_SPREAD = 1e-6;
    private static final double LEAST_VARIANCE = 1e-9;
    private static final int HOURS = 24;
    private static final int WEEK_HOURS = 168;
    private static final long HOUR_SECONDS = 3_600;

    private final double threshold;
    private final double[] hourMean = new double[HOURS];
    private final double[] hourCount = new double[HOURS];
    private final double[] weekMean = new double[WEEK_HOURS];
    private final double[] weekCount = new double[WEEK_HOURS];
    private final RollingStatistics dayMisses = new RollingStatistics(LAST);
    private final RollingStatistics weekMisses = new RollingStatistics(LAST);
    private final RollingStatistics usualMisses = new RollingStatistics(LONG_RUN);
    private double hourVariance = LEAST_VARIANCE;
    private long hourKnown;
    private double high;
    private double low;
    private long seen;
    private long silentUntil;

    /** One that detects from this score on; see {@link #THRESHOLD}. */
    public MeasureWatch(double threshold) {
        this.threshold = threshold;
    }

    /** How unlike everything before the value is; detections are those that {@link #isDetection} confirms. */
    public double score(long epochSecond, double value) {
        double[] views = views(epochSecond, value);
        return (views[0] + views[1] + views[2]) / VIEWS;
    }

    /** The views it is the mean of, {@value #VIEWS} of them, each in units of its usual extreme. */
    public double[] views(long epochSecond, double value) {
        if (seen == 0) {
            high = value;
            low = value;
        }
        int slot = (int) Math.floorMod(Math.floorDiv(epochSecond, HOUR_SECONDS), (long) WEEK_HOURS);
        double ofWeek = extremes(ofWeek(slot, value), WEEK_EXTREME); // before the day learns it
        double ofDay = extremes(ofDay(slot % HOURS, value), DAY_EXTREME);
        double novelty = extremes(novelty(value), NOVELTY_EXTREME);
        seen++;
        return new double[] {ofWeek, ofDay, novelty};
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

    private double ofDay(int hour, double value) {
        double off = 0;
        if (hourCount[hour] > 0) {
            double error = value - hourMean[hour];
            off = hourKnown > WARM_UP ? Math.abs(error) / StrictMath.sqrt(hourVariance) : 0;
            hourVariance += (error * error - hourVariance) * Math.max(LEAST_FORGETTING, 1.0 / (hourKnown + 1));
            hourKnown++;
        }
        hourCount[hour]++;
        hourMean[hour] += (value - hourMean[hour]) * Math.max(1 / hourCount[hour], FORGETTING);
        dayMisses.add(Double.isFinite(off) ? off : 0);
        return dayMisses.mean();
    }

    private double ofWeek(int slot, double value) {
        double prior = Math.min(hourCount[slot % HOURS], DAY_PRIOR);
        double known = weekCount[slot] + prior;
        double usual = known == 0 ? value : (weekMean[slot] * weekCount[slot] + hourMean[slot % HOURS] * prior) / known;
        weekCount[slot]++;
        weekMean[slot] += (value - weekMean[slot]) * Math.max(1 / weekCount[slot], WEEK_FORGETTING);
        weekMisses.add(value - usual);
        double miss = Math.abs(weekMisses.mean());
        double mean = usualMisses.mean();
        double spread = Math.max(usualMisses.deviation(), LEAST_SPREAD * (1 + Math.abs(mean)));
        double off = seen >= WARM_UP ? (miss - mean) / spread : 0;
        usualMisses.add(miss);
        return off;
    }

    private double novelty(double value) {
        double outside = Math.max(0, Math.max(value - high, low - value));
        double off = seen < WARM_UP ? 0 : outside / Math.max(high - low, LEAST_VARIANCE);
        high = Math.max(high, value);
        low = Math.min(low, value);
        return off;
    }

    /** Writes what it has seen. */
    void write(DataOutput out) throws IOException {
        for (double[] values : tables()) {
            for (double value : values) {
                out.writeDouble(value);
            }
        }
        for (RollingStatistics rolling : rolling()) {
            rolling.write(out);
        }
        for (double value : new double[] {hourVariance, high, low}) {
            out.writeDouble(value);
        }
        for (long value : new long[] {hourKnown, seen, silentUntil}) {
            out.writeLong(value);
        }
    }

    /** Goes on from what {@link #write} wrote. */
    void read(DataInput in) throws IOException {
        for (double[] values : tables()) {
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readDouble();
            }
        }
        for (RollingStatistics rolling : rolling()) {
            rolling.read(in);
        }
        hourVariance = in.readDouble();
        high = in.readDouble();
        low = in.readDouble();
        hourKnown = in.readLong();
        seen = in.readLong();
        silentUntil = in.readLong();
    }

    private double[][] tables() {
        return new double[][] {hourMean, hourCount, weekMean, weekCount};
    }

    private RollingStatistics[] rolling() {
        return new RollingStatistics[] {dayMisses, weekMisses, usualMisses};
    }
}
