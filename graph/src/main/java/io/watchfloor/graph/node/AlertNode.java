package io.watchfloor.graph.node;

import io.watchfloor.contract.AlertDecision;
import io.watchfloor.graph.connection.GraphTime;
import java.util.HashMap;
import java.util.Map;
import org.neo4j.driver.Value;

/** What was decided about an alert as properties of its node; the alert itself is not kept in the graph. */
public final class AlertNode {
    private AlertNode() {}

    public static Map<String, Object> toProperties(AlertDecision decision) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("version", decision.version());
        properties.put("snoozedUntil", GraphTime.toGraph(decision.snoozedUntil()));
        properties.put("reason", decision.reason());
        properties.put("actor", decision.actor());
        properties.put("updatedAt", GraphTime.toGraph(decision.updatedAt()));
        return properties;
    }

    public static AlertDecision from(Value node) {
        return new AlertDecision(
                node.get("world").asString(),
                node.get("alertId").asString(),
                node.get("version").asLong(),
                GraphTime.fromGraph(node.get("snoozedUntil")),
                node.get("reason").asString(null),
                node.get("actor").asString(null),
                GraphTime.fromGraph(node.get("updatedAt")));
    }
}
