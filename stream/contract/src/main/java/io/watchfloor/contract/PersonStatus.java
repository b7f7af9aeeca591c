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
 * @param absence why they are signed off, while they are; null otherwise
 */
public record PersonStatus(
        String world,
        String personId,
        long version,
        Availability availability,
        String assignmentId,
        String incidentId,
        Instant updatedAt,
        Absence absence) {
    /** One who is not signed off, or of whom it is not known why. */
    public PersonStatus(
            String world,
            String personId,
            long version,
            Availability availability,
            String assignmentId,
            String incidentId,
            Instant updatedAt) {
        this(world, personId, version, availability, assignmentId, incidentId, updatedAt, null);
    }

    /** Signed off. */
    public PersonStatus signedOff(Absence why, Instant now) {
        return new PersonStatus(world, personId, version + 1, Availability.UNAVAILABLE, null, null, now, why);
    }

    /** Can be sent again. */
    public PersonStatus free(Instant now) {
        return new PersonStatus(world, personId, version + 1, Availability.FREE, null, null, now);
    }
}
