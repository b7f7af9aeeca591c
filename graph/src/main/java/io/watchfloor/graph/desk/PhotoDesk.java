package io.watchfloor.graph.desk;

import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.connection.GraphUnavailableException;
import io.watchfloor.graph.decision.Asked;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Which photos there are of an incident, who added them and when. Adding one is one transaction with its row in the audit
 * log.
 *
 * @implSpec every method throws {@link GraphUnavailableException} when the graph cannot be reached
 */
public interface PhotoDesk {
    /** On the graph that these transactions reach. */
    static PhotoDesk on(GraphTransactions transactions, Clock clock, Asked asked) {
        return new GraphPhotoDesk(transactions, clock, asked);
    }

    /** Photos of one incident at most. */
    int MOST_PHOTOS = 40;

    /** Bytes of all photos of one incident at most. */
    long MOST_BYTES = 40L * 1024 * 1024;

    /** A picture that is kept already, under its digest. */
    record Draft(String sha256, long bytes, int width, int height) {}

    /**
     * Adds a photo. The same picture of the same incident again is the same photo. Refused with
     * {@link DeskResult.Refusal#TOO_MANY_PHOTOS} when there are as many as there may be.
     */
    Outcome<Photo> add(String world, String incidentId, Draft draft, String actor);

    /** Photos of an incident, the oldest first. */
    List<Photo> list(String world, String incidentId);

    /** One photo. */
    Optional<Photo> find(String world, String photoId);
}
