package io.watchfloor.pipeline.duty;

import io.watchfloor.contract.AlarmHealth;
import io.watchfloor.contract.Alert;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.Escalation;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.Measure;
import io.watchfloor.contract.ObservedIncident;

/**
 * One message of the picture stream that is of concern here: exactly one of the seven is there. The last three are this
 * job's own: read back, so that a restart goes on from what was published, and never a cause of anything else.
 *
 * @param writtenAtMillis when Redis took it
 * @param incident what was observed
 * @param decision what was decided
 * @param assignment who was sent
 * @param alert what is warned of
 * @param escalation published before
 * @param measure published before
 * @param alarmHealth published before
 */
public record DutyInput(
        long writtenAtMillis,
        ObservedIncident incident,
        IncidentDecision decision,
        Assignment assignment,
        Alert alert,
        Escalation escalation,
        Measure measure,
        AlarmHealth alarmHealth) {

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
                as(AlarmHealth.class, message));
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
        return escalation == null ? null : escalation.incidentId();
    }
}
