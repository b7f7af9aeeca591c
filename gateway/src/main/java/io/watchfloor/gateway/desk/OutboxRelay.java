package io.watchfloor.gateway.desk;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.watchfloor.contract.Channels;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.redis.StreamAppender;
import io.watchfloor.graph.audit.Outbox;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what was decided: lists the outbox, appends to the picture stream, or corrections to the intake stream of
 * their region, and only then forgets. What a crash leaves between the two is published again, which changes nothing. One round at a time; a kick during a round makes
 * another follow. Belongs to one event loop.
 */
public final class OutboxRelay {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int MAX_ENTRIES = 200;

    private final WorkerExecutor workers;
    private final Supplier<Outbox> outbox;
    private final StreamAppender appender;
    private final int intakePartitions;
    private boolean running;
    private boolean again;
    private boolean failing;
    private boolean closed;
    private int listed;

    /** Relays this outbox to the picture and to so many intake streams. */
    public OutboxRelay(
            WorkerExecutor workers,
            Supplier<Outbox> outbox,
            StreamAppender appender,
            int intakePartitions,
            GatewayMetrics metrics) {
        this.workers = workers;
        this.outbox = outbox;
        this.appender = appender;
        this.intakePartitions = intakePartitions;
        // the graph keeps them: it is never full
        metrics.gauge("watchfloor.queue.depth", "queue", "outbox", () -> listed);
    }

    /** There may be something to publish. */
    public void kick() {
        if (running || closed) {
            again = true;
            return;
        }
        running = true;
        again = false;
        workers.executeBlocking(() -> outbox.get().listOldest(MAX_ENTRIES), false)
                .compose(this::publish)
                .onComplete(round -> {
                    running = false;
                    note(round.cause());
                    boolean more = again || (round.succeeded() && round.result() == MAX_ENTRIES);
                    if (more && round.succeeded()) {
                        kick();
                    }
                });
    }

    /** Publishes nothing more; the next gateway will. */
    public void close() {
        closed = true;
    }

    private Future<Integer> publish(List<Outbox.Entry> entries) {
        listed = entries.size();
        if (entries.isEmpty()) {
            return Future.succeededFuture(0);
        }
        List<Future<Void>> written = entries.stream()
                .map(entry -> appender.append(streamOf(entry), entry.messageKind(), entry.messageJson()))
                .toList();
        List<String> ids = entries.stream().map(Outbox.Entry::id).toList();
        return Future.join(written)
                .compose(all -> workers.executeBlocking(
                        () -> {
                            outbox.get().forget(ids);
                            return ids.size();
                        },
                        false))
                .onSuccess(forgotten -> listed = 0);
    }

    /** A correction goes where the reports of its region go, so that a replay meets it between the same reports. */
    private String streamOf(Outbox.Entry entry) {
        return entry.intakeRegion() == null
                ? Channels.picture(entry.world())
                : Channels.intake(
                        entry.world(), Math.floorMod(entry.intakeRegion().hashCode(), intakePartitions));
    }

    private void note(Throwable failure) {
        if (failure != null && !failing) {
            LOG.warn("decisions wait to be published: {}", failure.getMessage());
        } else if (failure == null && failing) {
            LOG.info("decisions are published again");
        }
        failing = failure != null;
    }
}
