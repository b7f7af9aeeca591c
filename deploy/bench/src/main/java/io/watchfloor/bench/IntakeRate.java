package io.watchfloor.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** How many reports a second the gateway acknowledges, each after its durable write, sent as a feed would: NDJSON. */
final class IntakeRate {
    private static final int BATCH = 200;
    private static final int BATCHES_IN_FLIGHT = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(15);

    private final Gateway gateway;
    private final String source;
    private final Semaphore inFlight = new Semaphore(BATCHES_IN_FLIGHT);
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong otherAnswers = new AtomicLong();
    private long next;

    IntakeRate(Gateway gateway, String source, long first) {
        this.gateway = gateway;
        this.source = source;
        this.next = first;
    }

    /** Prints the rate, and its share of what Redis alone took in the same run. */
    void measure(PrintStream out, double redisAlonePerSecond) throws InterruptedException {
        run(WARM_UP);
        accepted.set(0);
        long started = System.nanoTime();
        run(MEASURED);
        double seconds = (System.nanoTime() - started) / 1e9;
        out.printf(
                "| reports accepted per second, %d a request, %d requests at once | %,.0f |"
                        + " %.2f of the baseline, %d requests not accepted |%n",
                BATCH,
                BATCHES_IN_FLIGHT,
                accepted.get() / seconds,
                accepted.get() / seconds / redisAlonePerSecond,
                otherAnswers.get());
    }

    private void run(Duration duration) throws InterruptedException {
        long until = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < until) {
            inFlight.acquire();
            gateway.post(batch(), status -> {
                inFlight.release();
                if (status == 202) {
                    accepted.addAndGet(BATCH);
                } else {
                    otherAnswers.incrementAndGet();
                }
            });
        }
        inFlight.acquire(BATCHES_IN_FLIGHT);
        inFlight.release(BATCHES_IN_FLIGHT);
    }

    private String batch() {
        StringBuilder body = new StringBuilder();
        Instant now = Instant.now();
        for (int i = 0; i < BATCH; i++) {
            body.append(new LoadReport(source, next++).toJson(now)).append('\n');
        }
        return body.toString();
    }
}
