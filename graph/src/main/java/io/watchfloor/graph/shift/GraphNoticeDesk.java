package io.watchfloor.graph.shift;

import io.watchfloor.contract.Notice;
import io.watchfloor.contract.Notice.Receipt;
import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.audit.DeskLog;
import io.watchfloor.graph.connection.GraphTime;
import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.decision.Asked;
import io.watchfloor.graph.decision.DeskIds;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskResult.Refusal;
import io.watchfloor.graph.decision.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/** Messages as nodes, with a path to everybody who was told. The message is locked before it is looked who has confirmed. */
final class GraphNoticeDesk implements NoticeDesk {
    private final GraphTransactions transactions;
    private final Clock clock;
    private final Asked asked;

    GraphNoticeDesk(GraphTransactions transactions, Clock clock, Asked asked) {
        this.transactions = transactions;
        this.clock = clock;
        this.asked = asked;
    }

    @Override
    public Outcome<Notice> send(String world, String text, Collection<String> personIds, String actor) {
        String id = DeskIds.notice();
        DeskAction action = new DeskAction("notify", actor, null, null, null, text, id);
        Instant now = now();
        return transactions.write(tx -> {
            DeskLog log = new DeskLog(tx, world, now);
            List<String> told = known(tx, personIds);
            DeskResult refusal = refusal(tx, world, told, now);
            if (refusal != null) {
                return refuse(log, action, refusal);
            }
            write(tx, world, id, text, told, actor, now);
            return publish(log, action, find(tx, world, id));
        });
    }

    @Override
    public Outcome<Notice> confirm(String world, String noticeId, String personId, String actor) {
        DeskAction action = new DeskAction("confirm-notice", actor, null, null, personId, null, noticeId);
        Instant now = now();
        return transactions.write(tx -> {
            DeskLog log = new DeskLog(tx, world, now, asked.happenedAt());
            Receipt known = lock(tx, world, noticeId, personId);
            if (known == null) {
                return refuse(log, action, unknown(noticeId));
            }
            if (known.confirmedAt() != null) {
                return new Outcome<>(find(tx, world, noticeId), null);
            }
            tx.run(
                            """
                            MATCH (notice:Notice {world: $world, id: $id})-[told:TOLD]->(:Person {id: $personId})
                            SET told.confirmedAt = $at, notice.version = notice.version + 1
                            """,
                            Map.of(
                                    "world",
                                    world,
                                    "id",
                                    noticeId,
                                    "personId",
                                    personId,
                                    "at",
                                    GraphTime.toGraph(asked.happenedAt() == null ? now : asked.happenedAt())))
                    .consume();
            return publish(log, action, find(tx, world, noticeId));
        });
    }

    @Override
    public List<Notice> list(String world) {
        return transactions.read(tx -> tx.run("""
                        MATCH (notice:Notice {world: $world}) WHERE notice.until > $now
                        MATCH (notice)-[told:TOLD]->(person:Person)
                        WITH notice, told, person ORDER BY person.id
                        WITH notice, collect({personId: person.id, confirmedAt: told.confirmedAt}) AS receipts
                        RETURN notice, receipts ORDER BY notice.at DESC, notice.id
                        """, Map.of("world", world, "now", GraphTime.toGraph(now())))
                .list(GraphNoticeDesk::notice));
    }

    private static Outcome<Notice> publish(DeskLog log, DeskAction action, Notice notice) {
        log.append(action, null, List.of(notice));
        return new Outcome<>(notice, null);
    }

    private static Outcome<Notice> refuse(DeskLog log, DeskAction action, DeskResult refusal) {
        log.note(action, refusal.refusalName());
        return new Outcome<>(null, refusal);
    }

