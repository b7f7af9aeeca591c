package io.watchfloor.pipeline.warn.rule;

import io.watchfloor.pipeline.warn.rule.Series.Measure;

/**
 * A spot with what was counted in it, added up once.
 *
 * @param weights in each window of {@link Scan#WINDOWS}
 * @param perHour what is usual in an hour of an average profile
 * @param doubt squared doubt about that
 */
@SuppressWarnings("ArrayRecordComponent") // lives as long as one report is looked at
record Tally(Spot spot, double[] weights, double perHour, double doubt) {
    static Tally of(Spot spot, long headBin) {
        return new Tally(spot, spot.sums(Measure.WEIGHT, Scan.WINDOWS, headBin), spot.perHour(), spot.doubt());
    }

    Tally with(Tally other) {
        double[] sums = weights.clone();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.weights[i];
        }
        return new Tally(spot.with(other.spot), sums, perHour + other.perHour, doubt + other.doubt);
    }
}
