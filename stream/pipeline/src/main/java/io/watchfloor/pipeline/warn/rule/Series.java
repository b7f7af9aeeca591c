package io.watchfloor.pipeline.warn.rule;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * One topic in one cell (or in the whole area): the last day in bins of ten minutes, and what the time before it came
 * to. Bounded: 25 hours of bins, {@value #MOST_EVIDENCE} report ids.
 */
final class Series {
    static final long BIN_MILLIS = 600_000;
    static final int BINS_PER_HOUR = 6;
    /** The longest window, and the hour that is just being learned. */
    static final int BINS = 25 * BINS_PER_HOUR;

    static final int DAY_BINS = 24 * BINS_PER_HOUR;
    static final int MOST_EVIDENCE = 24;

    /** What is counted of each bin. */
    static final class Measure {
        /** Reports. */
        static final int COUNT = 0;
        /** Reports by their weight. */
        static final int WEIGHT = 1;
        /** Reports that complain. */
        static final int NEGATIVE = 2;
        /** Anger or fear, summed. */
        static final int HEAT = 3;
        /** Reports of sensors and cameras. */
        static final int DEVICE = 4;

        /** Reports whose mood could be told. */
        static final int READ = 5;

        private static final int ALL = 6;

        private Measure() {}
    }

    /** A report that is evidence. */
    record Evidence(String reportId, long atMillis) {}

    private final float[][] bins = new float[Measure.ALL][BINS];
    private final Deque<Evidence> evidence = new ArrayDeque<>();
    private long headBin;
    /** Hours before this one are in {@link #learned}; hours are counted from the epoch. */
    private long learnedHour;
    /** Forgetful sums over the hours before {@link #learnedHour}. */
    private final double[] learned = new double[Measure.ALL];

    /**
     * Weight of what is in the bins and not learned yet. Sums of so few floats are exact in a double, so that it comes to
     * the same whichever way it was added up.
     */
    private double pending = Double.NaN;

    private long dayBin = Long.MIN_VALUE;
    private double dayCount = Double.NaN;

    private long evaluatedMillis = Long.MIN_VALUE;
    /** Reports since then. */
    private int sinceEvaluated;
    /** At so many of them it is evaluated before its time. */
    private int evaluateAt = 1;

    Series(long bin) {
        headBin = bin;
        learnedHour = bin / BINS_PER_HOUR;
    }

    /** Counts a report in the bin, which is not before any other that was counted. */
    void add(Sighting sighting, long bin, long clockMillis) {
        dayCount = countOfDay(bin) + 1; // before what drops out of the day is overwritten
        advance(bin);
        int at = slot(bin);
        bins[Measure.COUNT][at]++;
        float weighed = bins[Measure.WEIGHT][at];
        bins[Measure.WEIGHT][at] += (float) sighting.weight();
        pending += (double) bins[Measure.WEIGHT][at] - weighed;
        bins[Measure.NEGATIVE][at] += sighting.isNegative() ? 1 : 0;
        bins[Measure.HEAT][at] += (float) sighting.heat();
        bins[Measure.READ][at] += sighting.hasMood() ? 1 : 0;
        bins[Measure.DEVICE][at] += sighting.device() ? 1 : 0;
        if (evidence.size() == MOST_EVIDENCE) {
            evidence.removeFirst();
        }
        evidence.addLast(new Evidence(sighting.reportId(), clockMillis));
    }

    /** Sum over the bins from the first to the last, both included. */
    double sum(int measure, long fromBin, long toBin) {
        float[] of = bins[measure];
        long first = Math.max(fromBin, headBin - BINS + 1);
        double sum = 0;
        int at = slot(first);
        for (long left = Math.min(toBin, headBin) - first; left >= 0; left--) {
            sum += of[at];
            at = at + 1 == BINS ? 0 : at + 1; // divides no more than once
        }
        return sum;
    }

    /** Adds the sums over windows that end with the bin, shortest first, in one go. */
    void addSums(int measure, int[] windows, long toBin, double[] sums) {
        float[] of = bins[measure];
        long behind = Math.max(0, toBin - headBin);
        double sum = 0;
        int taken = (int) Math.min(BINS, behind);
        int at = slot(toBin - taken);
        for (int i = 0; i < windows.length; i++) {
            int until = (int) Math.min(windows[i], behind + BINS);
            for (; taken < until; taken++) {
                sum += of[at];
                at = at == 0 ? BINS - 1 : at - 1;
            }
            sums[i] += sum;
        }
    }

    /** Adds the sums over steps of so many bins each, the one that ends with the bin first. */
    void addSteps(int measure, int bins, long toBin, double[] sums) {
        float[] of = this.bins[measure];
        for (int i = 0; i < sums.length; i++) {
            for (int k = 0; k < bins; k++) {
                long bin = toBin - (long) i * bins - k;
                sums[i] += bin > headBin || bin <= headBin - BINS ? 0 : of[slot(bin)];
            }
        }
    }

    /** Adds to counts how many reports came in the last so many bins, and to ages how long ago, in bins, summed. */
    double[] addAges(int bins, long toBin, double[] countAndAges) {
        float[] of = this.bins[Measure.COUNT];
        long first = Math.max(toBin - bins + 1, headBin - BINS + 1);
        long last = Math.min(toBin, headBin);
        int at = slot(first);
        for (long bin = first; bin <= last; bin++) {
            countAndAges[0] += of[at];
            countAndAges[1] += of[at] * (double) (toBin - bin);
            at = at + 1 == BINS ? 0 : at + 1;
        }
        return countAndAges;
    }

    /** Weight of all that was counted: learned, and not yet. */
    double all() {
        if (Double.isNaN(pending)) {
            pending = sum(Measure.WEIGHT, learnedHour * BINS_PER_HOUR, Long.MAX_VALUE);
        }
        return learned[Measure.WEIGHT] + pending;
    }

    /** Reports of the day that ends with the bin; asked for in order, so that mostly a few bins drop out. */
    double countOfDay(long bin) {
        if (Double.isNaN(dayCount) || bin < dayBin || bin - dayBin >= DAY_BINS) {
            dayCount = sum(Measure.COUNT, bin - DAY_BINS + 1, bin);
        } else if (bin > dayBin) {
            dayCount -= sum(Measure.COUNT, dayBin - DAY_BINS + 1, bin - DAY_BINS);
        }
        dayBin = bin;
        return dayCount;
    }

    double hour(int measure, long hour) {
        return sum(measure, hour * BINS_PER_HOUR, hour * BINS_PER_HOUR + BINS_PER_HOUR - 1);
    }

    /** Forgetful sum over what was learned. */
    double learned(int measure) {
        return learned[measure];
    }

    long learnedHour() {
        return learnedHour;
    }

    /** Moves one hour from the bins into what is learned, cut down to a share when it was out of the ordinary. */
    void learn(long hour, double share, double kept) {
        boolean empty = hour(Measure.COUNT, hour) == 0;
        pending -= empty ? 0 : hour(Measure.WEIGHT, hour);
        for (int i = 0; i < learned.length; i++) {
            learned[i] = learned[i] * kept + (empty ? 0 : hour(i, hour) * share);
        }
        learnedHour = hour + 1;
    }

    /** Lets time pass over hours that are not in the bins. */
    void forgetUntil(long hour, double kept) {
        for (int i = 0; i < learned.length; i++) {
            learned[i] *= kept;
        }
        learnedHour = hour;
        pending = Double.NaN;
    }

    /** Hours that are still in the bins begin here. */
    long oldestHour() {
        return Math.floorDiv(headBin - BINS, (long) BINS_PER_HOUR) + 1;
    }

    /** The reports since then, newest first. */
    List<Evidence> evidenceSince(long millis) {
        List<Evidence> newest = new ArrayList<>();
        evidence.descendingIterator().forEachRemaining(e -> {
            if (e.atMillis() >= millis) {
                newest.add(e);
            }
        });
        return newest;
    }

    /**
     * Whether it is to be evaluated now that a report has come: when that was last done so long ago, and before that
     * whenever the reports since then have grown by half. A burst that is over within a moment would go unseen else.
     */
    boolean evaluateAgain(long clockMillis, long pauseMillis) {
        if (evaluatedMillis != Long.MIN_VALUE && clockMillis - evaluatedMillis < pauseMillis) {
            sinceEvaluated++;
            if (sinceEvaluated < evaluateAt) {
                return false;
            }
            evaluateAt = sinceEvaluated + 1 + sinceEvaluated / 2;
            return true;
        }
        evaluatedMillis = clockMillis;
        sinceEvaluated = 0;
        evaluateAt = 1;
        return true;
    }

    private void advance(long bin) {
        long empty = Math.min(BINS, bin - headBin);
        if (empty > 0) {
            pending = bin - BINS < learnedHour * BINS_PER_HOUR ? pending : Double.NaN;
            int from = slot(bin - empty + 1);
            int until = (int) Math.min(BINS, from + empty);
            for (float[] of : bins) {
                Arrays.fill(of, from, until, 0);
                Arrays.fill(of, 0, (int) (from + empty) - until, 0);
            }
        }
        headBin = Math.max(headBin, bin);
    }

    private static int slot(long bin) {
        return (int) Math.floorMod(bin, (long) BINS);
    }

    /** Writes it; bins without reports cost nothing. */
    void write(DataOutput out) throws IOException {
        out.writeLong(headBin);
        out.writeLong(learnedHour);
        out.writeLong(evaluatedMillis);
        out.writeInt(sinceEvaluated);
        out.writeInt(evaluateAt);
        for (double sum : learned) {
            out.writeDouble(sum);
        }
        float[] counts = bins[Measure.COUNT];
        int full = 0;
        for (float count : counts) {
            full += count > 0 ? 1 : 0;
        }
        out.writeShort(full);
        for (int i = 0; i < BINS; i++) {
            if (counts[i] > 0) {
                out.writeShort(i);
                for (float[] of : bins) {
                    out.writeFloat(of[i]);
                }
            }
        }
        out.writeByte(evidence.size());
        for (Evidence e : evidence) {
            out.writeUTF(e.reportId());
            out.writeLong(e.atMillis());
        }
    }

    /** Reads what {@link #write} wrote. */
    static Series read(DataInput in) throws IOException {
        Series series = new Series(in.readLong());
        series.learnedHour = in.readLong();
        series.evaluatedMillis = in.readLong();
        series.sinceEvaluated = in.readInt();
        series.evaluateAt = in.readInt();
        for (int i = 0; i < series.learned.length; i++) {
            series.learned[i] = in.readDouble();
        }
        int full = in.readShort();
        for (int k = 0; k < full; k++) {
            int i = in.readShort();
            for (float[] of : series.bins) {
                of[i] = in.readFloat();
            }
        }
        int ids = in.readByte();
        for (int k = 0; k < ids; k++) {
            series.evidence.addLast(new Evidence(in.readUTF(), in.readLong()));
        }
        return series;
    }

    @Override
    public String toString() {
        return "Series{headBin=" + headBin + ", learned=" + Arrays.toString(learned) + '}';
    }
}
