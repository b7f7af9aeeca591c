package io.watchfloor.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * What was decided about an incident; written by the duty desk alone, as versioned upserts. A step that was skipped has
 * no time.
 *
 * @param world the world it belongs to
 * @param incidentId the incident
 * @param version rises by one with every decision; a reader keeps the highest
 * @param state where it stands
 * @param acknowledgedBy officer who acknowledged it; null until then
 * @param acknowledgedAt when; null until then
 * @param dispatchedAt first person sent; null until then
 * @param onSceneAt first person on the scene; null until then
 * @param reportedBackAt last person done; null until then
 * @param closedBy officer who closed it; null until then
 * @param closedAt when; null until then
 * @param updatedAt when this version was decided
 * @param mergedInto the incident that this one is joined to, while its state is {@code MERGED}; null otherwise
 * @param handover the last handover to another department; null when there was none
 * @param photos how many photos there are of it; null when none
 * @param snooze how it was put off last; null when it is not put off
 */
public record IncidentDecision(
        String world,
        String incidentId,
        long version,
        IncidentState state,
        String acknowledgedBy,
        Instant acknowledgedAt,
        Instant dispatchedAt,
        Instant onSceneAt,
        Instant reportedBackAt,
        String closedBy,
        Instant closedAt,
        Instant updatedAt,
        String mergedInto,
        Handover handover,
        Integer photos,
        Snooze snooze) {

    /**
     * Put off for a while: it comes last in every list and makes no sound; its targets run on.
     *
     * @param until when it speaks again by itself
     * @param reason why
     * @param by officer who put it off
     * @param at when
     */
    public record Snooze(Instant until, String reason, String by, Instant at) {}

    /** One that has no photo and is not put off. */
    public IncidentDecision(
            String world,
            String incidentId,
            long version,
            IncidentState state,
            String acknowledgedBy,
            Instant acknowledgedAt,
            Instant dispatchedAt,
            Instant onSceneAt,
            Instant reportedBackAt,
            String closedBy,
            Instant closedAt,
            Instant updatedAt,
            String mergedInto,
            Handover handover) {
        this(
                world,
                incidentId,
                version,
                state,
                acknowledgedBy,
                acknowledgedAt,
                dispatchedAt,
                onSceneAt,
                reportedBackAt,
                closedBy,
                closedAt,
                updatedAt,
                mergedInto,
                handover,
                null,
                null);
    }

    /** One that was never handed over. */
    public IncidentDecision(
            String world,
            String incidentId,
            long version,
            IncidentState state,
            String acknowledgedBy,
            Instant acknowledgedAt,
            Instant dispatchedAt,
            Instant onSceneAt,
            Instant reportedBackAt,
            String closedBy,
            Instant closedAt,
            Instant updatedAt,
            String mergedInto) {
        this(
                world,
                incidentId,
                version,
                state,
                acknowledgedBy,
                acknowledgedAt,
                dispatchedAt,
                onSceneAt,
                reportedBackAt,
                closedBy,
                closedAt,
                updatedAt,
                mergedInto,
                null);
    }

    /** Whether another department has it. */
    @JsonIgnore
    public boolean isHandedOver() {
        return handover != null && handover.state().isActive();
    }

    /** Whether an officer has put it off until after this time. */
    public boolean isPutOff(Instant now) {
        return snooze != null && snooze.until().isAfter(now);
    }
}
