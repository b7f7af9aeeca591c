package io.watchfloor.graph;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.PersonStatus;

/**
 * What the duty desk decided, or why not.
 *
 * @param refusal null when it was decided
 * @param detailZh why not, Chinese; null when it was decided
 * @param detailEn why not, English; null when it was decided
 * @param heldBy the officer who was first, when {@link Refusal#PERSON_TAKEN}; null otherwise
 * @param heldFor the incident the person is bound to, when {@link Refusal#PERSON_TAKEN}; null otherwise
 * @param decision the incident's decided state after this; null when refused
 * @param assignment the assignment this was about; null when refused or about none
 * @param person the person's state after this; null when refused or about none
 */
public record DeskResult(
        Refusal refusal,
        String detailZh,
        String detailEn,
        String heldBy,
        String heldFor,
        IncidentDecision decision,
        Assignment assignment,
        PersonStatus person) {

    /** Why something was not decided. */
    public enum Refusal {
        /** No such incident. */
        INCIDENT_UNKNOWN,
        /** The incident is closed, merged or suppressed. */
        INCIDENT_NOT_OPEN,
        /** No such person. */
        PERSON_UNKNOWN,
        /** The person is bound by another assignment. */
        PERSON_TAKEN,
        /** The person is signed off. */
        PERSON_UNAVAILABLE,
        /** No such assignment. */
        ASSIGNMENT_UNKNOWN,
        /** The step does not follow from where the assignment stands. */
        STEP_NOT_ALLOWED,
        /** People are still bound by the incident. */
        STILL_ASSIGNED
    }

    /** Whether it was decided. */
    public boolean isDone() {
        return refusal == null;
    }

    /** A refusal that is not about who was first. */
    public static DeskResult refused(Refusal refusal, String detailZh, String detailEn) {
        return new DeskResult(refusal, detailZh, detailEn, null, null, null, null, null);
    }
}
