package io.watchfloor.pipeline.duty;

import io.watchfloor.contract.AlarmHealth;
import io.watchfloor.contract.Alert;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.Escalation;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.Measure;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.pipeline.duty.rule.JoinedGrade;

/**
 * One message of the picture stream that is of concern here: exactly one of the eight is there. Three are this
 * job's own: read back, so that a restart goes on from what was published, and never a cause of anything else. The last
 * follows from the first two and is not on the stream.
 *
 * @param writtenAtMillis when Redis took it
 * @param incident what was observed
 * @param decision what was decided
 * @param assignment who was sent
 * @param alert what is warned of
 * @param escalation published before
 * @param measure published before
 * @param alarmHealth published before
 * @param joined how grave something is that was joined to the incident
 */
public record DutyInput(
        long writtenAtMillis,
        ObservedIncident incident,
        IncidentDecision decision,
        Assignment assignment,
        Alert alert,
        Escalation escalation,
        Measure measure,
        AlarmHealth alarmHealth,
        JoinedGrade joined) {

    /** With this message. */
    public static DutyInput of(long writtenAtMillis, Object message) {
        return new DutyInput(
                writtenAtMillis,
                as(ObservedIncident.class, message),
                as(IncidentDecision.class, message),
                as(Assignment.class, message),
                as(Alert.class, message),
                as(Escalation.class, message),
                as(Measure.class, message),
                as(AlarmHealth.class, message),
                as(JoinedGrade.class, message));
    }

    private static <T> T as(Class<T> type, Object message) {
        return type.isInstance(message) ? type.cast(message) : null;
    }

    /** The incident it speaks of; null when of none. */
    String incidentId() {
        if (incident != null) {
            return incident.id();
        }
        if (decision != null) {
            return decision.incidentId();
        }
        if (assignment != null) {
            return assignment.incidentId();
        }
        if (joined != null) {
            return joined.survivorId();
        }
        return escalation == null ? null : escalation.incidentId();
    }
}
