package io.watchfloor.graph.audit;

import io.watchfloor.graph.connection.GraphTransactions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Value;

/** Walks a world's chain from its first row to the head, in pages. */
final class GraphAuditLog implements AuditLog {
    private static final int PAGE = 5_000;

    private final GraphTransactions transactions;
    private final Clock clock;

    GraphAuditLog(GraphTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void note(String world, String actor, String action, String refusal, String note, String subject) {
        transactions.write(tx -> {
            new DeskLog(tx, world, clock.instant().truncatedTo(ChronoUnit.MILLIS))
                    .note(new DeskAction(action, actor, null, null, null, note, subject), refusal);
            return null;
        });
    }

    @Override
    public List<Entry> list(String world, long before, int limit) {
        return transactions.read(tx -> tx.run("""
                        MATCH (row:Audit {world: $world})
                        WHERE row.sequence < $before
                        RETURN row ORDER BY row.sequence DESC LIMIT $limit
                        """, Map.of("world", world, "before", before, "limit", limit))
                .list(row -> entry(row.get("row"))));
    }

    @Override
    public Head head(String world) {
        return readHead(world);
    }

    @Override
    public Optional<String> findHash(String world, long sequence) {
        return transactions.read(tx -> tx.run("""
                        MATCH (row:Audit {world: $world, sequence: $sequence})
                        RETURN row.hash AS hash
                        """, Map.of("world", world, "sequence", sequence)).stream()
                .map(row -> row.get("hash").asString(""))
                .findFirst());
    }

    private static Entry entry(Value node) {
        AuditRow row = AuditRow.from(node);
        return new Entry(
                row.sequence(),
                row.at(),
                row.actor(),
                row.action(),
                row.refusal(),
                row.incidentId(),
                row.assignmentId(),
                row.personId(),
                row.note(),
                row.about(),
                node.get("hash").asString(""));
    }

    @Override
    public Verification verify(String world) {
        Head head = readHead(world);
        String previousHash = AuditRow.NO_HASH;
        long rows = 0;
        while (rows < head.sequence()) {
            List<Record> page = readPage(world, rows, head.sequence());
            if (page.isEmpty()) {
                return broken(rows, "rows from here to " + head.sequence() + " are missing");
            }
            for (Record record : page) {
                AuditRow row = AuditRow.from(record.get("row"));
                String fault = faultOf(row, record.get("row").get("hash").asString(""), rows + 1, previousHash);
                if (fault != null) {
                    return broken(rows, fault);
                }
                previousHash = row.hash();
                rows++;
            }
        }
        return previousHash.equals(head.hash())
                ? new Verification(rows, null, null)
                : broken(rows - 1, "the log's head does not follow from its last row");
    }

    private static Verification broken(long rowsBefore, String detail) {
        return new Verification(rowsBefore, rowsBefore + 1, detail);
    }

    private static String faultOf(AuditRow row, String storedHash, long expectedSequence, String previousHash) {
        if (row.sequence() != expectedSequence) {
            return "row " + expectedSequence + " is missing";
        }
        if (!previousHash.equals(row.previousHash())) {
            return "row " + expectedSequence + " does not follow from the row before";
        }
        return row.hash().equals(storedHash) ? null : "row " + expectedSequence + " was changed";
    }

    private Head readHead(String world) {
        return transactions.read(tx -> {
            Result result = tx.run("""
                    MATCH (head:AuditHead {world: $world})
                    RETURN head.sequence AS sequence, head.hash AS hash
                    """, Map.of("world", world));
            if (!result.hasNext()) {
                return new Head(0, AuditRow.NO_HASH);
            }
            Record row = result.single();
            return new Head(row.get("sequence").asLong(), row.get("hash").asString());
        });
    }

    private List<Record> readPage(String world, long after, long last) {
        return transactions.read(tx -> tx.run("""
                        MATCH (row:Audit {world: $world})
                        WHERE row.sequence > $after AND row.sequence <= $last
                        RETURN row ORDER BY row.sequence LIMIT $page
                        """, Map.of("world", world, "after", after, "last", last, "page", PAGE))
                .list());
    }
}
