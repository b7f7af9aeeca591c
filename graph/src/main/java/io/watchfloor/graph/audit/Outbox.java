package io.watchfloor.graph.audit;

import io.watchfloor.graph.connection.GraphTransactions;
import java.util.List;

/**
 * Decisions that are committed and not yet on their stream: most go to the picture, corrections to the intake. A relay
 * lists them, publishes them, and then forgets them; after a crash between the two they are published again, which is
 * harmless because every entry is a versioned upsert, or a correction with an id of its own.
 */
public interface Outbox {
    /** On the graph that these transactions reach. */
    static Outbox on(GraphTransactions transactions) {
        return new GraphOutbox(transactions);
    }

    /**
     * One entry.
     *
     * @param id for {@link #forget}
     * @param world whose stream it goes to
     * @param intakeRegion the merge region whose intake stream it goes to; null when it goes to the picture
     * @param messageKind {@link io.watchfloor.contract.MessageKind#wireName()}
     * @param messageJson as {@link io.watchfloor.contract.MessageCodec} wrote it
     */
    record Entry(String id, String world, String intakeRegion, String messageKind, String messageJson) {}

    /** The oldest entries, at most so many, oldest first. */
    List<Entry> listOldest(int limit);

    /** Removes entries that are published. */
    void forget(List<String> entryIds);
}
