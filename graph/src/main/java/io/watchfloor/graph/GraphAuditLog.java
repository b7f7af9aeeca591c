package io.watchfloor.graph;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;

/** Walks a world's chain from its first row to the head, in pages. */
final class GraphAuditLog implements AuditLog {
    private static final int PAGE = 5_000;

    private final GraphTransactions transactions;

    GraphAuditLog(GraphTransactions transactions) {
        this.transactions = transactions;
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

    private record Head(long sequence, String hash) {}

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
