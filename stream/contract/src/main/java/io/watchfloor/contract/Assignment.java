package io.watchfloor.contract;

import java.time.Instant;

/**
 * One person sent to one incident; written by the duty desk alone, as versioned upserts.
 *
 * @param world the world it belongs to
 * @param id made by the duty desk
 * @param version rises by one with every step; a reader keeps the highest
 * @param incidentId where to
 * @param personId who
 * @param state where it stands
 * @param assignedBy officer who sent the person
 * @param note what the officer or the responder last said about it; null when nothing
 * @param offeredAt when it was sent
 * @param acceptedAt null until then, or when skipped
 * @param enRouteAt null until then, or when skipped
 * @param onSceneAt null until then, or when skipped
 * @param endedAt done, declined, recalled, timed out or left; null until then
 * @param updatedAt when this version was decided
 * @param origin how the person came to it; null for {@link AssignmentOrigin#SENT}
 * @param answerBy when an offer that nobody answers times out; null when it waits for ever
 * @param succession its place in a list that is gone down until somebody accepts; null when only this person is asked
 * @param reason why it ended before the work was done; null when nothing was said
 * @param endedBy who ended it; null until then, and when time did
 */
public record Assignment(
        String world,
        String id,
        long version,
        String incidentId,
        String personId,
        AssignmentState state,
        String assignedBy,
        String note,
        Instant offeredAt,
        Instant acceptedAt,
        Instant enRouteAt,
        Instant onSceneAt,
        Instant endedAt,
        Instant updatedAt,
        AssignmentOrigin origin,
        Instant answerBy,
        Succession succession,
        EndReason reason,
        String endedBy) {

    /** One that an officer sent, that nobody else is asked for, and that waits for ever. */
    public Assignment(
            String world,
            String id,
            long version,
            String incidentId,
            String personId,
            AssignmentState state,
            String assignedBy,
            String note,
            Instant offeredAt,
            Instant acceptedAt,
            Instant enRouteAt,
            Instant onSceneAt,
            Instant endedAt,
            Instant updatedAt) {
        this(
                world,
                id,
                version,
                incidentId,
                personId,
                state,
                assignedBy,
                note,
                offeredAt,
                acceptedAt,
                enRouteAt,
                onSceneAt,
                endedAt,
                updatedAt,
                null,
                null,
                null,
                null,
                null);
    }
}
