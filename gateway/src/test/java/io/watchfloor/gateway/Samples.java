package io.watchfloor.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchfloor.contract.AlarmHealth;
import io.watchfloor.contract.Alert;
import io.watchfloor.contract.AlertDecision;
import io.watchfloor.contract.AlertKind;
import io.watchfloor.contract.AlertPoint;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Escalation;
import io.watchfloor.contract.EscalationStage;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Handover;
import io.watchfloor.contract.HandoverState;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.Measure;
import io.watchfloor.contract.MeasureScope;
import io.watchfloor.contract.MeasureStep;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PlacedBy;
import java.time.Instant;
import java.util.List;

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
        return observed(id, version, Grade.IV, NOON, receivedAt, 31.23);
    }

    /** {@code lat} null: not located. */
    public static ObservedIncident opened(String id, long version, Grade grade, Instant openedAt, Double lat) {
        return observed(id, version, grade, openedAt, openedAt, lat);
    }

    private static ObservedIncident observed(
            String id, long version, Grade grade, Instant openedAt, Instant receivedAt, Double lat) {
        return new ObservedIncident(
                WORLD,
                id,
                version,
                "noise",
                grade,
                "summary " + version,
                lat,
                lat == null ? null : 121.47,
                null,
                NOON,
                NOON,
                openedAt,
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

    /** One that another department has taken over. */
    public static IncidentDecision handedOver(String id, long version, IncidentState state) {
        Handover handover = new Handover(
                "O-1",
                HandoverState.HANDED,
                "王值班",
                NOON,
                NOON.plusSeconds(600),
                null,
                null,
                null,
                0,
                0,
                0,
                null,
                null,
                null);
        IncidentDecision before = decision(id, version, state);
        return new IncidentDecision(
                WORLD,
                id,
                version,
                state,
                before.acknowledgedBy(),
                NOON,
                null,
                null,
                null,
                null,
                before.closedAt(),
                before.updatedAt(),
                null,
                handover);
    }

    /** One that an officer has put off. */
    public static IncidentDecision putOff(String id, long version, Instant until) {
        return new IncidentDecision(
                WORLD,
                id,
                version,
                IncidentState.OPENED,
                "王值班",
                NOON,
                null,
                null,
                null,
                null,
                null,
                NOON.plusSeconds(version),
                null,
                null,
                null,
                new IncidentDecision.Snooze(until, "天亮再看", "王值班", NOON));
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

    public static IncidentDecision merged(String id, long version, String into) {
        return new IncidentDecision(
                WORLD, id, version, IncidentState.MERGED, null, null, null, null, null, null, null, NOON, into);
    }

    public static Escalation escalation(String incidentId, long version, EscalationStage stage) {
        Instant dueAt = stage == null ? null : NOON.plusSeconds(60);
        return new Escalation(
                WORLD, incidentId, version, stage, null, NOON, dueAt, 1, 2, dueAt, "NFPA 1225 (2022)", NOON);
    }

    public static Alert alert(String id, long version, boolean cleared, String... reportIds) {
        return new Alert(
                WORLD,
                id,
                version,
                Grade.III,
                "noise",
                "C-1",
                31.23,
                121.47,
                0.7,
                "噪声投诉 14 件，平时 3 件",
                "14 noise complaints; 3 are usual",
                List.of(reportIds),
                NOON,
                NOON.plusSeconds(version),
                cleared ? NOON.plusSeconds(version) : null,
                AlertKind.CELL,
                List.of("C-1"),
                List.of(),
                2,
                14,
                3.1,
                List.of(new AlertPoint(NOON, 14, 3.1, 8)));
    }

    public static AlertDecision snoozed(String alertId, long version) {
        return new AlertDecision(WORLD, alertId, version, NOON.plusSeconds(3_600), "抢修", "王值班", NOON);
    }

    public static Measure measure(String type, long version) {
        return new Measure(
                WORLD,
                "TRAVEL:TYPE:" + type,
                version,
                MeasureStep.TRAVEL,
                MeasureScope.TYPE,
                type,
                12,
                310,
                560,
                0.75,
                NOON);
    }

    public static AlarmHealth alarmHealth(long version) {
        return new AlarmHealth(WORLD, version, 0.7, 6, 0, 4, 15, 81, 0, 1, NOON);
    }
}
