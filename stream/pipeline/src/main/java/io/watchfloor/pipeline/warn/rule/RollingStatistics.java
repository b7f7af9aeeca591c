package io.watchfloor.pipeline.warn.rule;

/** Mean and deviation of the last so many values. */
final class RollingStatistics {
    private final double[] values;
    private long seen;
    private double sum;
    private double squares;

    RollingStatistics(int size) {
        values = new double[size];
    }

    void add(double value) {
        int at = (int) (seen % values.length);
        if (seen >= values.length) {
            sum -= values[at];
            squares -= values[at] * values[at];
        }
        values[at] = value;
        sum += value;
        squares += value * value;
        seen++;
    }

    long count() {
        return Math.min(seen, values.length);
    }

    double mean() {
        return seen == 0 ? 0 : sum / count();
    }

    double deviation() {
        double mean = mean();
        return seen == 0 ? 0 : StrictMath.sqrt(Math.max(0, squares / count() - mean * mean));
    }
}
