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
 * @param endedAt done, declined, recalled or timed out; null until then
 * @param updatedAt when this version was decided
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
        Instant updatedAt) {}
