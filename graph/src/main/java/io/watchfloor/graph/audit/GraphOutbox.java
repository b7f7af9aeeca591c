package io.watchfloor.graph.audit;

import io.watchfloor.graph.connection.GraphTransactions;
import java.util.List;
import java.util.Map;

/**
 * Outbox entries as nodes. Their order is by the time they were queued, which never runs back within a world, and then
 * by the world's audit sequence, which is the order of commits.
 */
final class GraphOutbox implements Outbox {
    private final GraphTransactions transactions;

    GraphOutbox(GraphTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Entry> listOldest(int limit) {
        return transactions.read(tx -> tx.run("""
                        MATCH (entry:Outbox)
                        WHERE entry.queuedAt IS NOT NULL
                        RETURN entry.id AS id, entry.world AS world, entry.intakeRegion AS intakeRegion,
                               entry.messageKind AS messageKind, entry.messageJson AS messageJson
                        ORDER BY entry.queuedAt, entry.world, entry.sequence, entry.position
                        LIMIT $limit
                        """, Map.of("limit", limit))
                .list(row -> new Entry(
                        row.get("id").asString(),
                        row.get("world").asString(),
                        row.get("intakeRegion").asString(null),
                        row.get("messageKind").asString(),
                        row.get("messageJson").asString())));
    }

    @Override
    public void forget(List<String> entryIds) {
        if (entryIds.isEmpty()) {
            return;
        }
        transactions.write(tx -> tx.run("""
                        UNWIND $ids AS id
                        MATCH (entry:Outbox {id: id})
                        DELETE entry
                        """, Map.of("ids", entryIds)).consume());
    }
}
