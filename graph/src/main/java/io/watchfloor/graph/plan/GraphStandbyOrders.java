package io.watchfloor.graph.plan;

import io.watchfloor.contract.Availability;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.connection.GraphTime;
import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskTransaction;
import io.watchfloor.graph.decision.LockedPerson;
import io.watchfloor.graph.decision.Refusals;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;

/** Orders as nodes, one for each person; written under the lock of the person's state, so that nobody bound is told. */
final class GraphStandbyOrders implements StandbyOrders {
    private final GraphTransactions transactions;
    private final Clock clock;

    GraphStandbyOrders(GraphTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Told tell(String world, String personId, String cellId, String actor) {
        return transactions.write(tx -> {
            DeskTransaction desk =
                    new DeskTransaction(tx, world, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            DeskAction action = new DeskAction("tell-standby", actor, null, null, personId, null, cellId);
            LockedPerson person =
                    desk.lockPerson(personId).filter(LockedPerson::active).orElse(null);
            DeskResult refusal = refusal(desk, person, personId, cellId);
            if (refusal != null) {
                return new Told(desk.refuse(action, refusal), null);
            }
            Order known = known(desk, personId);
            if (known != null && known.cellId().equals(cellId) && holds(known, person.status(), desk.now())) {
                return new Told(null, known);
            }
            Order order = new Order(personId, cellId, actor, desk.now());
            write(desk, order);
            desk.record(action, DeskResult.DONE, List.of());
            return new Told(null, order);
        });
    }

    @Override
    public List<Order> list(String world) {
        Instant from = clock.instant().minus(HOLDS);
        return transactions.read(tx -> tx.run("""
                        MATCH (order:StandbyOrder {world: $world}) WHERE order.at > $from
                        OPTIONAL MATCH (status:PersonStatus {world: $world, personId: order.personId})
                        WITH order, status
                        WHERE status.updatedAt IS NULL OR status.updatedAt <= order.at
                        RETURN order ORDER BY order.at DESC, order.personId
                        """, Map.of("world", world, "from", GraphTime.toGraph(from)))
                .list(row -> order(row.get("order"))));
    }

    private static DeskResult refusal(DeskTransaction desk, LockedPerson person, String personId, String cellId) {
        if (person == null) {
            return Refusals.personUnknown(personId);
        }
        PersonStatus status = person.status();
        if (status.availability() == Availability.ASSIGNED) {
            String assignmentId = status.assignmentId();
            return desk.findAssignment(assignmentId)
                    .map(holding -> Refusals.personTaken(person, holding, desk.findAddress(holding.incidentId())))
                    .orElseThrow();
        }
        if (status.availability() == Availability.UNAVAILABLE) {
            return Refusals.personUnavailable(person);
        }
        return hasCell(desk, cellId) ? null : Refusals.placeUnknown(cellId);
    }

    private static boolean hasCell(DeskTransaction desk, String cellId) {
        return desk.tx()
                .run("MATCH (cell:Cell {id: $id}) RETURN count(cell) > 0 AS known", Map.of("id", cellId))
                .single()
                .get("known")
                .asBoolean();
    }

    private static Order known(DeskTransaction desk, String personId) {
        return desk
                .tx()
                .run("""
                        MATCH (order:StandbyOrder {world: $world, personId: $personId})
                        RETURN order
                        """, Map.of("world", desk.world(), "personId", personId))
                .list(row -> order(row.get("order")))
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static void write(DeskTransaction desk, Order order) {
        desk.tx()
                .run(
                        """
                        MERGE (order:StandbyOrder {world: $world, personId: $personId})
                        SET order.cellId = $cellId, order.by = $by, order.at = $at
                        """,
                        Map.of(
                                "world", desk.world(),
                                "personId", order.personId(),
                                "cellId", order.cellId(),
                                "by", order.by(),
                                "at", GraphTime.toGraph(order.at())))
                .consume();
    }

    private static boolean holds(Order order, PersonStatus status, Instant now) {
        boolean sentSince = status.updatedAt() != null && status.updatedAt().isAfter(order.at());
        return !sentSince && order.at().plus(HOLDS).isAfter(now);
    }

    private static Order order(Value node) {
        return new Order(
                node.get("personId").asString(),
                node.get("cellId").asString(),
                node.get("by").asString(),
                GraphTime.fromGraph(node.get("at")));
    }
}
