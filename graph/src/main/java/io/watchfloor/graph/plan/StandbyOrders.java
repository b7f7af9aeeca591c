package io.watchfloor.graph.plan;

import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.connection.GraphUnavailableException;
import io.watchfloor.graph.decision.DeskResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whom an officer told to wait where cover is thin. The person stays free: whoever is told may be sent anywhere the next
 * moment. Each telling, and each refusal, is in the audit log.
 *
 * @implSpec every method throws {@link GraphUnavailableException} when the graph cannot be reached
 */
public interface StandbyOrders {
    /** On the graph that these transactions reach. */
    static StandbyOrders on(GraphTransactions transactions, Clock clock) {
        return new GraphStandbyOrders(transactions, clock);
    }

    /** So long a person is taken to stand, or to be on the way, where they were told to, unless they are sent meanwhile. */
    Duration HOLDS = Duration.ofMinutes(60);

    /**
     * Somebody told to wait in a cell.
     *
     * @param cellId where
     * @param by the officer who told them
     * @param at when
     */
    record Order(String personId, String cellId, String by, Instant at) {}

    /**
     * What came of it.
     *
     * @param refusal null when it was noted
     * @param order null when refused
     */
    record Told(DeskResult refusal, Order order) {
        /** Whether it was noted. */
        public boolean isDone() {
            return refusal == null;
        }
    }

    /**
     * Notes that a free person was told to wait in a cell. The same again while it holds changes nothing; another cell takes
     * the place of the one before.
     */
    Told tell(String world, String personId, String cellId, String actor);

    /** Orders that hold still, the newest first. */
    List<Order> list(String world);
}
