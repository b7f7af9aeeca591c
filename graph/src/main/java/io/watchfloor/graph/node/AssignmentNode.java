package io.watchfloor.graph.node;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentOrigin;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.EndReason;
import io.watchfloor.contract.Succession;
import io.watchfloor.contract.SuccessionState;
import io.watchfloor.graph.connection.GraphTime;
import java.util.HashMap;
import java.util.Map;
import org.neo4j.driver.Value;

/** An assignment as properties of its node. */
public final class AssignmentNode {
    private AssignmentNode() {}

    public static Map<String, Object> toProperties(Assignment assignment) {
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
        properties.put("origin", nameOf(assignment.origin()));
        properties.put("answerBy", GraphTime.toGraph(assignment.answerBy()));
        properties.put("reason", nameOf(assignment.reason()));
        properties.put("endedBy", assignment.endedBy());
        Succession succession = assignment.succession();
        if (succession != null) {
            properties.put("attempt", succession.attempt());
            properties.put("mostAttempts", succession.most());
            properties.put("succession", succession.state().name());
            properties.put("successorId", succession.successorId());
        }
        return properties;
    }

    private static String nameOf(Enum<?> value) {
        return value == null ? null : value.name();
    }

    public static Assignment from(Value node) {
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
                GraphTime.fromGraph(node.get("updatedAt")),
                enumOf(AssignmentOrigin.class, node.get("origin")),
                GraphTime.fromGraph(node.get("answerBy")),
                succession(node),
                enumOf(EndReason.class, node.get("reason")),
                node.get("endedBy").asString(null));
    }

    private static Succession succession(Value node) {
        SuccessionState state = enumOf(SuccessionState.class, node.get("succession"));
        return state == null
                ? null
                : new Succession(
                        node.get("attempt").asInt(),
                        node.get("mostAttempts").asInt(),
                        state,
                        node.get("successorId").asString(null));
    }

    private static <E extends Enum<E>> E enumOf(Class<E> type, Value value) {
        return value.isNull() ? null : Enum.valueOf(type, value.asString());
    }
}
