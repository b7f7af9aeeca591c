package io.watchfloor.graph.shift;

import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.audit.DeskLog;
import io.watchfloor.graph.connection.GraphTime;
import io.watchfloor.graph.decision.Asked;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskTransaction;
import io.watchfloor.graph.decision.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** One running change of a shift's own matters: what it reads and writes in its world, and the row it leaves in the log. */
final class ShiftTransaction {
    private final TransactionContext tx;
    private final String world;
    private final Instant now;
    private final Instant happenedAt;

    ShiftTransaction(TransactionContext tx, String world, Instant now) {
        this(tx, world, now, Asked.NOW);
    }

    ShiftTransaction(TransactionContext tx, String world, Instant now, Asked asked) {
        this.happenedAt = asked.happenedAt();
        this.tx = tx;
        this.world = world;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    /** The one {@code node} that the question with {@code $world} and {@code $id} gives. */
    <T> Optional<T> find(String question, String id, Function<Value, T> reader) {
        return tx.run(question, Map.of("world", world, "id", id)).list(row -> reader.apply(row.get("node"))).stream()
                .findFirst();
    }

    /** Every {@code node} that the question with {@code $world}, {@code $now} and {@code $limit} gives. */
    <T> List<T> list(String question, int limit, Function<Value, T> reader) {
        return tx.run(question, Map.of("world", world, "now", GraphTime.toGraph(now), "limit", limit))
                .list(row -> reader.apply(row.get("node")));
    }

    /** Runs a statement with {@code $world}, {@code $id} and {@code $properties}. */
    void write(String statement, String id, Map<String, Object> properties) {
        tx.run(statement, Map.of("world", world, "id", id, "properties", properties))
                .consume();
    }

    <T> Outcome<T> done(DeskAction action, T value) {
        new DeskLog(tx, world, now, happenedAt).note(action, null);
        return new Outcome<>(value, null);
    }

    /** As {@link #done}, and what it means for the incident is told. */
    <T> Outcome<T> done(DeskAction action, T value, String incidentId, UnaryOperator<IncidentDecision> follows) {
        DeskTransaction desk = new DeskTransaction(tx, world, now);
        IncidentDecision to = follows.apply(desk.lockIncident(incidentId));
        desk.record(action, DeskResult.done(to), List.of(to));
        return new Outcome<>(value, null);
    }

    <T> Outcome<T> refuse(DeskAction action, DeskResult refusal) {
        new DeskLog(tx, world, now, happenedAt).note(action, refusal.refusalName());
        return new Outcome<>(null, refusal);
    }
}
