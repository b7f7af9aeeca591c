package io.watchfloor.graph.archive;

import io.watchfloor.graph.archive.IncidentArchive.Label;
import io.watchfloor.graph.connection.GraphTime;
import org.neo4j.driver.Value;

/** A label's node, read back with one of its reports. */
final class LabelNode {
    private LabelNode() {}

    static Label from(Value label, String reportId, String text) {
        return new Label(
                label.get("id").asString(),
                label.get("kind").asString(),
                label.get("incidentId").asString(),
                label.get("movedTo").asString(null),
                reportId,
                text,
                label.get("fromType").asString(null),
                label.get("toType").asString(null),
                label.get("fromGrade").asString(null),
                label.get("toGrade").asString(null),
                label.get("placeId").asString(null),
                label.get("lat").isNull() ? null : label.get("lat").asDouble(),
                label.get("lon").isNull() ? null : label.get("lon").asDouble(),
                label.get("actor").asString(null),
                GraphTime.fromGraph(label.get("at")));
    }
}
