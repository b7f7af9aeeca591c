package io.watchfloor.gateway.intake;

import io.vertx.core.Future;
import io.watchfloor.contract.Report;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.redis.BatchQueue;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes sound reports and acknowledges each after its durable write. While one write is under way further reports wait
 * and then go together, so that a batch grows with the load and shares one fsync. Belongs to one event loop.
 */
public final class IntakeService {
    /** A write this large still takes Redis only a few milliseconds. */
    static final int MAX_BATCH = 500;

    /** Of so many reports it is remembered that their sender was told to try again. */
    private static final int MAX_UNTOLD = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(IntakeService.class);

    private final IntakeLog log;
    private final FeedLedger ledger;
    private final GatewayMetrics metrics;
    private final BatchQueue<Report, Outcome> queue;
    private final RecentIds untold = new RecentIds(MAX_UNTOLD);
    private boolean failing;
    private long received;

    /** At most {@code capacity} reports wait; the next is refused with {@link Outcome#FULL}. */
    public IntakeService(IntakeLog log, FeedLedger ledger, GatewayMetrics metrics, int capacity) {
        this.log = log;
        this.ledger = ledger;
        this.metrics = metrics;
        this.queue = new BatchQueue<>(capacity, MAX_BATCH, this::write);
        metrics.queue("intake", queue::depth, capacity);
    }

    /** Takes a report; never fails, what went wrong is an {@link Outcome}. */
    public Future<Outcome> submit(Report report) {
        received++;
        return queue.offer(report)
                .map(written -> written.otherwise(Outcome.UNAVAILABLE))
                .orElseGet(() -> Future.succeededFuture(Outcome.FULL))
                .onSuccess(outcome -> {
                    if (outcome == Outcome.UNAVAILABLE) {
                        untold.add(report.id());
                    }
                    received -= untold.isFirstKept(report.id(), outcome) ? 0 : 1;
                    ledger.count(report.source(), outcome);
                });
    }

    /**
     * Reports of new ids that came in here since the start: those under way, and those whose sender was told that they
     * are kept. It is counted where they come in, whatever becomes of them behind.
     */
    public long received() {
        return received;
    }

    /** For how long the oldest report has waited that is not even being written; 0 when there is none. */
    public long oldestMillis() {
        return TimeUnit.NANOSECONDS.toMillis(queue.oldestNanos());
    }

    private Future<List<Outcome>> write(List<Report> batch) {
        long startNanos = System.nanoTime();
        return log.append(batch).onComplete(result -> {
            metrics.intakeWritten(batch.size(), System.nanoTime() - startNanos);
            note(result.cause());
        });
    }

    /** One line when writing begins to fail and one when it works again, not one per batch. */
    private void note(Throwable failure) {
        if (failure != null && !failing) {
            LOG.error("reports cannot be written and are answered 503: {}", failure.getMessage());
        } else if (failure == null && failing) {
            LOG.info("reports are written again");
        }
        failing = failure != null;
    }
}
