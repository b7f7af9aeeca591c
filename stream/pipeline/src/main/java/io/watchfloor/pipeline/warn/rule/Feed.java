package io.watchfloor.pipeline.warn.rule;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** How much one source sends: bins of ten minutes of the last day, what is usual at each hour of the day. */
final class Feed {
    static final int BINS_PER_DAY = 144;
    static final int MOST_EVIDENCE = 8;

    private static final int HOURS = 24;
    private static final int BINS_PER_HOUR = Series.BINS_PER_HOUR;
    /** Half of what an hour of the day has taught is forgotten after ten days. */
    private static final double KEPT_PER_DAY = StrictMath.exp(-StrictMath.log(2) / 10);

    private static final double PRIOR_BINS = 6;

    final MeasureWatch measure;
    private final int[] day = new int[BINS_PER_DAY];
    private final double[] hourCount = new double[HOURS];
    private final double[] hourBins = new double[HOURS];
    private final Deque<String> newest = new ArrayDeque<>();
    private final long firstBin;
    /** The bin that is being counted. */
    private long bin;

    private long lastBin;
    private int inBin;

    Feed(long bin) {
        this(bin, new MeasureWatch(MeasureWatch.THRESHOLD));
    }

    private Feed(long firstBin, MeasureWatch measure) {
        this.measure = measure;
        this.firstBin = firstBin;
        this.bin = firstBin;
        this.lastBin = firstBin;
    }

    void count(String reportId) {
        inBin++;
        lastBin = bin;
        if (newest.size() == MOST_EVIDENCE) {
            newest.removeLast();
        }
        newest.addFirst(reportId);
    }

    long bin() {
        return bin;
    }

    /** Closes the bin: gives the measure's score for it. */
    double close(WeekHours week) {
        int hour = hourOf(bin, week);
        double score = measure.score(bin * Series.BIN_MILLIS / 1_000, inBin);
        double kept = Math.floorMod(bin, (long) BINS_PER_HOUR) == 0 ? KEPT_PER_DAY : 1;
        hourCount[hour] = hourCount[hour] * kept + inBin;
        hourBins[hour] = hourBins[hour] * kept + 1;
        day[(int) Math.floorMod(bin, (long) BINS_PER_DAY)] = inBin;
        bin++;
        inBin = 0;
        return score;
    }

    /** Bins that are closed. */
    long age() {
        return bin - firstBin;
    }

    int silentBins() {
        return (int) Math.min(Integer.MAX_VALUE, bin - 1 - lastBin);
    }

    /** What is usual for the bins, the last of which is the one closed last. */
    double usual(int bins, WeekHours week) {
        double all = 0;
        double over = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            all += hourCount[hour];
            over += hourBins[hour];
        }
        double mean = over == 0 ? 0 : all / over;
        double sum = 0;
        for (long at = bin - bins; at < bin; at++) {
            int hour = hourOf(at, week);
            sum += (hourCount[hour] + PRIOR_BINS * mean) / (hourBins[hour] + PRIOR_BINS);
        }
        return sum;
    }

    /** Reports in the bins, the last of which is the one closed last; a day at most. */
    int counted(int bins) {
        int sum = 0;
        for (long at = bin - bins; at < bin; at++) {
            sum += at < firstBin ? 0 : day[(int) Math.floorMod(at, (long) BINS_PER_DAY)];
        }
        return sum;
    }

    /** The newest reports, newest first. */
    java.util.List<String> newest() {
        return java.util.List.copyOf(newest);
    }

    private static int hourOf(long bin, WeekHours week) {
        return week.slot(Math.floorDiv(bin, (long) BINS_PER_HOUR)) % HOURS;
    }

    /** Writes it. */
    void write(DataOutput out) throws IOException {
        out.writeLong(firstBin);
        out.writeLong(bin);
        out.writeLong(lastBin);
        out.writeInt(inBin);
        for (int count : day) {
            out.writeInt(count);
        }
        for (int hour = 0; hour < HOURS; hour++) {
            out.writeDouble(hourCount[hour]);
            out.writeDouble(hourBins[hour]);
        }
        out.writeByte(newest.size());
        for (String id : newest) {
            out.writeUTF(id);
        }
        measure.write(out);
    }

    /** Reads what {@link #write} wrote. */
    static Feed read(DataInput in) throws IOException {
        long firstBin = in.readLong();
        Feed feed = new Feed(firstBin, new MeasureWatch(MeasureWatch.THRESHOLD));
        feed.bin = in.readLong();
        feed.lastBin = in.readLong();
        feed.inBin = in.readInt();
        for (int i = 0; i < BINS_PER_DAY; i++) {
            feed.day[i] = in.readInt();
        }
        for (int hour = 0; hour < HOURS; hour++) {
            feed.hourCount[hour] = in.readDouble();
            feed.hourBins[hour] = in.readDouble();
        }
        int ids = in.readByte();
        for (int i = 0; i < ids; i++) {
            feed.newest.addLast(in.readUTF());
        }
        feed.measure.read(in);
        return feed;
    }
}
