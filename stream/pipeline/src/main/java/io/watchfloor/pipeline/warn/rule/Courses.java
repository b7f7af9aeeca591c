package io.watchfloor.pipeline.warn.rule;

import io.watchfloor.pipeline.warn.rule.Series.Measure;
import java.util.Arrays;

/**
 * How well the last day fits a build-up: reports that grow steadily, in a place and a little beside it, over some hours up
 * to a moment when it breaks. Whether that moment is still ahead, or over, is told by likelihood ratios against what is
 * usual, averaged over how long, how large and when (a mixture: nobody knows which). Poisson, divided by the topic's
 * clumping.
 *
 * @param ahead logarithm of the ratio for moments within the next day
 * @param over the same for moments within the last hours
 * @param size mean logarithm of the reports it comes to, by how well they fit
 */
record Courses(double ahead, double over, double size) {
    private static final double[] LAST_HOURS = {10, 24};
    private static final double[] SIZES = {10, 25};
    private static final double[] AHEAD_HOURS = {2, 7, 15};
    private static final double[] OVER_HOURS = {-1, -6};
    /** Of the reports, those that come from the place itself. */
    private static final double HERE = 0.8;

    private static final int STEP_BINS = 3;
    private static final int STEPS = 48;
    private static final double STEP_HOURS = 0.5;
    private static final double MOST = 40;
    private static final double LEAST_RATE = 1e-3;

    /** What came: half hours that had reports, how long ago, how many, and what is usual in an hour then. */
    @SuppressWarnings("ArrayRecordComponent") // lives as long as one report is looked at
    private record Heard(int steps, double[] agoHours, double[] counts, double[] usual) {}

    static Courses of(Spot spot, Spot beside, double[] profile, double clumping, long headBin) {
        Heard here = heard(spot, profile, headBin);
        Heard there = beside == null ? null : heard(beside, profile, headBin);
        double[] ahead = new double[AHEAD_HOURS.length];
        double[] over = new double[OVER_HOURS.length];
        double[] size = new double[2];
        for (int i = 0; i < ahead.length; i++) {
            ahead[i] = mixture(here, there, AHEAD_HOURS[i], clumping, size);
        }
        for (int i = 0; i < over.length; i++) {
            over[i] = mixture(here, there, OVER_HOURS[i], clumping, size);
        }
        return new Courses(log(ahead), log(over), size[1] / size[0]);
    }

    private static double log(double[] ratios) {
        return StrictMath.log(Arrays.stream(ratios).sum() / ratios.length);
    }

    private static Heard heard(Spot spot, double[] profile, long headBin) {
        double[] counts = spot.steps(Measure.COUNT, STEP_BINS, STEPS, headBin);
        double perHour = spot.perHour() * spot.countPerWeight();
        int steps = (int) Arrays.stream(counts).filter(count -> count > 0).count();
        Heard heard = new Heard(steps, new double[steps], new double[steps], new double[steps]);
        int at = 0;
        for (int i = 0; i < STEPS; i++) {
            if (counts[i] > 0) {
                heard.agoHours()[at] = (i + 0.5) * STEP_HOURS;
                heard.counts()[at] = counts[i];
                heard.usual()[at] = Math.max(LEAST_RATE, perHour * profile[i / 2]);
                at++;
            }
        }
        return heard;
    }

    /** Of all lengths and sizes that end then; adds to the sums of weights and of weighted sizes. */
    private static double mixture(Heard here, Heard there, double endHours, double clumping, double[] size) {
        double sum = 0;
        for (double hours : LAST_HOURS) {
            if (endHours >= hours) {
                sum += SIZES.length; // not begun yet: as likely as nothing
                continue;
            }
            for (double reports : SIZES) {
                double log = ratio(here, HERE * reports, endHours, hours)
                        + (there == null ? 0 : ratio(there, (1 - HERE) * reports, endHours, hours));
                double ratio = StrictMath.exp(Math.min(MOST, log / clumping));
                sum += ratio;
                size[0] += ratio;
                size[1] += ratio * StrictMath.log(reports);
            }
        }
        return sum / (LAST_HOURS.length * SIZES.length);
    }

    private static double ratio(Heard heard, double reports, double endHours, double hours) {
        double log =
                -reports * (square(place(0, endHours, hours)) - square(place(STEPS * STEP_HOURS, endHours, hours)));
        for (int i = 0; i < heard.steps(); i++) {
            double begun = (hours - endHours - heard.agoHours()[i]) / hours;
            if (begun > 0 && begun < 1) {
                double extra = reports * 2 * begun / hours;
                log += heard.counts()[i] * StrictMath.log1p(extra / heard.usual()[i]);
            }
        }
        return log;
    }

    /** Which share of the time had gone so many hours ago. */
    private static double place(double ago, double endHours, double hours) {
        return Math.max(0, Math.min(1, (hours - endHours - ago) / hours));
    }

    private static double square(double value) {
        return value * value;
    }
}
