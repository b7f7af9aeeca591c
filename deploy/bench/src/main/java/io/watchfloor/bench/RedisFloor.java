package io.watchfloor.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XReadParams;
import redis.clients.jedis.resps.StreamEntry;

/**
 * What the system's own Redis does with the same reports when nothing stands around it: the baseline the other figures
 * of a run are compared with. It syncs to disk before it answers, as it does for the system.
 */
final class RedisFloor {
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final int WRITERS = 8;
    private static final int BATCH = 200;
    private static final int BLOCK_MILLIS = 2_000;
    private static final String STREAM = "bench:floor";

    private final int port;

    RedisFloor(int port) {
        this.port = port;
    }

    /** Reports a second that eight clients append to one stream, 200 at a time. */
    double measureAppends(PrintStream out) throws InterruptedException {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        long started = System.nanoTime();
        List<CompletableFuture<Long>> counts = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String source = "floor-" + i;
            counts.add(CompletableFuture.supplyAsync(() -> append(source, started + MEASURED.toNanos()), writers));
        }
        long appended = counts.stream().mapToLong(CompletableFuture::join).sum();
        double perSecond = appended / ((System.nanoTime() - started) / 1e9);
        writers.shutdown();
        forget();
        out.printf(
                "| baseline: appended to Redis alone per second, %d at a time, %d clients | %,.0f | |%n",
                BATCH, WRITERS, perSecond);
        return perSecond;
    }

    private long append(String source, long untilNanos) {
        long appended = 0;
        try (RedisClient redis = open()) {
            while (System.nanoTime() < untilNanos) {
                try (AbstractPipeline pipeline = redis.pipelined()) {
                    Instant now = Instant.now();
                    for (int i = 0; i < BATCH; i++) {
                        pipeline.xadd(STREAM, XAddParams.xAddParams(), entry(source, appended + i, now));
                    }
                    pipeline.sync();
                }
                appended += BATCH;
            }
        }
        return appended;
    }

    /** From the planned time of an append to a blocked reader's having it; 99th percentile in milliseconds. */
    double measureDelivery(PrintStream out, int reportsPerSecond, int reportsPerRequest) throws InterruptedException {
        long nanosPerRequest = TimeUnit.SECONDS.toNanos(1) * reportsPerRequest / reportsPerSecond;
        int requests = (int) (MEASURED.toNanos() / nanosPerRequest);
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
        CompletableFuture<Histogram> reading = CompletableFuture.supplyAsync(
                () -> read(start, nanosPerRequest, reportsPerRequest, (long) requests * reportsPerRequest));
        try (RedisClient redis = open()) {
            for (int request = 0; request < requests; request++) {
                LockSupport.parkNanos(start + request * nanosPerRequest - System.nanoTime());
                try (AbstractPipeline pipeline = redis.pipelined()) {
                    for (int i = 0; i < reportsPerRequest; i++) {
                        pipeline.xadd(
                                STREAM,
                                XAddParams.xAddParams(),
                                entry("floor", (long) request * reportsPerRequest + i, Instant.now()));
                    }
                    pipeline.sync();
                }
            }
            Histogram micros = reading.get();
            double p99 = micros.getValueAtPercentile(99) / 1e3;
            out.printf(
                    "| baseline: Redis alone, append to blocked reader, at %,d reports/s, %d at a time |"
                            + " p50 %.1f ms, p99 %.1f ms | |%n",
                    reportsPerSecond, reportsPerRequest, micros.getValueAtPercentile(50) / 1e3, p99);
            return p99;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            forget();
        }
    }

    private Histogram read(long start, long nanosPerRequest, int reportsPerRequest, long expected) {
        Histogram micros = new Histogram(3);
        StreamEntryID last = new StreamEntryID(0, 0);
        long seen = 0;
        try (RedisClient redis = open()) {
            while (seen < expected) {
                List<Map.Entry<String, List<StreamEntry>>> answer = redis.xread(
                        XReadParams.xReadParams().block(BLOCK_MILLIS).count(BATCH), Map.of(STREAM, last));
                if (answer == null) {
                    throw new IllegalStateException(expected - seen + " of the appended were never read");
                }
                long now = System.nanoTime();
                for (StreamEntry entry : answer.get(0).getValue()) {
                    long planned = start + seen / reportsPerRequest * nanosPerRequest;
                    micros.recordValue(Math.max(1, (now - planned) / 1_000));
                    last = entry.getID();
                    seen++;
                }
            }
        }
        return micros;
    }

    private void forget() {
        try (RedisClient redis = open()) {
            redis.del(STREAM);
        }
    }

    private static Map<String, String> entry(String source, long number, Instant now) {
        return Map.of("m", new LoadReport(source, number).toJson(now));
    }

    private RedisClient open() {
        return RedisClient.create("127.0.0.1", port);
    }
}
