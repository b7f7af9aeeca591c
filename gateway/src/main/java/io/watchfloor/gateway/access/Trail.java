package io.watchfloor.gateway.access;

import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the audit log is told beside decisions: sign-ins, denials, looks at personal data. The same again within ten minutes
 * is told once. While the graph does not answer, rows wait; of more than can wait the oldest is lost, counted and logged.
 * Belongs to one event loop.
 */
public final class Trail {
    private static final Logger LOG = LoggerFactory.getLogger(Trail.class);
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_REMEMBERED = 10_000;
    private static final Duration ONCE_IN = Duration.ofMinutes(10);

    private final String world;
    private final GraphCalls graph;
    private final Clock clock;
    private final GatewayMetrics metrics;
    private final Deque<Row> waiting = new ArrayDeque<>();
    private final Map<Row, Long> told = new LinkedHashMap<>();
    private boolean writing;

    private record Row(String actor, String action, String refusal, String note) {}

    /** Tells the log of this world. */
    public Trail(String world, GraphCalls graph, Clock clock, GatewayMetrics metrics) {
        this.world = world;
        this.graph = graph;
        this.clock = clock;
        this.metrics = metrics;
        metrics.queue("audit", waiting::size, MOST_WAITING);
    }

    /** Something that is told each time. */
    public void tell(String actor, String action, String refusal, String note) {
        add(new Row(actor, action, refusal, note));
    }

    /** Something that is told once in a while, however often it happens. */
    public void tellOnce(String actor, String action, String refusal, String note) {
        Row row = new Row(actor, action, refusal, note);
        long now = clock.millis();
        Long last = told.get(row);
        if (last != null && now - last < ONCE_IN.toMillis()) {
            return;
        }
        told.remove(row);
        told.put(row, now);
        if (told.size() > MOST_REMEMBERED) {
            told.remove(told.keySet().iterator().next());
        }
        add(row);
    }

    /** Writes what waits, one row after another; called once a second and after each addition. */
    public void write() {
        Row row = waiting.peekFirst();
        if (row == null || writing) {
            return;
        }
        writing = true;
        graph.query(asked -> {
                    asked.auditLog().note(world, row.actor(), row.action(), row.refusal(), row.note(), null);
                    return true;
                })
                .onComplete(written -> {
                    writing = false;
                    if (written.succeeded()) {
                        waiting.pollFirst();
                        write();
                    }
                });
    }

    private void add(Row row) {
        if (waiting.size() >= MOST_WAITING) {
            waiting.pollFirst();
            metrics.auditLost();
            LOG.error("the audit log lost a row, because {} wait for the graph", MOST_WAITING);
        }
        waiting.addLast(row);
        write();
    }
}
