package io.watchfloor.gateway.intake;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.watchfloor.contract.Report;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes sound reports and acknowledges each after its durable write. While one write is under way further reports wait
 * and then go together, so that a batch grows with the load and shares one fsync. Belongs to one event loop.
 */
public final class IntakeService {
    /** A write this large still takes Redis only a few milliseconds. */
    static final int MAX_BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(IntakeService.class);

    private final IntakeLog log;
    private final FeedLedger ledger;
    private final GatewayMetrics metrics;
    private final int capacity;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private boolean writing;
    private boolean failing;

    private record Waiting(Report report, Promise<Outcome> outcome) {}

    /** At most {@code capacity} reports wait; the next is refused with {@link Outcome#FULL}. */
    public IntakeService(IntakeLog log, FeedLedger ledger, GatewayMetrics metrics, int capacity) {
        this.log = log;
        this.ledger = ledger;
        this.metrics = metrics;
        this.capacity = capacity;
        metrics.queueDepth("intake", queue::size);
    }

    /** Takes a report; never fails, what went wrong is an {@link Outcome}. */
    public Future<Outcome> submit(Report report) {
        if (queue.size() >= capacity) {
            ledger.count(report.source(), Outcome.FULL);
            return Future.succeededFuture(Outcome.FULL);
        }
        Promise<Outcome> outcome = Promise.promise();
        queue.add(new Waiting(report, outcome));
        flush();
        return outcome.future();
    }

    private void flush() {
        if (writing || queue.isEmpty()) {
            return;
        }
        writing = true;
        List<Waiting> batch = new ArrayList<>(Math.min(MAX_BATCH, queue.size()));
        while (!queue.isEmpty() && batch.size() < MAX_BATCH) {
            batch.add(queue.poll());
        }
        long startNanos = System.nanoTime();
        log.append(batch.stream().map(Waiting::report).toList()).onComplete(result -> {
            metrics.intakeWritten(batch.size(), System.nanoTime() - startNanos);
            writing = false;
            note(result.cause());
            for (int i = 0; i < batch.size(); i++) {
                Outcome outcome = result.succeeded() ? result.result().get(i) : Outcome.UNAVAILABLE;
                ledger.count(batch.get(i).report().source(), outcome);
                batch.get(i).outcome().complete(outcome);
            }
            flush();
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
