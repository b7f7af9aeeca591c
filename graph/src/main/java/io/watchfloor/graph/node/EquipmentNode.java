package io.watchfloor.graph.node;

import io.watchfloor.contract.EquipmentState;
import io.watchfloor.contract.EquipmentStatus;
import io.watchfloor.graph.connection.GraphTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** What a unit is doing, as properties of its node. */
public final class EquipmentNode {
    private EquipmentNode() {}

    public static Map<String, Object> toProperties(EquipmentStatus status) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("version", status.version());
        properties.put("state", status.state().name());
        properties.put("assignmentId", status.assignmentId());
        properties.put("incidentId", status.incidentId());
        properties.put("personId", status.personId());
        properties.put("placeId", status.placeId());
        properties.put("note", status.note());
        properties.put("by", status.by());
        properties.put("updatedAt", GraphTime.toGraph(status.updatedAt()));
        return properties;
    }

    public static EquipmentStatus from(Value node) {
        return new EquipmentStatus(
                node.get("world").asString(),
                node.get("equipmentId").asString(),
                node.get("version").asLong(),
                EquipmentState.valueOf(node.get("state").asString()),
                node.get("assignmentId").asString(null),
                node.get("incidentId").asString(null),
                node.get("personId").asString(null),
                node.get("placeId").asString(null),
                node.get("note").asString(null),
                node.get("by").asString(null),
                GraphTime.fromGraph(node.get("updatedAt")));
    }

    /** Every unit about which anything was ever decided in this world. */
    public static List<EquipmentStatus> list(TransactionContext tx, String world) {
        return tx.run("""
                        MATCH (status:EquipmentStatus {world: $world}) WHERE status.version > 0
                        RETURN status ORDER BY status.equipmentId
                        """, Map.of("world", world)).list(row -> from(row.get("status")));
    }
}
