package io.watchfloor.graph.plan;

import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.connection.GraphUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Which areas send suggested teams by themselves. None does until somebody says so; who did, when and why is kept, and each
 * change is in the audit log.
 *
 * @implSpec every method throws {@link GraphUnavailableException} when the graph cannot be reached
 */
public interface AutomaticSending {
    /** On the graph that these transactions reach. */
    static AutomaticSending on(GraphTransactions transactions, Clock clock) {
        return new GraphAutomaticSending(transactions, clock);
    }

    /** An area that was ever set, in the order of their ids. */
    List<Setting> list(String world);

    /**
     * Sets an area. What it is set to already stays as it was, with who said so first.
     *
     * @param reason why
     */
    Setting set(String world, String areaId, boolean on, String actor, String reason);

    /**
     * How an area is set.
     *
     * @param areaId the area
     * @param on whether suggested teams are sent without a click
     * @param setBy who said so
     * @param reason why
     * @param setAt when
     */
    record Setting(String areaId, boolean on, String setBy, String reason, Instant setAt) {}
}
