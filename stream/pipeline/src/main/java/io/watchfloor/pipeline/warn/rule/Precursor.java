package io.watchfloor.pipeline.warn.rule;

/**
 * How well what was counted fits a trouble that builds up, against nothing out of the ordinary: log likelihood ratios of
 * Poisson counts whose extra reports grow in a straight line, over several durations and sizes, a fifth of them next door.
 * Clumped reports count for less: the ratio is divided by their dispersion.
 */
final class Precursor {
    /** Which share of its course it is through: just before its end, past its middle, before it. */
    static final double[] PLACES = {0.95, 0.7, 0.45};

    private static final double[] DURATION_HOURS = {8, 16, 30};
    private static final double[] REPORTS = {8, 16, 32};
    private static final double BESIDE = 0.2;
    private static final double LEAST_MEAN = 0.02;
    private static final double MOST = 40;

    private Precursor() {}

    /**
     * By place in its course, of {@link #PLACES}: log of the mean over durations and sizes.
     *
     * @param counts in the spot, by window of {@link Scan#WINDOWS}
     * @param means usual there
     * @param besideCounts in the cells that touch; null when there are none
     * @param besideMeans usual there
     * @param clumping variance over mean
     */
    static double[] logOdds(
            double[] counts, double[] means, double[] besideCounts, double[] besideMeans, double clumping) {
        double[] logOdds = new double[PLACES.length];
        for (int place = 0; place < PLACES.length; place++) {
            double sum = 0;
            for (double hours : DURATION_HOURS) {
                for (double reports : REPORTS) {
                    double own = besideCounts == null ? 1 : 1 - BESIDE;
                    double gained = gained(counts, means, reports * own, hours, PLACES[place]);
                    if (besideCounts != null) {
                        gained += gained(besideCounts, besideMeans, reports * BESIDE, hours, PLACES[place]);
                    }
                    sum += StrictMath.exp(gained / clumping);
                }
            }
            double mean = sum / (DURATION_HOURS.length * REPORTS.length);
            logOdds[place] = Math.max(-MOST, Math.min(MOST, StrictMath.log(mean)));
        }
        return logOdds;
    }

    private static double gained(double[] counts, double[] means, double reports, double hours, double place) {
        double gained = 0;
        double count = 0;
        double mean = 0;
        double newer = place * place;
        for (int i = 0; i < counts.length; i++) {
            double reached = Math.max(0, place - Scan.WINDOWS[i] / (hours * Series.BINS_PER_HOUR));
            double older = reached * reached;
            double extra = reports * (newer - older);
            double usual = Math.max(LEAST_MEAN, means[i] - mean);
            gained += (counts[i] - count) * StrictMath.log1p(extra / usual) - extra;
            count = counts[i];
            mean = means[i];
            newer = older;
        }
        return gained;
    }
}
