package io.watchfloor.graph.access;

import io.watchfloor.graph.access.UserRegister.Changed;
import io.watchfloor.graph.access.UserRegister.Refusal;
import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.audit.DeskLog;
import io.watchfloor.graph.connection.GraphTime;
import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.decision.DeskIds;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;

/** Keys as nodes. */
final class GraphKeyRegister implements KeyRegister {
    private final GraphTransactions transactions;
    private final Clock clock;

    GraphKeyRegister(GraphTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<ApiKey> list() {
        return transactions.read(tx -> tx.run("MATCH (key:ApiKey) RETURN key ORDER BY key.createdAt DESC, key.id")
                .list(row -> key(row.get("key"))));
    }

    @Override
    public ApiKey create(String world, KeyDraft draft, String actor) {
        String id = DeskIds.apiKey();
        Map<String, Object> properties = new HashMap<>();
        properties.put("id", id);
        properties.put("name", draft.name().strip());
        properties.put("keyHash", draft.keyHash());
        properties.put("roles", UserNode.names(draft.roles()));
        properties.put("actsForOthers", draft.actsForOthers());
        properties.put("source", draft.source());
        properties.put("sealedSecret", draft.sealedSecret());
        properties.put("createdBy", actor);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        properties.put("createdAt", GraphTime.toGraph(now));
        String said = draft.name() + ": " + String.join(" ", UserNode.names(draft.roles()));
        return transactions.write(tx -> {
            Value node = tx.run(
                            "CREATE (key:ApiKey) SET key = $properties RETURN key", Map.of("properties", properties))
                    .single()
                    .get("key");
            AccessStamp.change(tx);
            new DeskLog(tx, world, now).note(new DeskAction("create-key", actor, null, null, null, said, id), null);
            return key(node);
        });
    }

    @Override
    public Changed<ApiKey> revoke(String world, String keyId, String actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        DeskAction action = new DeskAction("revoke-key", actor, null, null, null, null, keyId);
        return transactions.write(tx -> {
            List<Value> found = tx.run("""
                            MATCH (key:ApiKey {id: $id})
                            SET key.revokedAt = coalesce(key.revokedAt, $now), key.revokedBy = coalesce(key.revokedBy, $actor)
                            RETURN key
                            """, Map.of("id", keyId, "now", GraphTime.toGraph(now), "actor", actor))
                    .list(row -> row.get("key"));
            AccessStamp.change(tx);
            new DeskLog(tx, world, now).note(action, found.isEmpty() ? Refusal.KEY_UNKNOWN.name() : null);
            return found.isEmpty()
                    ? new Changed<ApiKey>(Refusal.KEY_UNKNOWN, null)
                    : new Changed<>(null, key(found.get(0)));
        });
    }

    private static ApiKey key(Value node) {
        return new ApiKey(
                node.get("id").asString(),
                node.get("name").asString(),
                node.get("keyHash").asString(),
                UserNode.roles(node),
                node.get("actsForOthers").asBoolean(false),
                node.get("source").asString(null),
                node.get("sealedSecret").asString(null),
                node.get("createdBy").asString(),
                GraphTime.fromGraph(node.get("createdAt")),
                node.get("revokedBy").asString(null),
                GraphTime.fromGraph(node.get("revokedAt")));
    }
}
