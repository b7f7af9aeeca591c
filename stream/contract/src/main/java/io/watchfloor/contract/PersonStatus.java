package io.watchfloor.contract;

import java.time.Instant;

/**
 * A person's availability; written by the duty desk alone, as versioned upserts.
 *
 * @param world the world it belongs to
 * @param personId who
 * @param version rises by one with every change; a reader keeps the highest
 * @param availability whether the person can be sent
 * @param assignmentId what binds the person; null when free
 * @param incidentId where the person is sent; null when free
 * @param updatedAt when this version was decided
 */
public record PersonStatus(
        String world,
        String personId,
        long version,
        Availability availability,
        String assignmentId,
        String incidentId,
        Instant updatedAt) {}
