package io.watchfloor.contract;

import java.time.Instant;

/**
 * What became of a vehicle or another piece of equipment in one world; written by the duty desk alone, as versioned upserts.
 * It goes where the person goes who has it.
 *
 * @param world the world it belongs to
 * @param equipmentId which
 * @param version rises by one with every change; a reader keeps the highest
 * @param state what it is doing
 * @param assignmentId what it is taken along for; null while nobody has it
 * @param incidentId where to; null while nobody has it
 * @param personId who has it; null while nobody has
 * @param placeId where it stands when that is not where it is kept; null otherwise
 * @param note why it is broken, or what was said last; null when nothing
 * @param by officer who decided it last
 * @param updatedAt when this version was decided
 */
public record EquipmentStatus(
        String world,
        String equipmentId,
        long version,
        EquipmentState state,
        String assignmentId,
        String incidentId,
        String personId,
        String placeId,
        String note,
        String by,
        Instant updatedAt) {
    /** Nothing was ever decided about it: it is where it is kept. */
    public static EquipmentStatus initial(String world, String equipmentId, Instant now) {
        return new EquipmentStatus(
                world, equipmentId, 0, EquipmentState.AVAILABLE, null, null, null, null, null, null, now);
    }

    /** Somebody takes it along to an incident. */
    public EquipmentStatus takenFor(Assignment assignment, Instant now) {
        return new EquipmentStatus(
                world,
                equipmentId,
                version + 1,
                EquipmentState.ON_THE_WAY,
                assignment.id(),
                assignment.incidentId(),
                assignment.personId(),
                placeId,
                note,
                assignment.assignedBy(),
                now);
    }

    /** It is at the scene. */
    public EquipmentStatus inUse(Instant now) {
        return new EquipmentStatus(
                world,
                equipmentId,
                version + 1,
                EquipmentState.IN_USE,
                assignmentId,
                incidentId,
                personId,
                placeId,
                note,
                by,
                now);
    }

    /** It goes back to where it is kept. */
    public EquipmentStatus given(Instant now) {
        return new EquipmentStatus(
                world, equipmentId, version + 1, EquipmentState.AVAILABLE, null, null, null, null, null, by, now);
    }

    /** As an officer says it is; nobody has it then. */
    public EquipmentStatus set(EquipmentState to, String atPlaceId, String said, String actor, Instant now) {
        return new EquipmentStatus(world, equipmentId, version + 1, to, null, null, null, atPlaceId, said, actor, now);
    }
}
