package io.watchfloor.pipeline.duty;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Handover;
import io.watchfloor.contract.HandoverState;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.ObservedIncidents;
import io.watchfloor.contract.PlacedBy;
import java.time.Duration;
import java.time.Instant;

/** Messages about one incident, as the picture has them; seconds count from {@link #START}. */
public final class DutyMessages {
    public static final String INCIDENT = "I-1";
    public static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private DutyMessages() {}

    /** A point in time. */
    public static Instant at(long second) {
        return START.plusSeconds(second);
    }

    /** Opened at the start. */
    public static ObservedIncident observed(long version, Grade grade) {
        return observed(INCIDENT, version, grade, START);
    }

    /** Opened then. */
    public static ObservedIncident observed(String id, long version, Grade grade, Instant openedAt) {
        return new ObservedIncident(
                "live",
                id,
                version,
                "fire",
                grade,
                "smoke",
                31.23,
                121.47,
                null,
                openedAt,
                openedAt,
                openedAt,
                openedAt,
                1,
                "156:607",
                1,
                PlacedBy.REPORT,
                null,
                Mood.NEUTRAL);
    }

    /** An officer has said how grave; its reports say otherwise. */
    public static ObservedIncident graded(long version, Grade grade, Grade reportedGrade) {
        return ObservedIncidents.graded(observed(version, grade), version, grade, reportedGrade);
    }

    /** Part of another one from then on. */
    public static IncidentDecision joined(String id, long version, String into, Instant when) {
        return new IncidentDecision(
                "live", id, version, IncidentState.MERGED, null, null, null, null, null, null, null, when, into);
    }

    /** On its own again. */
    public static IncidentDecision separated(String id, long version, Instant when) {
        return new IncidentDecision(
                "live", id, version, IncidentState.REPORTED, null, null, null, null, null, null, null, when, null);
    }

    /** Acknowledged, opened. */
    public static IncidentDecision acknowledged(long version, long second) {
        return decision(version, IncidentState.OPENED, second, second, null, null, null);
    }

    /** In a state from then on, with the times of its steps in seconds. */
    public static IncidentDecision decision(
            long version, IncidentState state, long second, Long acked, Long sent, Long onScene, Long back) {
        return new IncidentDecision(
                "live",
                INCIDENT,
                version,
                state,
                acked == null ? null : "officer",
                instant(acked),
                instant(sent),
                instant(onScene),
                instant(back),
                null,
                null,
                at(second),
                state == IncidentState.MERGED ? "I-2" : null);
    }

    /** In the hands of a department from then on, or given back by it. */
    public static IncidentDecision handedOver(String id, long version, HandoverState state, Instant when) {
        boolean active = state.isActive();
        Handover handover = new Handover(
                "fire",
                state,
                "officer",
                when,
                when.plusSeconds(3_600),
                null,
                null,
                "ours to do",
                0,
                0,
                0,
                active ? when.plusSeconds(3_600) : null,
                active ? null : "fire",
                active ? null : when);
        return new IncidentDecision(
                "live",
                id,
                version,
                active ? IncidentState.DISPATCHED : IncidentState.OPENED,
                "officer",
                when,
                active ? when : null,
                null,
                null,
                null,
                null,
                when,
                null,
                handover);
    }

    /** Somebody sent at one second, who changed to a state at another. */
    public static Assignment assignment(String id, long version, AssignmentState state, long offered, long changed) {
        Instant accepted = state == AssignmentState.OFFERED ? null : at(changed);
        boolean never = state == AssignmentState.DECLINED || state == AssignmentState.TIMED_OUT;
        return new Assignment(
                "live",
                id,
                version,
                INCIDENT,
                "P-" + id,
                state,
                "officer",
                null,
                at(offered),
                never ? null : accepted,
                null,
                null,
                state.isActive() ? null : at(changed),
                at(changed));
    }

    private static Instant instant(Long second) {
        return second == null ? null : START.plus(Duration.ofSeconds(second));
    }
}
