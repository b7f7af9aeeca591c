package io.watchfloor.graph.node;

import io.watchfloor.contract.Absence;
import io.watchfloor.contract.AbsenceReason;
import io.watchfloor.contract.Availability;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.graph.connection.GraphTime;
import java.util.HashMap;
import java.util.Map;
import org.neo4j.driver.Value;

/** A person's state in one world as properties of its node. */
public final class StatusNode {
    private StatusNode() {}

    public static Map<String, Object> toProperties(PersonStatus status) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("world", status.world());
        properties.put("personId", status.personId());
        properties.put("version", status.version());
        properties.put("availability", status.availability().name());
        properties.put("assignmentId", status.assignmentId());
        properties.put("incidentId", status.incidentId());
        properties.put("updatedAt", GraphTime.toGraph(status.updatedAt()));
        Absence absence = status.absence();
        properties.put("absence", absence == null ? null : absence.reason().name());
        properties.put("absenceNote", absence == null ? null : absence.note());
        properties.put("absenceUntil", absence == null ? null : GraphTime.toGraph(absence.until()));
        properties.put("absenceBy", absence == null ? null : absence.by());
        properties.put("absenceSince", absence == null ? null : GraphTime.toGraph(absence.since()));
        return properties;
    }

    public static PersonStatus from(Value node) {
        return new PersonStatus(
                node.get("world").asString(),
                node.get("personId").asString(),
                node.get("version").asLong(),
                Availability.valueOf(node.get("availability").asString()),
                node.get("assignmentId").asString(null),
                node.get("incidentId").asString(null),
                GraphTime.fromGraph(node.get("updatedAt")),
                absence(node));
    }

    private static Absence absence(Value node) {
        return node.get("absence").isNull()
                ? null
                : new Absence(
                        AbsenceReason.valueOf(node.get("absence").asString()),
                        node.get("absenceNote").asString(null),
                        GraphTime.fromGraph(node.get("absenceUntil")),
                        node.get("absenceBy").asString(null),
                        GraphTime.fromGraph(node.get("absenceSince")));
    }
}
