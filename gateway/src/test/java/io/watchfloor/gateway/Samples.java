package io.watchfloor.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PlacedBy;
import java.time.Instant;

/** Things tests speak of. */
public final class Samples {
    public static final String WORLD = "live";
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Samples() {}

    /** A sound report, as a feed sends it. */
    public static ObjectNode report(String sourceId) {
        return Json.mapper()
                .createObjectNode()
                .put("source", "hotline-12345")
                .put("sourceId", sourceId)
                .put("kind", "call")
                .put("type", "elevator-trapped")
                .put("text", "锦绣家园3号楼电梯坏了，我妈还在里面")
                .put("occurredAt", "2026-03-01T16:14:50+08:00")
                .put("lat", 31.2304)
                .put("lon", 121.4737)
                .put("address", "锦绣家园3号楼")
                .put("reporter", "caller-1");
    }

    public static ObservedIncident observed(String id, long version) {
        return observed(id, version, Instant.now());
    }

    public static ObservedIncident observed(String id, long version, Instant receivedAt) {
        return new ObservedIncident(
                WORLD,
                id,
                version,
                "noise",
                Grade.IV,
                "summary " + version,
                31.23,
                121.47,
                null,
                NOON,
                NOON,
                NOON,
                receivedAt,
                (int) version,
                "156:607",
                0.9,
                PlacedBy.REPORT,
                null,
                Mood.NEUTRAL);
    }

    public static IncidentDecision decision(String id, long version, IncidentState state) {
        Instant closedAt = state == IncidentState.CLOSED ? NOON.plusSeconds(version) : null;
        return new IncidentDecision(
                WORLD,
                id,
                version,
                state,
                "王值班",
                NOON,
                null,
                null,
                null,
                null,
                closedAt,
                NOON.plusSeconds(version),
                null);
    }

    public static Assignment assignment(String id, long version, String incidentId, String personId) {
        return new Assignment(
                WORLD,
                id,
                version,
                incidentId,
                personId,
                version == 1 ? AssignmentState.OFFERED : AssignmentState.ACCEPTED,
                "王值班",
                null,
                NOON,
                null,
                null,
                null,
                null,
                NOON.plusSeconds(version));
    }
}
