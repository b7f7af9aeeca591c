package io.watchfloor.graph.desk;

import io.watchfloor.contract.Correction;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.NullIsland;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.decision.DeskIds;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskTransaction;
import io.watchfloor.graph.decision.Refusals;
import io.watchfloor.graph.node.IncidentNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Corrections of what an incident is, how grave and where. The desk checks, keeps a label and sends the correction on its way; the
 * pipeline, which alone writes what is observed, carries it out. The incident's node remembers the last correction of
 * each kind, so that a second click gives the first one's id.
 */
final class CorrectionDesk {
    private final DeskTransaction desk;
    private final ObservedIncident seen;
    private final String correctionId;
    private final String actor;

    CorrectionDesk(DeskTransaction desk, ObservedIncident seen, String correctionId, String actor) {
        this.desk = desk;
        this.seen = seen;
        this.correctionId = correctionId;
        this.actor = actor;
    }

    DeskResult retype(String type) {
        DeskAction action = DeskAction.onIncident("retype", actor, seen.id(), "→ " + type);
        if (!DeskIds.isIncident(seen.id())) {
            return desk.refuse(action, Refusals.incidentUnknown(seen.id()));
        }
        if (IncidentTypes.find(type).isEmpty()) {
            return desk.refuse(action, DutyRefusals.typeUnknown(type));
        }
        Value node = desk.lockNode(seen.id());
        if (type.equals(node.get("correctedType").asString(null))) {
            return DeskResult.corrected(node.get("typeCorrectionId").asString(), null);
        }
        ObservedIncident known = newest(node, seen);
        mark(Map.of("correctedType", type, "typeCorrectionId", correctionId));
        return send(
                action.withNote(known.type() + " → " + type),
                LabelGraph.TYPE,
                known,
                correction(known, type, null, null, null, null));
    }

    DeskResult regrade(Grade grade) {
        DeskAction action = DeskAction.onIncident("regrade", actor, seen.id(), "→ " + grade);
        if (!DeskIds.isIncident(seen.id())) {
            return desk.refuse(action, Refusals.incidentUnknown(seen.id()));
        }
        Value node = desk.lockNode(seen.id());
        if (grade.name().equals(node.get("correctedGrade").asString(null))) {
            return DeskResult.corrected(node.get("gradeCorrectionId").asString(), null);
        }
        ObservedIncident known = newest(node, seen);
        mark(Map.of("correctedGrade", grade.name(), "gradeCorrectionId", correctionId));
        return send(
                action.withNote(known.grade() + " → " + grade),
                LabelGraph.GRADE,
                known,
                correction(known, null, grade, null, null, null));
    }

    DeskResult place(Double lat, Double lon, String placeId) {
        DeskAction action = DeskAction.onIncident("place", actor, seen.id(), noteOf(lat, lon, placeId));
        if (!DeskIds.isIncident(seen.id())) {
            return desk.refuse(action, Refusals.incidentUnknown(seen.id()));
        }
        if (placeId == null) {
            return isPoint(lat, lon)
                    ? placeAt(action, lat, lon, null)
                    : desk.refuse(action, DutyRefusals.positionInvalid());
        }
        if (lat != null || lon != null) {
            return desk.refuse(action, DutyRefusals.positionInvalid());
        }
        List<Record> found = desk.tx().run("""
                        MATCH (place:Place {id: $id, active: true})
                        RETURN place.lat AS lat, place.lon AS lon
                        """, Map.of("id", placeId)).list();
        return found.isEmpty()
                ? desk.refuse(action, Refusals.placeUnknown(placeId))
                : placeAt(
                        action,
                        found.get(0).get("lat").asDouble(),
                        found.get(0).get("lon").asDouble(),
                        placeId);
    }

    private DeskResult placeAt(DeskAction action, double lat, double lon, String placeId) {
        Value node = desk.lockNode(seen.id());
        boolean same = !node.get("placeCorrectionId").isNull()
                && node.get("correctedLat").asDouble() == lat
                && node.get("correctedLon").asDouble() == lon
                && Objects.equals(node.get("correctedPlaceId").asString(null), placeId);
        if (same) {
            return DeskResult.corrected(node.get("placeCorrectionId").asString(), null);
        }
        ObservedIncident known = newest(node, seen);
        Map<String, Object> marks =
                new HashMap<>(Map.of("correctedLat", lat, "correctedLon", lon, "placeCorrectionId", correctionId));
        marks.put("correctedPlaceId", placeId);
        mark(marks);
        return send(action, LabelGraph.PLACE, known, correction(known, null, null, lat, lon, placeId));
    }

    private DeskResult send(DeskAction action, String kind, ObservedIncident known, Correction correction) {
        new LabelGraph(desk.tx()).remember(kind, correction, known);
        DeskResult result = DeskResult.corrected(correctionId, null);
        desk.record(action.withAbout(correctionId), result, List.of(correction));
        return result;
    }

    private Correction correction(
            ObservedIncident known, String type, Grade grade, Double lat, Double lon, String placeId) {
        return new Correction(
                known.world(),
                correctionId,
                regionOf(known),
                known.id(),
                known,
                type,
                grade,
                lat,
                lon,
                placeId,
                List.of(),
                null,
                actor,
                desk.now());
    }

    private void mark(Map<String, Object> marks) {
        desk.tx()
                .run("""
                        MATCH (incident:Incident {world: $world, id: $id})
                        SET incident += $marks
                        """, Map.of("world", desk.world(), "id", seen.id(), "marks", marks))
                .consume();
    }

    /** The picture may be a moment ahead of the graph. */
    static ObservedIncident newest(Value node, ObservedIncident seen) {
        ObservedIncident filed = IncidentNode.observed(node);
        return filed != null && filed.version() > seen.version() ? filed : seen;
    }

    /** What was filed before incidents knew their region goes one way for all. */
    static String regionOf(ObservedIncident known) {
        return known.region() == null ? "" : known.region();
    }

    private static boolean isPoint(Double lat, Double lon) {
        return lat != null && lon != null && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && !NullIsland.isAt(lat, lon);
    }

    private static String noteOf(Double lat, Double lon, String placeId) {
        return "→ " + (placeId == null ? lat + ", " + lon : placeId);
    }
}
