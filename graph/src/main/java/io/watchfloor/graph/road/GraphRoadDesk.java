package io.watchfloor.graph.road;

import io.watchfloor.contract.RoadClosure;
import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.audit.DeskLog;
import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.node.ClosureNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neo4j.driver.TransactionContext;

/** Locks each segment's closure, in the order of ids, and writes what changed. */
final class GraphRoadDesk implements RoadDesk {
    private final GraphTransactions transactions;
    private final Clock clock;

    GraphRoadDesk(GraphTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public RoadResult close(String world, List<String> roadIds, String reason, Instant until, String actor) {
        Instant now = clock.instant();
        Refusal refusal = null;
        if (reason == null || reason.isBlank()) {
            refusal = Refusal.REASON_MISSING;
        } else if (until != null && !until.isAfter(now)) {
            refusal = Refusal.UNTIL_PASSED;
        }
        return decide(new Asked(world, roadIds, "close-road", actor, reason, now, refusal), known -> {
            boolean same =
                    known.isInForce(now) && reason.equals(known.reason()) && Objects.equals(until, known.until());
            Instant since = known.isInForce(now) ? known.since() : now;
            return same
                    ? known
                    : new RoadClosure(
                            world, known.roadId(), known.version() + 1, true, reason, actor, since, until, now);
        });
    }

    @Override
    public RoadResult open(String world, List<String> roadIds, String actor) {
        Instant now = clock.instant();
        return decide(
                new Asked(world, roadIds, "open-road", actor, null, now, null),
                known -> known.closed()
                        ? new RoadClosure(
                                world,
                                known.roadId(),
                                known.version() + 1,
                                false,
                                known.reason(),
                                actor,
                                known.since(),
                                known.until(),
                                now)
                        : known);
    }

    @Override
    public List<RoadClosure> list(String world) {
        return transactions.read(
                tx -> tx.run("""
                        MATCH (closure:RoadClosure {world: $world}) WHERE closure.closed
                        RETURN closure ORDER BY closure.since, closure.roadId
                        """, Map.of("world", world)).list(row -> ClosureNode.from(row.get("closure"))));
    }

    /** What was asked for; {@code refusal} is null when nothing is wrong with it so far. */
    private record Asked(
            String world,
            List<String> roadIds,
            String action,
            String actor,
            String reason,
            Instant now,
            Refusal refusal) {
        List<String> ids() {
            return roadIds.stream().distinct().sorted().toList();
        }

        DeskAction said() {
            String about = String.join(" ", ids().subList(0, Math.min(ids().size(), MOST_ROADS)));
            return new DeskAction(action, actor, null, null, null, reason, about);
        }
    }

    private interface Step {
        RoadClosure after(RoadClosure known);
    }

    private RoadResult decide(Asked asked, Step step) {
        List<String> ids = asked.ids();
        return transactions.write(tx -> {
            DeskLog log = new DeskLog(tx, asked.world(), asked.now());
            Refusal refusal = asked.refusal();
            if (refusal == null && (ids.isEmpty() || ids.size() > MOST_ROADS || countKnown(tx, ids) < ids.size())) {
                refusal = Refusal.ROAD_UNKNOWN;
            }
            if (refusal != null) {
                log.note(asked.said(), refusal.name());
                return new RoadResult(refusal, List.of());
            }
            List<RoadClosure> closures = new ArrayList<>();
            List<RoadClosure> changed = new ArrayList<>();
            for (String id : ids) {
                RoadClosure known = lock(tx, asked.world(), id);
                RoadClosure next = step.after(known);
                closures.add(next);
                if (next.version() > known.version()) {
                    write(tx, next);
                    changed.add(next);
                }
            }
            if (!changed.isEmpty()) {
                log.append(asked.said(), null, changed);
            }
            return new RoadResult(null, List.copyOf(closures));
        });
    }

    private static int countKnown(TransactionContext tx, List<String> ids) {
        return tx.run("""
                        MATCH (:Place)-[road:ROAD]->(:Place) WHERE road.id IN $ids
                        RETURN count(DISTINCT road.id) AS known
                        """, Map.of("ids", ids)).single().get("known").asInt();
    }

    private static RoadClosure lock(TransactionContext tx, String world, String roadId) {
        return ClosureNode.from(
                tx.run("""
                        MERGE (closure:RoadClosure {world: $world, roadId: $roadId})
                          ON CREATE SET closure.version = 0, closure.closed = false
                        SET closure._lock = true
                        WITH closure
                        RETURN closure
                        """, Map.of("world", world, "roadId", roadId)).single().get("closure"));
    }

    private static void write(TransactionContext tx, RoadClosure closure) {
        Map<String, Object> properties = ClosureNode.toProperties(closure);
        tx.run("""
                        MATCH (closure:RoadClosure {world: $world, roadId: $roadId})
                        SET closure += $properties
                        """, Map.of("world", closure.world(), "roadId", closure.roadId(), "properties", properties))
                .consume();
    }
}
