package io.watchfloor.graph.decision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.watchfloor.contract.AlertDecision;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.PersonStatus;

/**
 * What the duty desk decided, or why not.
 *
 * @param refusal null when it was decided
 * @param detailZh why not, Chinese; null when it was decided
 * @param detailEn why not, English; null when it was decided
 * @param heldBy the officer who was first, when the person or the equipment is taken; null otherwise
 * @param heldFor the incident that the person or the equipment is bound to; null otherwise
 * @param decision the incident's decided state after this; null when refused or about none
 * @param assignment the assignment this was about; null when refused or about none
 * @param person the person's state after this; null when refused or about none
 * @param corrected the correction that the pipeline will carry out; null when refused or when there is none
 * @param alert the alert's decided state after this; null when refused or about none
 */
public record DeskResult(
        Refusal refusal,
        String detailZh,
        String detailEn,
        String heldBy,
        String heldFor,
        IncidentDecision decision,
        Assignment assignment,
        PersonStatus person,
        Corrected corrected,
        AlertDecision alert) {

    /**
     * A correction on its way.
     *
     * @param id of the correction
     * @param movedTo the incident that reports go to; null when none are moved
     */
    public record Corrected(String id, String movedTo) {}

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
        /** The person is off shift, cannot do it, or has to rest, and nobody said why they go all the same. */
        NOT_ELIGIBLE,
        /** No such assignment. */
        ASSIGNMENT_UNKNOWN,
        /** The step does not follow from where the assignment stands. */
        STEP_NOT_ALLOWED,
        /** People are still bound by the incident. */
        STILL_ASSIGNED,
        /** Not a code of the catalogue of incident types. */
        TYPE_UNKNOWN,
        /** No such place in the district. */
        PLACE_UNKNOWN,
        /** Neither a point on the earth nor a place. */
        POSITION_INVALID,
        /** No report is named, or too many are. */
        REPORTS_INVALID,
        /** No such report. */
        REPORT_UNKNOWN,
        /** The report is filed under another incident, or on its way to one. */
        REPORT_ELSEWHERE,
        /** Every report of the incident would be moved. */
        NOTHING_LEFT,
        /** The incident is part of another already. */
        ALREADY_MERGED,
        /** The incident would become part of itself. */
        WOULD_CIRCLE,
        /** Not an alert's id. */
        ALERT_UNKNOWN,
        /** An alert is silent for a minute to a day. */
        MINUTES_OUT_OF_RANGE,
        /** It is done only for a reason. */
        REASON_MISSING,
        /** It was answered meanwhile, or was sent too long ago or by somebody else. */
        UNDO_TOO_LATE,
        /** No such department or partner body. */
        ORGANIZATION_UNKNOWN,
        /** Another department has the incident. */
        HANDED_OVER,
        /** No department has the incident. */
        NOT_HANDED_OVER,
        /** A target lies within limits, and is put off a few times only. */
        TARGET_OUT_OF_RANGE,
        /** Not an id that a device can have. */
        DEVICE_INVALID,
        /** Another person has that device. */
        DEVICE_TAKEN,
        /** No such device. */
        DEVICE_UNKNOWN,
        /** No such vehicle or equipment. */
        EQUIPMENT_UNKNOWN,
        /** Somebody else has the vehicle or equipment, or it is broken. */
        EQUIPMENT_TAKEN,
        /** No such note. */
        NOTE_UNKNOWN,
        /** No such handover. */
        HANDOVER_UNKNOWN,
        /** Somebody else has signed for it. */
        HANDOVER_SIGNED,
        /** Nobody signs for their own handover. */
        OWN_HANDOVER,
        /** An incident has so many photos at most. */
        TOO_MANY_PHOTOS,
        /** Nobody is in the area, or nobody whom the officer may tell something. */
        NOBODY_TO_TELL,
        /** A message goes to so many people at most. */
        TOO_MANY_PEOPLE,
        /** So many messages stand at most. */
        TOO_MANY_NOTICES,
        /** No such message to this person. */
        NOTICE_UNKNOWN,
        /** The key was used before, to ask for something else. */
        KEY_REUSED
    }

    /** Decided, and about nothing that is told further. */
    public static final DeskResult DONE = done((IncidentDecision) null);

    /** Whether it was decided. */
    @JsonIgnore
    public boolean isDone() {
        return refusal == null;
    }

    /** The refusal as the audit log has it; null when it was decided. */
    public String refusalName() {
        return refusal == null ? null : refusal.name();
    }

    /** A refusal that is not about who was first. */
    public static DeskResult refused(Refusal refusal, String detailZh, String detailEn) {
        return new DeskResult(refusal, detailZh, detailEn, null, null, null, null, null, null, null);
    }

    /** Somebody was first. */
    static DeskResult taken(String detailZh, String detailEn, String heldBy, String heldFor) {
        return new DeskResult(Refusal.PERSON_TAKEN, detailZh, detailEn, heldBy, heldFor, null, null, null, null, null);
    }

    public static DeskResult done(IncidentDecision decision) {
        return done(decision, null, null);
    }

    public static DeskResult done(IncidentDecision decision, Assignment assignment, PersonStatus person) {
        return new DeskResult(null, null, null, null, null, decision, assignment, person, null, null);
    }

    public static DeskResult corrected(String correctionId, String movedTo) {
        Corrected corrected = new Corrected(correctionId, movedTo);
        return new DeskResult(null, null, null, null, null, null, null, null, corrected, null);
    }

    public static DeskResult done(AlertDecision alert) {
        return new DeskResult(null, null, null, null, null, null, null, null, null, alert);
    }
}
