package io.watchfloor.pipeline.io;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * What a reader counts, and how far behind it is. Counters are written by the fetching thread alone, the lag by both
 * threads.
 */
final class SourceMetrics {
    private static final long OUT_OF_TOUCH_MILLIS = 2_000;
    /** Of so many entries the percentiles are told. */
    static final int NEWEST_TIMES = 10_000;

    private final Clock clock;
    private final Counter deadLetters;
    private final Counter gaps;
    private final Counter resets;
    private final Counter retries;
    private final Histogram fetchMillis;
    private final Counter records = new SimpleCounter();
    private final AtomicLong fetched = new AtomicLong();
    private final AtomicLong emitted = new AtomicLong();
    /** When everything there was had been fetched. */
    private volatile long drainedAtMillis;
    /** When the newest emitted entry was written. */
    private volatile long newestAtMillis;
    /** A reader that was given no stream has nothing to be behind with. */
    private volatile boolean hasStreams;

    SourceMetrics(MetricGroup group, Clock clock) {
        this.clock = clock;
        drainedAtMillis = clock.millis();
        newestAtMillis = clock.millis();
        MetricGroup metrics = group.addGroup("watchfloor");
        metrics.counter("records", records);
        deadLetters = metrics.counter("deadLetters");
        gaps = metrics.counter("gaps");
        resets = metrics.counter("resets");
        retries = metrics.counter("sourceRetries");
        fetchMillis = metrics.histogram("fetchMillis", new DescriptiveStatisticsHistogram(NEWEST_TIMES));
        metrics.gauge("lagMillis", this::lagMillis);
    }

    void onFetched(int entries) {
        hasStreams = true;
        fetched.addAndGet(entries);
    }

    void onDrained() {
        hasStreams = true;
        drainedAtMillis = clock.millis();
    }

    void onEmitted(long writtenAtMillis, boolean isRecord) {
        newestAtMillis = writtenAtMillis;
        fetchMillis.update(clock.millis() - writtenAtMillis);
        emitted.incrementAndGet();
        if (isRecord) {
            records.inc();
        }
    }

    void onDeadLetter() {
        deadLetters.inc();
    }

    void onGap() {
        gaps.inc();
    }

    void onReset() {
        resets.inc();
    }

    void onRetry() {
        hasStreams = true;
        retries.inc();
    }

    /** 0 when all there is has been passed on; else the age of the newest that has, or of the last contact. */
    long lagMillis() {
        long now = clock.millis();
        boolean inTouch = now - drainedAtMillis < OUT_OF_TOUCH_MILLIS;
        if (!hasStreams || (inTouch && emitted.get() >= fetched.get())) {
            return 0;
        }
        return Math.max(0, now - Math.max(newestAtMillis, emitted.get() >= fetched.get() ? drainedAtMillis : 0));
    }
}
