package io.watchfloor.graph.node;

import io.watchfloor.contract.Handover;
import io.watchfloor.contract.HandoverState;
import io.watchfloor.graph.connection.GraphTime;
import java.util.HashMap;
import java.util.Map;
import org.neo4j.driver.Value;

/** The last handover of an incident, as properties of the incident's node. */
final class HandoverNode {
    private HandoverNode() {}

    static Map<String, Object> toProperties(Handover handover) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("handoverTo", handover.organizationId());
        properties.put("handoverState", handover.state().name());
        properties.put("handedBy", handover.handedBy());
        properties.put("handedAt", GraphTime.toGraph(handover.handedAt()));
        properties.put("handoverDueAt", GraphTime.toGraph(handover.dueAt()));
        properties.put("handoverAcceptedBy", handover.acceptedBy());
        properties.put("handoverAcceptedAt", GraphTime.toGraph(handover.acceptedAt()));
        properties.put("handoverReason", handover.reason());
        properties.put("handoverExtensions", handover.extensions());
        properties.put("handoverUrged", handover.urged());
        properties.put("handoverRung", handover.rung());
        properties.put("handoverNextAt", GraphTime.toGraph(handover.nextAt()));
        properties.put("handoverEndedBy", handover.endedBy());
        properties.put("handoverEndedAt", GraphTime.toGraph(handover.endedAt()));
        return properties;
    }

    /** Null when it was never handed over. */
    static Handover from(Value node) {
        if (node.get("handoverTo").isNull()) {
            return null;
        }
        return new Handover(
                node.get("handoverTo").asString(),
                HandoverState.valueOf(node.get("handoverState").asString()),
                node.get("handedBy").asString(null),
                GraphTime.fromGraph(node.get("handedAt")),
                GraphTime.fromGraph(node.get("handoverDueAt")),
                node.get("handoverAcceptedBy").asString(null),
                GraphTime.fromGraph(node.get("handoverAcceptedAt")),
                node.get("handoverReason").asString(null),
                node.get("handoverExtensions").asInt(0),
                node.get("handoverUrged").asInt(0),
                node.get("handoverRung").asInt(0),
                GraphTime.fromGraph(node.get("handoverNextAt")),
                node.get("handoverEndedBy").asString(null),
                GraphTime.fromGraph(node.get("handoverEndedAt")));
    }
}
