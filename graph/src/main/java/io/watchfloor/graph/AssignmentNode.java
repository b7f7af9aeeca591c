package io.watchfloor.graph;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import java.util.HashMap;
import java.util.Map;
import org.neo4j.driver.Value;

/** An assignment as properties of its node. */
final class AssignmentNode {
    private AssignmentNode() {}

    static Map<String, Object> toProperties(Assignment assignment) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("world", assignment.world());
        properties.put("id", assignment.id());
        properties.put("version", assignment.version());
        properties.put("incidentId", assignment.incidentId());
        properties.put("personId", assignment.personId());
        properties.put("state", assignment.state().name());
        properties.put("assignedBy", assignment.assignedBy());
        properties.put("note", assignment.note());
        properties.put("offeredAt", GraphTime.toGraph(assignment.offeredAt()));
        properties.put("acceptedAt", GraphTime.toGraph(assignment.acceptedAt()));
        properties.put("enRouteAt", GraphTime.toGraph(assignment.enRouteAt()));
        properties.put("onSceneAt", GraphTime.toGraph(assignment.onSceneAt()));
        properties.put("endedAt", GraphTime.toGraph(assignment.endedAt()));
        properties.put("updatedAt", GraphTime.toGraph(assignment.updatedAt()));
        return properties;
    }

    static Assignment from(Value node) {
        return new Assignment(
                node.get("world").asString(),
                node.get("id").asString(),
                node.get("version").asLong(),
                node.get("incidentId").asString(),
                node.get("personId").asString(),
                AssignmentState.valueOf(node.get("state").asString()),
                node.get("assignedBy").asString(null),
                node.get("note").asString(null),
                GraphTime.fromGraph(node.get("offeredAt")),
                GraphTime.fromGraph(node.get("acceptedAt")),
                GraphTime.fromGraph(node.get("enRouteAt")),
                GraphTime.fromGraph(node.get("onSceneAt")),
                GraphTime.fromGraph(node.get("endedAt")),
                GraphTime.fromGraph(node.get("updatedAt")));
    }
}