    private static DeskResult refusal(TransactionContext tx, String world, List<String> told, Instant now) {
        if (told.isEmpty()) {
            return DeskResult.refused(
                    Refusal.NOBODY_TO_TELL, "该区域内没有可通知的人员", "There is nobody in that area who could be told");
        }
        if (told.size() > MOST_PEOPLE) {
            return DeskResult.refused(
                    Refusal.TOO_MANY_PEOPLE,
                    "一条通知最多发给 " + MOST_PEOPLE + " 人，该区域内有 " + told.size() + " 人，请画小一些",
                    "One message goes to " + MOST_PEOPLE + " people at most, and " + told.size()
                            + " are in that area; draw a smaller one");
        }
        int standing = tx.run("""
                        MATCH (notice:Notice {world: $world}) WHERE notice.until > $now
                        RETURN count(notice) AS standing
                        """, Map.of("world", world, "now", GraphTime.toGraph(now)))
                .single()
                .get("standing")
                .asInt();
        return standing < MOST_STANDING
                ? null
                : DeskResult.refused(
                        Refusal.TOO_MANY_NOTICES,
                        "已有 " + standing + " 条通知有效，最多 " + MOST_STANDING + " 条",
                        standing + " messages stand already, and " + MOST_STANDING + " is the most");
    }

    private static DeskResult unknown(String noticeId) {
        return DeskResult.refused(
                Refusal.NOTICE_UNKNOWN, "没有发给您的通知 " + noticeId, "There is no message " + noticeId + " to you");
    }

    private static List<String> known(TransactionContext tx, Collection<String> personIds) {
        return tx.run("""
                        MATCH (person:Person) WHERE person.id IN $ids AND coalesce(person.active, true)
                        RETURN person.id AS id ORDER BY id
                        """, Map.of("ids", List.copyOf(Set.copyOf(personIds))))
                .list(row -> row.get("id").asString());
    }

    private static void write(
            TransactionContext tx, String world, String id, String text, List<String> told, String actor, Instant now) {
        Map<String, Object> properties = Map.of(
                "version",
                1,
                "text",
                text,
                "actor",
                actor,
                "at",
                GraphTime.toGraph(now),
                "until",
                GraphTime.toGraph(now.plus(STANDS)));
        tx.run("""
                        MERGE (notice:Notice {world: $world, id: $id})
                        SET notice += $properties
                        WITH notice
                        MATCH (person:Person) WHERE person.id IN $ids
                        MERGE (notice)-[:TOLD]->(person)
                        """, Map.of("world", world, "id", id, "properties", properties, "ids", told))
                .consume();
    }

    /** What is known of this person under the message's lock; null when they were not told. */
    private static Receipt lock(TransactionContext tx, String world, String noticeId, String personId) {
        return tx
                .run("""
                        MATCH (notice:Notice {world: $world, id: $id})
                        SET notice._lock = true
                        WITH notice
                        MATCH (notice)-[told:TOLD]->(person:Person {id: $personId})
                        RETURN person.id AS personId, told.confirmedAt AS confirmedAt
                        """, Map.of("world", world, "id", noticeId, "personId", personId))
                .list(GraphNoticeDesk::receipt)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static Notice find(TransactionContext tx, String world, String id) {
        return notice(tx.run("""
                        MATCH (notice:Notice {world: $world, id: $id})-[told:TOLD]->(person:Person)
                        WITH notice, told, person ORDER BY person.id
                        RETURN notice, collect({personId: person.id, confirmedAt: told.confirmedAt}) AS receipts
                        """, Map.of("world", world, "id", id)).single());
    }

    private static Notice notice(Record row) {
        Value node = row.get("notice");
        return new Notice(
                node.get("world").asString(),
                node.get("id").asString(),
                node.get("version").asLong(),
                node.get("text").asString(),
                node.get("actor").asString(),
                GraphTime.fromGraph(node.get("at")),
                GraphTime.fromGraph(node.get("until")),
                row.get("receipts").asList(GraphNoticeDesk::receipt));
    }

    private static Receipt receipt(MapAccessor row) {
        return new Receipt(row.get("personId").asString(), GraphTime.fromGraph(row.get("confirmedAt")));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
