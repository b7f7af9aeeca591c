package io.watchfloor.graph.plan;

import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.audit.DeskLog;
import io.watchfloor.graph.connection.GraphTime;
import io.watchfloor.graph.connection.GraphTransactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Settings as nodes; each change is one transaction with its row in the audit log. */
final class GraphAutomaticSending implements AutomaticSending {
    private final GraphTransactions transactions;
    private final Clock clock;

    GraphAutomaticSending(GraphTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Setting> list(String world) {
        return transactions.read(tx -> tx.run("""
                        MATCH (setting:AutomaticSending {world: $world})
                        WHERE setting.setAt IS NOT NULL
                        RETURN setting ORDER BY setting.areaId
                        """, Map.of("world", world)).list(row -> setting(row.get("setting"))));
    }

    @Override
    public Setting set(String world, String areaId, boolean on, String actor, String reason) {
        return transactions.write(tx -> {
            Value known = lock(tx, world, areaId);
            if (!known.get("setAt").isNull() && known.get("on").asBoolean() == on) {
                return setting(known);
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Setting changed = new Setting(areaId, on, actor, reason, now);
            write(tx, world, changed);
            DeskAction action =
                    new DeskAction(on ? "automatic-on" : "automatic-off", actor, null, null, null, reason, areaId);
            new DeskLog(tx, world, now).note(action, null);
            return changed;
        });
    }

    private static Value lock(TransactionContext tx, String world, String areaId) {
        return tx.run("""
                        MERGE (setting:AutomaticSending {world: $world, areaId: $areaId})
                        SET setting._lock = true
                        WITH setting
                        RETURN setting
                        """, Map.of("world", world, "areaId", areaId)).single().get("setting");
    }

    private static void write(TransactionContext tx, String world, Setting setting) {
        tx.run(
                        """
                        MATCH (setting:AutomaticSending {world: $world, areaId: $areaId})
                        SET setting.on = $on, setting.setBy = $setBy, setting.reason = $reason, setting.setAt = $setAt
                        """,
                        Map.of(
                                "world",
                                world,
                                "areaId",
                                setting.areaId(),
                                "on",
                                setting.on(),
                                "setBy",
                                setting.setBy(),
                                "reason",
                                setting.reason(),
                                "setAt",
                                GraphTime.toGraph(setting.setAt())))
                .consume();
    }

    private static Setting setting(Value node) {
        return new Setting(
                node.get("areaId").asString(),
                node.get("on").asBoolean(),
                node.get("setBy").asString(),
                node.get("reason").asString(),
                GraphTime.fromGraph(node.get("setAt")));
    }
}
