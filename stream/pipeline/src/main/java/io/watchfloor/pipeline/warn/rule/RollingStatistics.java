package io.watchfloor.pipeline.warn.rule;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

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

    /** Writes it; values not seen yet cost nothing. */
    void write(DataOutput out) throws IOException {
        out.writeLong(seen);
        out.writeDouble(sum);
        out.writeDouble(squares);
        for (int i = 0; i < count(); i++) {
            out.writeDouble(values[i]);
        }
    }

    /** Reads what {@link #write} wrote. */
    void read(DataInput in) throws IOException {
        seen = in.readLong();
        sum = in.readDouble();
        squares = in.readDouble();
        for (int i = 0; i < count(); i++) {
            values[i] = in.readDouble();
        }
    }
}
