package io.watchfloor.graph.audit;

import io.watchfloor.contract.Correction;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.MessageKind;
import io.watchfloor.graph.connection.GraphTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/** The end of every decision: its row in the audit log, and what the outbox has to tell of it. */
public final class DeskLog {
    private final TransactionContext tx;
    private final String world;
    private final Instant now;
    private final Instant happenedAt;

    public DeskLog(TransactionContext tx, String world, Instant now) {
        this(tx, world, now, null);
    }

    /** For what was done at another time than it was told; null when it was told at once. */
    public DeskLog(TransactionContext tx, String world, Instant now, Instant happenedAt) {
        this.tx = tx;
        this.world = world;
        this.now = now;
        this.happenedAt = happenedAt;
    }

    /** Something that nothing has to be told of; {@code refusal} is null when it was done. */
    public void note(DeskAction action, String refusal) {
        append(action, refusal, List.of());
    }

    /**
     * Appends what was decided, or refused; {@code refusal} is null when it was decided. The head is locked last and held
     * until the commit: its order is the order of commits.
     */
    public void append(DeskAction action, String refusal, List<?> messages) {
        Record head = tx.run("""
                        MERGE (head:AuditHead {world: $world})
                          ON CREATE SET head.sequence = 0, head.hash = '', head.queuedAt = $now
                        SET head._lock = true
                        WITH head
                        RETURN head.sequence AS sequence, head.hash AS hash, head.queuedAt AS queuedAt
                        """, Map.of("world", world, "now", GraphTime.toGraph(now)))
                .single();
        AuditRow row = rowAfter(head, action, refusal);
        Instant queuedAt = later(now, GraphTime.fromGraph(head.get("queuedAt")));
        tx.run(
                        """
                        MATCH (head:AuditHead {world: $world})
                        SET head.sequence = $row.sequence, head.hash = $row.hash, head.queuedAt = $queuedAt
                        CREATE (row:Audit) SET row = $row
                        WITH 1 AS once
                        UNWIND $entries AS entry
                        CREATE (queued:Outbox) SET queued = entry, queued.queuedAt = $queuedAt
                        """,
                        Map.of(
                                "world",
                                world,
                                "row",
                                row.toProperties(),
                                "queuedAt",
                                GraphTime.toGraph(queuedAt),
                                "entries",
                                entries(row.sequence(), messages)))
                .consume();
    }

    private AuditRow rowAfter(Record head, DeskAction action, String refusal) {
        return new AuditRow(
                world,
                head.get("sequence").asLong() + 1,
                now,
                action.actor(),
                action.name(),
                refusal,
                action.incidentId(),
                action.assignmentId(),
                action.personId(),
                action.note(),
                action.about(),
                happenedAt,
                head.get("hash").asString());
    }

    /** A clock that was set back must not put a later decision before an earlier one. */
    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private List<Map<String, Object>> entries(long sequence, List<?> messages) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            Object message = messages.get(i);
            Map<String, Object> entry = new HashMap<>();
            entry.put("id", world + ":" + sequence + ":" + i);
            entry.put("world", world);
            entry.put("sequence", sequence);
            entry.put("position", i);
            entry.put("messageKind", MessageKind.of(message).wireName());
            entry.put("messageJson", MessageCodec.encode(message));
            entry.put("intakeRegion", message instanceof Correction correction ? correction.region() : null);
            entries.add(entry);
        }
        return entries;
    }
}
