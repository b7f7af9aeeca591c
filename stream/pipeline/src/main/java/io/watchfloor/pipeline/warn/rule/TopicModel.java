package io.watchfloor.pipeline.warn.rule;

import io.watchfloor.pipeline.warn.rule.Series.Measure;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is usual for one topic over the whole area: how much, at which hours of the week, and how unevenly. Learned as
 * it goes, with forgetting; while young it keeps close to what it was told before.
 *
 * <p>Level: Gamma-Poisson, {@code (a + Σcounts) / (a/prior + Σexposure)}, exposure in hours of an average week's
 * profile. Profile: hour of week, shrunk to the hour of working day or weekend, shrunk to flat. Dispersion: for the
 * variance {@code φ·μ + α·μ²} of an hour, φ from the cells (clumps: several reports of one event), α from the area
 * (days that differ), both by moments.
 */
final class TopicModel {
    /** Weeks-long memory: half of it is forgotten after 28 days. */
    private static final double KEPT_PER_HOUR = StrictMath.exp(-StrictMath.log(2) / (28 * 24));

    /** Each slot is visited weekly; half is forgotten after six visits. */
    private static final double KEPT_PER_VISIT = StrictMath.exp(-StrictMath.log(2) / 6);

    private static final double SLOT_PRIOR = 6;
    private static final double DAY_PRIOR = 24;
    /** How sure the prior level is: as sure as after this many reports. */
    private static final double LEVEL_PRIOR = 1;

    private static final double PHI_PRIOR = 1.6;
    private static final double PHI_PRIOR_WEIGHT = 40;
    private static final double ALPHA_PRIOR = 0.12;
    private static final double ALPHA_PRIOR_WEIGHT = 60;
    private static final double MOST_MOMENTS = 20_000;
    /** An hour further out than this does not teach more than it. */
    private static final double CLIP_DEVIATIONS = 4;
    /** A few reports are what they are: else a quiet place that turns busy would be learned too slowly. */
    private static final double CLIP_NEVER_BELOW = 25;

    private final double[] slotCount = new double[WeekHours.SLOTS];
    private final double[] slotHours = new double[WeekHours.SLOTS];
    private final double[] dayCount = new double[2 * WeekHours.HOURS_PER_DAY];
    private final double[] dayHours = new double[2 * WeekHours.HOURS_PER_DAY];
    private long startHour;
    private long learnedHour;
    private double exposure;
    private double squares;
    private double means;
    private double excess;
    private double meanSquares;
    /** Reports per hour, of all hours; asked for far more often than it changes. NaN: to be added up anew. */
    private double meanPerHour = Double.NaN;

    TopicModel(long hour) {
        startHour = hour;
        learnedHour = hour;
    }

    static double kept(long hours) {
        return StrictMath.pow(KEPT_PER_HOUR, (double) hours);
    }

    long learnedHour() {
        return learnedHour;
    }

    /** When it was first watched. */
    long startHour() {
        return startHour;
    }

    /** Whole hours it has learned from. */
    long age() {
        return learnedHour - startHour;
    }

    /** Forgetful hours of an average week's profile that the levels were counted over. */
    double exposure() {
        return exposure;
    }

    /** Reports (by weight) per hour of an average profile. */
    double level(Series area, double priorPerHour) {
        return (LEVEL_PRIOR + area.learned(Measure.WEIGHT)) / (LEVEL_PRIOR / Math.max(priorPerHour, 1e-6) + exposure);
    }

    /** How sure the level is, as a number of reports. */
    static double sureness(Series area) {
        return LEVEL_PRIOR + area.learned(Measure.WEIGHT);
    }

    /** How busy this hour of the week is; 1 on average. */
    double profile(int slot) {
        int day = WeekHours.dayShape(slot);
        double mean = meanPerHour();
        double byDay = (dayCount[day] + DAY_PRIOR) / (dayHours[day] * mean + DAY_PRIOR);
        return (slotCount[slot] + SLOT_PRIOR * byDay) / (slotHours[slot] * mean + SLOT_PRIOR);
    }

    private double meanPerHour() {
        if (Double.isNaN(meanPerHour)) {
            meanPerHour = exposure <= 0 ? 0 : totalCount() / Math.max(1e-9, totalHours());
        }
        return meanPerHour;
    }

    private double totalCount() {
        double sum = 0;
        for (double count : dayCount) {
            sum += count;
        }
        return sum;
    }

    private double totalHours() {
        double sum = 0;
        for (double hours : dayHours) {
            sum += hours;
        }
        return sum;
    }

    /** Variance over mean of an hour in a cell: several reports of one event. */
    double clumping() {
        double raw = (PHI_PRIOR * PHI_PRIOR_WEIGHT + squares) / (PHI_PRIOR_WEIGHT + means);
        return Math.max(1, Math.min(20, raw));
    }

