package io.watchfloor.graph.node;

import io.watchfloor.contract.RoadClosure;
import io.watchfloor.graph.connection.GraphTime;
import java.util.HashMap;
import java.util.Map;
import org.neo4j.driver.Value;

/** Whether a road is closed, as properties of a node of its own. */
public final class ClosureNode {
    private ClosureNode() {}

    public static Map<String, Object> toProperties(RoadClosure closure) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("version", closure.version());
        properties.put("closed", closure.closed());
        properties.put("reason", closure.reason());
        properties.put("by", closure.by());
        properties.put("since", GraphTime.toGraph(closure.since()));
        properties.put("until", GraphTime.toGraph(closure.until()));
        properties.put("updatedAt", GraphTime.toGraph(closure.updatedAt()));
        return properties;
    }

    public static RoadClosure from(Value node) {
        return new RoadClosure(
                node.get("world").asString(),
                node.get("roadId").asString(),
                node.get("version").asLong(),
                node.get("closed").asBoolean(),
                node.get("reason").asString(null),
                node.get("by").asString(null),
                GraphTime.fromGraph(node.get("since")),
                GraphTime.fromGraph(node.get("until")),
                GraphTime.fromGraph(node.get("updatedAt")));
    }
}
