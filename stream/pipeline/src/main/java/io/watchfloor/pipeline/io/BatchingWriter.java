package io.watchfloor.pipeline.io;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers in the order written, at least once, in batches as large as the receiver is slow: whatever has gathered while
 * one batch was under way makes the next, so that an idle pipeline delivers at once and a busy one in bulk. What is late
 * anyway waits a little longer for company, and catches up sooner for it.
 *
 * <p>At most {@code capacity} values are held; then writing waits, and with it the stream. A receiver that is away is
 * tried again with back-off for as long as it takes; the job does not fail. A checkpoint waits until everything before it
 * has been delivered.
 */
final class BatchingWriter<T> implements SinkWriter<T> {
    /**
     * How much is held and sent.
     *
     * @param capacity values held at most
     * @param batchSize values per delivery at most
     * @param linger how long to wait for company before a delivery that is not full
     * @param lateLinger the same while what is written came in more than {@link #LATE_MILLIS} ago
     */
    record Limits(int capacity, int batchSize, Duration linger, Duration lateLinger) {}

    /** Who looks at something this old sees no difference in a moment more. */
    static final long LATE_MILLIS = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(BatchingWriter.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final long FINISH_MILLIS = 1_000;
    private static final long CLOSE_MILLIS = 1_000;

    private record Held<T>(T value, long sinceNanos) {}

    private final String name;
    private final Limits limits;
    private final Delivery<T> delivery;
    private final Thread courier;
    private final BackOff backOff = new BackOff(FIRST_PAUSE, LONGEST_PAUSE);
    private final Counter retries;
    private final Histogram writeMillis;
    /** Guarded by itself; values leave it only when delivered. */
    private final Queue<Held<T>> held = new ArrayDeque<>();

    /** Whether what was written last was late. */
    private boolean late;

    private Throwable failure;
    private boolean urgent;
    private volatile boolean closed;

    BatchingWriter(String name, Limits limits, Delivery<T> delivery, MetricGroup group) {
        this.name = name;
        this.limits = limits;
        this.delivery = delivery;
        MetricGroup metrics = group.addGroup("watchfloor");
        retries = metrics.counter("sinkRetries");
        writeMillis = metrics.histogram("writeMillis", new DescriptiveStatisticsHistogram(SourceMetrics.NEWEST_TIMES));
        metrics.gauge("lagMillis", this::lagMillis);
        metrics.gauge("backlog", this::backlog);
        courier = new Thread(this::run, name);
        courier.setDaemon(true);
        courier.start();
    }

    @Override
    public void write(T value, Context context) throws IOException, InterruptedException {
        synchronized (held) {
            while (held.size() >= limits.capacity() && failure == null) {
                held.wait();
            }
            failIfBroken();
            boolean wasLate = late;
            late = isLate(context);
            held.add(new Held<>(value, System.nanoTime()));
            // the courier sleeps until one of these; waking it for each value costs more than handing it over
            if (held.size() == 1 || held.size() == limits.batchSize() || (wasLate && !late)) {
                held.notifyAll();
            }
        }
    }

    private static boolean isLate(Context context) {
        Long atMillis = context == null ? null : context.timestamp();
        return atMillis != null && System.currentTimeMillis() - atMillis > LATE_MILLIS;
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        synchronized (held) {
            urgent = true;
            held.notifyAll();
            while (!held.isEmpty() && failure == null) {
                held.wait();
            }
            urgent = false;
            failIfBroken();
        }
    }

    @Override
    public void close() {
        synchronized (held) {
            closed = true;
            held.notifyAll();
        }
        try {
            // what is under way may hold a lock at the receiver; better to let it end than to cut it off
            courier.join(FINISH_MILLIS);
            courier.interrupt();
            courier.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            courier.interrupt();
            Thread.currentThread().interrupt();
        }
        delivery.close();
    }

    private void failIfBroken() throws IOException {
        if (failure != null) {
            throw new IOException(name + " broke down", failure);
        }
    }

    private void run() {
        try {
            while (!closed) {
                List<T> batch = awaitBatch();
                deliverUntilDone(batch);
                synchronized (held) {
                    long now = System.nanoTime();
                    batch.forEach(
                            value -> writeMillis.update((now - held.remove().sinceNanos()) / 1_000_000));
                    held.notifyAll();
                }
                rest(delivery.rest());
            }
        } catch (InterruptedException e) {
            LOG.debug("{} stops", name);
        } catch (RuntimeException | Error e) {
            synchronized (held) {
                failure = e;
                held.notifyAll();
            }
        }
    }

    private List<T> awaitBatch() throws InterruptedException {
        synchronized (held) {
            while (held.isEmpty() && !closed) {
                held.wait();
            }
            if (closed) {
                throw new InterruptedException("closed");
            }
            for (long left = millisUntil(deadlineNanos());
                    left > 0 && held.size() < limits.batchSize() && !urgent && !closed;
                    left = millisUntil(deadlineNanos())) {
                held.wait(left);
            }
            List<T> batch = new ArrayList<>(Math.min(held.size(), limits.batchSize()));
            for (Held<T> next : held) {
                if (batch.size() == limits.batchSize()) {
                    break;
                }
                batch.add(next.value());
            }
            return batch;
        }
    }

    private long deadlineNanos() {
        Duration linger = late ? limits.lateLinger() : limits.linger();
        return held.element().sinceNanos() + linger.toNanos();
    }

    private void rest(Duration duration) throws InterruptedException {
        if (duration.isZero()) {
            return;
        }
        long deadline = System.nanoTime() + duration.toNanos();
        synchronized (held) {
            for (long left = millisUntil(deadline); left > 0 && !urgent && !closed; left = millisUntil(deadline)) {
                held.wait(left);
            }
        }
    }

    private static long millisUntil(long deadlineNanos) {
        return (deadlineNanos - System.nanoTime()) / 1_000_000;
    }

    private void deliverUntilDone(List<T> batch) throws InterruptedException {
        while (true) {
            try {
                delivery.deliver(batch);
                if (backOff.failures() > 0) {
                    LOG.warn("{} delivers again after {} failed attempts", name, backOff.failures());
                    backOff.reset();
                }
                return;
            } catch (UndeliverableException e) {
                retries.inc();
                if (closed) {
                    throw new InterruptedException("closed");
                }
                if (backOff.failures() == 0) {
                    LOG.warn("{} cannot deliver ({}); retrying until it can", name, e.getMessage());
                }
                Thread.sleep(backOff.nextPause().toMillis());
            }
        }
    }

    /** Age of the oldest value that is not delivered yet. */
    private long lagMillis() {
        synchronized (held) {
            return held.isEmpty() ? 0 : (System.nanoTime() - held.element().sinceNanos()) / 1_000_000;
        }
    }

    private int backlog() {
        synchronized (held) {
            return held.size();
        }
    }
}
