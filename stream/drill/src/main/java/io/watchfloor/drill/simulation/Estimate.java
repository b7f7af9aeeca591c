package io.watchfloor.drill.simulation;

/**
 * A mean over replications and half the width of its 95 % confidence interval.
 *
 * @param mean of all replications
 * @param half Student's t times the standard error; NaN for a single replication
 */
record Estimate(double mean, double half) {
    /** Student's t for 97.5 % and 1 to 29 degrees of freedom. */
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045
    };

    private static final double T_OF_MANY = 1.96;

    static Estimate of(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        if (values.length < 2) {
            return new Estimate(mean, Double.NaN);
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double error = Math.sqrt(squares / (values.length - 1) / values.length);
        double t = values.length - 2 < T.length ? T[values.length - 2] : T_OF_MANY;
        return new Estimate(mean, t * error);
    }

    /** How much less than the others, replication by replication, as a share of theirs. */
    static Estimate less(double[] values, double[] others) {
        double[] shares = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            shares[i] = (values[i] - others[i]) / others[i];
        }
        return of(shares);
    }
}
