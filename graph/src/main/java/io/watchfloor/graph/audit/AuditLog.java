package io.watchfloor.graph.audit;

import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.connection.GraphUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The append-only log of everything people decided, and of what they were refused. */
public interface AuditLog {
    /** On the graph that these transactions reach. */
    static AuditLog on(GraphTransactions transactions, Clock clock) {
        return new GraphAuditLog(transactions, clock);
    }

    /**
     * What a check of a world's log found.
     *
     * @param rows how many rows were read
     * @param brokenAt sequence of the first row that is changed, missing or out of place; null when all is well
     * @param detail what is wrong with it; null when all is well
     */
    record Verification(long rows, Long brokenAt, String detail) {
        /** Whether every row is as it was written, and none is missing. */
        public boolean isIntact() {
            return brokenAt == null;
        }
    }

    /**
     * Reads the whole log of a world and works out every hash again.
     *
     * @throws GraphUnavailableException when it cannot be read
     */
    Verification verify(String world);

    /**
     * A row as whoever audits sees it.
     *
     * @param refusal why it was not done; null when it was
     * @param about what else it is about; null when nothing
     */
    record Entry(
            long sequence,
            Instant at,
            String actor,
            String action,
            String refusal,
            String incidentId,
            String assignmentId,
            String personId,
            String note,
            String about,
            String hash) {}

    /** Where a world's log ends. */
    record Head(long sequence, String hash) {}

    /**
     * Adds something that is no decision of the duty desk: a sign-in, a denial, a look at personal data.
     *
     * @param refusal why it was denied; null when it was not
     * @param subject whom or what it is about; null when nothing
     */
    void note(String world, String actor, String action, String refusal, String note, String subject);

    /** Rows before this sequence number, the newest first. */
    List<Entry> list(String world, long before, int limit);

    /** Where it ends now; sequence 0 while it is empty. */
    Head head(String world);

    /** The hash that the row of this number has; empty when there is no such row. */
    Optional<String> findHash(String world, long sequence);
}
