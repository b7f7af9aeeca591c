package io.watchfloor.pipeline.function;

import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** How long reading and merging take, of every so many reports one, since asking the clock has its price. */
final class SampledTimes {
    private static final int ONE_OF = 32;
    private static final int NEWEST_TIMES = 1_000;

    private final Histogram textMicros = new DescriptiveStatisticsHistogram(NEWEST_TIMES);
    private final Histogram mergeMicros = new DescriptiveStatisticsHistogram(NEWEST_TIMES);
    private int next;
    private long startedNanos;
    private long readNanos;

    SampledTimes(MetricGroup group) {
        MetricGroup metrics = group.addGroup("watchfloor");
        metrics.histogram("textMicros", textMicros);
        metrics.histogram("mergeMicros", mergeMicros);
    }

    void start() {
        next = (next + 1) % ONE_OF;
        if (next == 0) {
            startedNanos = System.nanoTime();
        }
    }

    void onRead() {
        if (next == 0) {
            readNanos = System.nanoTime();
            textMicros.update((readNanos - startedNanos) / 1_000);
        }
    }

    /** Merged, in the same chain, and handed over to what writes. */
    void onMerged() {
        if (next == 0) {
            mergeMicros.update((System.nanoTime() - readNanos) / 1_000);
        }
    }
}