    /** Squared coefficient of variation of the area's hours beyond clumping. */
    double unevenness() {
        double raw = (ALPHA_PRIOR * ALPHA_PRIOR_WEIGHT + excess) / (ALPHA_PRIOR_WEIGHT + meanSquares);
        return Math.max(0.02, Math.min(3, raw));
    }

    double variance(double mean) {
        return clumping() * mean + unevenness() * mean * mean;
    }

    /** Takes all whole hours before this one into what is usual. */
    void learn(long untilHour, Series area, WeekHours week, double priorPerHour) {
        while (learnedHour < untilHour) {
            int slot = week.slot(learnedHour);
            double profile = profile(slot);
            double mean = level(area, priorPerHour) * profile;
            double count = area.hour(Measure.WEIGHT, learnedHour);
            double share = share(count, mean, sureness(area));
            moments(count, mean); // unclipped: a topic that comes in batches must be known for it
            area.learn(learnedHour, share, KEPT_PER_HOUR);
            exposure = exposure * KEPT_PER_HOUR + profile;
            count(slot, count * share);
            learnedHour++;
        }
    }

    /** Brings a cell's series up to what this model has learned. */
    void teach(Series cell, WeekHours week, double cellLevel, double cellSureness) {
        long from = Math.max(cell.learnedHour(), cell.oldestHour());
        if (from > cell.learnedHour()) {
            long until = Math.min(from, learnedHour);
            cell.forgetUntil(until, kept(until - cell.learnedHour()));
        }
        while (cell.learnedHour() < learnedHour) {
            long hour = cell.learnedHour();
            double mean = cellLevel * profile(week.slot(hour));
            double count = cell.hour(Measure.WEIGHT, hour);
            double share = share(count, mean, cellSureness);
            double off = count * share - mean;
            squares += off * off;
            means += mean;
            cell.learn(hour, share, KEPT_PER_HOUR);
        }
        if (means > MOST_MOMENTS) {
            squares /= 2;
            means /= 2;
        }
    }

    /** Brings a series up to what this model has learned, as it is. */
    void absorb(Series cell) {
        long from = Math.min(learnedHour, Math.max(cell.learnedHour(), cell.oldestHour()));
        if (from > cell.learnedHour()) {
            cell.forgetUntil(from, kept(from - cell.learnedHour()));
        }
        while (cell.learnedHour() < learnedHour) {
            cell.learn(cell.learnedHour(), 1, KEPT_PER_HOUR);
        }
    }

    private double share(double count, double mean, double sureness) {
        if (count <= CLIP_NEVER_BELOW) {
            return 1;
        }
        double variance = variance(mean) + mean * mean / sureness;
        double most = Math.max(CLIP_NEVER_BELOW, mean + CLIP_DEVIATIONS * StrictMath.sqrt(variance));
        return count > most ? most / count : 1;
    }

    private void moments(double count, double mean) {
        double off = count - mean;
        excess += off * off - clumping() * mean;
        meanSquares += mean * mean;
        if (meanSquares > MOST_MOMENTS) {
            excess /= 2;
            meanSquares /= 2;
        }
    }

    private void count(int slot, double count) {
        int day = WeekHours.dayShape(slot);
        slotCount[slot] = slotCount[slot] * KEPT_PER_VISIT + count;
        slotHours[slot] = slotHours[slot] * KEPT_PER_VISIT + 1;
        dayCount[day] = dayCount[day] * KEPT_PER_VISIT + count;
        dayHours[day] = dayHours[day] * KEPT_PER_VISIT + 1;
        meanPerHour = Double.NaN;
    }

    /** Writes it. */
    void write(DataOutput out) throws IOException {
        out.writeLong(startHour);
        out.writeLong(learnedHour);
        for (double[] values : new double[][] {slotCount, slotHours, dayCount, dayHours}) {
            for (double value : values) {
                out.writeDouble(value);
            }
        }
        for (double value : new double[] {exposure, squares, means, excess, meanSquares}) {
            out.writeDouble(value);
        }
    }

    /** Reads what {@link #write} wrote. */
    static TopicModel read(DataInput in) throws IOException {
        TopicModel model = new TopicModel(in.readLong());
        model.learnedHour = in.readLong();
        for (double[] values : new double[][] {model.slotCount, model.slotHours, model.dayCount, model.dayHours}) {
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readDouble();
            }
        }
        model.exposure = in.readDouble();
        model.squares = in.readDouble();
        model.means = in.readDouble();
        model.excess = in.readDouble();
        model.meanSquares = in.readDouble();
        return model;
    }
}
