package io.watchfloor.graph.shift;

import io.watchfloor.graph.connection.GraphTime;
import io.watchfloor.graph.shift.ShiftDesk.Handover;
import io.watchfloor.graph.shift.ShiftDesk.Note;
import io.watchfloor.graph.shift.ShiftDesk.Snooze;
import java.util.List;
import org.neo4j.driver.Value;

/** Notes, snoozes and handovers as nodes. */
final class ShiftNodes {
    private ShiftNodes() {}

    static Note note(Value node) {
        return new Note(
                node.get("id").asString(),
                node.get("incidentId").asString(),
                node.get("text").asString(),
                GraphTime.fromGraph(node.get("dueAt")),
                node.get("actor").asString(null),
                GraphTime.fromGraph(node.get("at")),
                node.get("doneBy").asString(null),
                GraphTime.fromGraph(node.get("doneAt")));
    }

    static Snooze snooze(Value node) {
        return new Snooze(
                node.get("incidentId").asString(),
                GraphTime.fromGraph(node.get("until")),
                node.get("reason").asString(null),
                node.get("actor").asString(null),
                GraphTime.fromGraph(node.get("at")));
    }

    static Handover handover(Value node, boolean withContent) {
        return new Handover(
                node.get("id").asString(),
                node.get("actor").asString(null),
                GraphTime.fromGraph(node.get("at")),
                node.get("remark").asString(null),
                withContent ? node.get("content").asString() : null,
                node.get("areaIds").asList(Value::asString, List.of()),
                node.get("signedBy").asString(null),
                GraphTime.fromGraph(node.get("signedAt")));
    }
}
