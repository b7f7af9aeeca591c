package io.watchfloor.graph.node;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PlacedBy;
import io.watchfloor.graph.connection.GraphTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.neo4j.driver.Value;

/**
 * An incident as properties of its node. What was observed and what was decided share the node and no property: each has
 * its own version, and either may be there before the other.
 */
public final class IncidentNode {
    private IncidentNode() {}

    public static Map<String, Object> toProperties(ObservedIncident observed) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("observedVersion", observed.version());
        properties.put("type", observed.type());
        properties.put(
                "grade", observed.grade() == null ? null : observed.grade().name());
        properties.put("summary", observed.summary());
        properties.put("lat", observed.lat());
        properties.put("lon", observed.lon());
        properties.put("address", observed.address());
        properties.put("firstOccurredAt", GraphTime.toGraph(observed.firstOccurredAt()));
        properties.put("lastOccurredAt", GraphTime.toGraph(observed.lastOccurredAt()));
        properties.put("openedAt", GraphTime.toGraph(observed.openedAt()));
        properties.put("updatedAt", GraphTime.toGraph(observed.updatedAt()));
        properties.put("reportCount", observed.reportCount());
        properties.put("region", observed.region());
        properties.put("typeConfidence", observed.typeConfidence());
        properties.put(
                "placedBy",
                observed.placedBy() == null ? null : observed.placedBy().name());
        properties.put("placeId", observed.placeId());
        properties.put(
                "reportedGrade",
                observed.reportedGrade() == null
                        ? null
                        : observed.reportedGrade().name());
        Mood mood = observed.mood() == null ? Mood.NEUTRAL : observed.mood();
        properties.put("polarity", mood.polarity());
        properties.put("anger", mood.anger());
        properties.put("fear", mood.fear());
        return properties;
    }

    /** Null while nothing of it has been filed. */
    public static ObservedIncident observed(Value node) {
        if (node.get("observedVersion").isNull()) {
            return null;
        }
        return new ObservedIncident(
                node.get("world").asString(),
                node.get("id").asString(),
                node.get("observedVersion").asLong(),
                node.get("type").asString(null),
                grade(node.get("grade")),
                node.get("summary").asString(null),
                asDouble(node.get("lat")),
                asDouble(node.get("lon")),
                node.get("address").asString(null),
                GraphTime.fromGraph(node.get("firstOccurredAt")),
                GraphTime.fromGraph(node.get("lastOccurredAt")),
                GraphTime.fromGraph(node.get("openedAt")),
                GraphTime.fromGraph(node.get("updatedAt")),
                node.get("reportCount").asInt(),
                node.get("region").asString(null),
                node.get("typeConfidence").asDouble(0),
                node.get("placedBy").isNull()
                        ? null
                        : PlacedBy.valueOf(node.get("placedBy").asString()),
                node.get("placeId").asString(null),
                new Mood(
                        node.get("polarity").asDouble(0),
                        node.get("anger").asDouble(0),
                        node.get("fear").asDouble(0)),
                grade(node.get("reportedGrade")));
    }

    public static Map<String, Object> toProperties(IncidentDecision decision) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("decidedVersion", decision.version());
        properties.put("state", decision.state().name());
        properties.put("open", decision.state().isOpen());
        properties.put("acknowledgedBy", decision.acknowledgedBy());
        properties.put("acknowledgedAt", GraphTime.toGraph(decision.acknowledgedAt()));
        properties.put("dispatchedAt", GraphTime.toGraph(decision.dispatchedAt()));
        properties.put("onSceneAt", GraphTime.toGraph(decision.onSceneAt()));
        properties.put("reportedBackAt", GraphTime.toGraph(decision.reportedBackAt()));
        properties.put("closedBy", decision.closedBy());
        properties.put("closedAt", GraphTime.toGraph(decision.closedAt()));
        properties.put("decidedAt", GraphTime.toGraph(decision.updatedAt()));
        properties.put("mergedInto", decision.mergedInto());
        properties.put("photos", decision.photos());
        IncidentDecision.Snooze snooze = decision.snooze();
        properties.put("snoozedUntil", snooze == null ? null : GraphTime.toGraph(snooze.until()));
        properties.put("snoozeReason", snooze == null ? null : snooze.reason());
        properties.put("snoozedBy", snooze == null ? null : snooze.by());
        properties.put("snoozedAt", snooze == null ? null : GraphTime.toGraph(snooze.at()));
        if (decision.handover() != null) {
            properties.putAll(HandoverNode.toProperties(decision.handover()));
        }
        return properties;
    }

    /** Null while nothing was decided about it. */
    public static IncidentDecision decision(Value node) {
        if (node.get("decidedVersion").isNull()) {
            return null;
        }
        return new IncidentDecision(
                node.get("world").asString(),
                node.get("id").asString(),
                node.get("decidedVersion").asLong(),
                IncidentState.valueOf(node.get("state").asString()),
                node.get("acknowledgedBy").asString(null),
                GraphTime.fromGraph(node.get("acknowledgedAt")),
                GraphTime.fromGraph(node.get("dispatchedAt")),
                GraphTime.fromGraph(node.get("onSceneAt")),
                GraphTime.fromGraph(node.get("reportedBackAt")),
                node.get("closedBy").asString(null),
                GraphTime.fromGraph(node.get("closedAt")),
                GraphTime.fromGraph(node.get("decidedAt")),
                node.get("mergedInto").asString(null),
                HandoverNode.from(node),
                node.get("photos").isNull() ? null : node.get("photos").asInt(),
                snooze(node));
    }

    private static IncidentDecision.Snooze snooze(Value node) {
        Instant until = GraphTime.fromGraph(node.get("snoozedUntil"));
        return until == null
                ? null
                : new IncidentDecision.Snooze(
                        until,
                        node.get("snoozeReason").asString(null),
                        node.get("snoozedBy").asString(null),
                        GraphTime.fromGraph(node.get("snoozedAt")));
    }

    private static Grade grade(Value value) {
        return value.isNull() ? null : Grade.valueOf(value.asString());
    }

    private static Double asDouble(Value value) {
        return value.isNull() ? null : value.asDouble();
    }
}
