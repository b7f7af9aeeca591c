package io.watchfloor.graph.road;

import io.watchfloor.contract.RoadClosure;
import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.connection.GraphUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Where it is decided that a road is closed. Each decision is one transaction with its audit row and its outbox entry, so
 * that it is durable and reaches every gateway through the picture.
 *
 * <p>Every method throws {@link GraphUnavailableException} when the graph cannot be reached; nothing was decided then.
 */
public interface RoadDesk {
    /** On the graph that these transactions reach. */
    static RoadDesk on(GraphTransactions transactions, Clock clock) {
        return new GraphRoadDesk(transactions, clock);
    }

    /** The most road segments of one decision. */
    int MOST_ROADS = 200;

    /**
     * What was decided, or why not.
     *
     * @param refusal null when it was decided
     * @param closures as they stand after this; empty when refused
     */
    record RoadResult(Refusal refusal, List<RoadClosure> closures) {
        /** Whether it was decided. */
        public boolean isDone() {
            return refusal == null;
        }
    }

    /** Why something was not decided. */
    enum Refusal {
        /** No segment is named, too many are, or one of them is not in the district. */
        ROAD_UNKNOWN,
        /** A road is closed only for a reason. */
        REASON_MISSING,
        /** It would open before it is closed. */
        UNTIL_PASSED
    }

    /**
     * Closes road segments in one world; closing one again changes reason and end.
     *
     * @param until when they open by themselves; null when somebody has to open them
     */
    RoadResult close(String world, List<String> roadIds, String reason, Instant until, String actor);

    /** Opens road segments; what is open already stays as it is. */
    RoadResult open(String world, List<String> roadIds, String actor);

    /** Every closure that was not opened by hand, whether it has run out or not. */
    List<RoadClosure> list(String world);
}
