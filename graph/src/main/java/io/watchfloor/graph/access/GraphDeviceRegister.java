package io.watchfloor.graph.access;

import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.connection.GraphTime;
import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.decision.DeskIds;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskTransaction;
import io.watchfloor.graph.decision.LockedPerson;
import io.watchfloor.graph.decision.Refusals;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.neo4j.driver.Value;

/** Devices as nodes that belong to a person; each change is a decision with its row in the audit log. */
final class GraphDeviceRegister implements DeviceRegister {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{6,64}");

    private final GraphTransactions transactions;
    private final Clock clock;

    GraphDeviceRegister(GraphTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Registered register(String world, String personId, Draft draft, String actor) {
        String id = DeskIds.device();
        DeskAction action = new DeskAction("register-device", actor, null, null, personId, draft.label(), id);
        return decide(world, desk -> {
            if (draft.key() == null || !KEY.matcher(draft.key()).matches()) {
                return refused(desk, action, DeviceRefusals.invalid());
            }
            if (desk.lockPerson(personId).filter(LockedPerson::active).isEmpty()) {
                return refused(desk, action, Refusals.personUnknown(personId));
            }
            Value held = lock(desk, draft.key(), id);
            boolean another = !held.get("personId").isNull()
                    && held.get("revokedAt").isNull()
                    && !held.get("personId").asString().equals(personId);
            if (another) {
                return refused(desk, action, DeviceRefusals.taken());
            }
            return done(desk, action.withAbout(held.get("id").asString()), write(desk, personId, draft, actor));
        });
    }

    @Override
    public Registered revoke(String world, String deviceId, String actor) {
        DeskAction action = new DeskAction("revoke-device", actor, null, null, null, null, deviceId);
        return decide(world, desk -> {
            List<Value> found = desk.tx()
                    .run("""
                            MATCH (device:Device {world: $world, id: $id})
                            SET device._lock = true
                            WITH device
                            RETURN device
                            """, Map.of("world", world, "id", deviceId == null ? "" : deviceId))
                    .list(row -> row.get("device"));
            if (found.isEmpty()) {
                return refused(desk, action, DeviceRefusals.unknown(deviceId));
            }
            Device device = DeviceNode.from(found.get(0));
            if (device.revokedAt() != null) {
                return new Registered(null, device);
            }
            Value revoked = desk.tx()
                    .run(
                            """
                            MATCH (device:Device {world: $world, id: $id})
                            SET device.revokedBy = $actor, device.revokedAt = $now
                            RETURN device
                            """,
                            Map.of(
                                    "world", world,
                                    "id", deviceId,
                                    "actor", actor,
                                    "now", GraphTime.toGraph(desk.now())))
                    .single()
                    .get("device");
            return done(desk, action, revoked);
        });
    }

    @Override
    public List<Device> list(String world, String personId) {
        return transactions.read(tx -> tx.run("""
                        MATCH (device:Device {world: $world, personId: $personId})
                        RETURN device ORDER BY device.registeredAt DESC, device.id
                        """, Map.of("world", world, "personId", personId))
                .list(row -> DeviceNode.from(row.get("device"))));
    }

    @Override
    public Optional<Known> find(String world, String key) {
        return transactions
                .read(tx -> tx.run("""
                                MATCH (device:Device {world: $world, keyHash: $keyHash})
                                WHERE device.revokedAt IS NULL AND device.registeredAt IS NOT NULL
                                RETURN device
                                """, Map.of("world", world, "keyHash", DeviceNode.hash(key)))
                        .list(row -> row.get("device")))
                .stream()
                .map(node -> new Known(
                        node.get("personId").asString(),
                        node.get("gcj02").asBoolean(false),
                        node.get("secretHash").asString(null)))
                .findFirst();
    }

    /** Makes the node when it is new, so that two officers who register one device at once meet here. */
    private static Value lock(DeskTransaction desk, String key, String id) {
        return desk.tx()
                .run("""
                        MERGE (device:Device {world: $world, keyHash: $keyHash})
                          ON CREATE SET device.id = $id
                        SET device._lock = true
                        WITH device
                        RETURN device
                        """, Map.of("world", desk.world(), "keyHash", DeviceNode.hash(key), "id", id))
                .single()
                .get("device");
    }

    private static Value write(DeskTransaction desk, String personId, Draft draft, String actor) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("personId", personId);
        properties.put("label", draft.label());
        properties.put("gcj02", draft.gcj02());
        properties.put("secretHash", draft.secret() == null ? null : DeviceNode.hash(draft.secret()));
        properties.put("registeredBy", actor);
        properties.put("registeredAt", GraphTime.toGraph(desk.now()));
        properties.put("revokedBy", null);
        properties.put("revokedAt", null);
        return desk.tx()
                .run(
                        """
                        MATCH (device:Device {world: $world, keyHash: $keyHash}), (person:Person {id: $personId})
                        OPTIONAL MATCH (device)-[before:CARRIED_BY]->(:Person)
                        DELETE before
                        WITH DISTINCT device, person
                        SET device += $properties
                        MERGE (device)-[:CARRIED_BY]->(person)
                        RETURN device
                        """,
                        Map.of(
                                "world",
                                desk.world(),
                                "keyHash",
                                DeviceNode.hash(draft.key()),
                                "personId",
                                personId,
                                "properties",
                                properties))
                .single()
                .get("device");
    }

    private static Registered refused(DeskTransaction desk, DeskAction action, DeskResult refusal) {
        return new Registered(desk.refuse(action, refusal), null);
    }

    private static Registered done(DeskTransaction desk, DeskAction action, Value node) {
        Device device = DeviceNode.from(node);
        desk.record(action, DeskResult.done((IncidentDecision) null), List.of());
        return new Registered(null, device);
    }

    private Registered decide(String world, Function<DeskTransaction, Registered> decision) {
        return transactions.write(tx ->
                decision.apply(new DeskTransaction(tx, world, clock.instant().truncatedTo(ChronoUnit.MILLIS))));
    }
}
