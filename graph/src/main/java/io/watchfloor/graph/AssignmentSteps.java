package io.watchfloor.graph;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import java.time.Instant;

/** The life of an assignment, as pure functions. */
final class AssignmentSteps {
    private AssignmentSteps() {}

    static Assignment offered(String world, String id, String incidentId, String personId, String actor, Instant now) {
        return new Assignment(
                world,
                id,
                1,
                incidentId,
                personId,
                AssignmentState.OFFERED,
                actor,
                null,
                now,
                null,
                null,
                null,
                null,
                now);
    }

    /** Whether the step was taken before, be it the last one or an earlier one; a step that was skipped was not. */
    static boolean isTaken(Assignment assignment, AssignmentState step) {
        return switch (step) {
            case OFFERED -> true;
            case ACCEPTED -> assignment.acceptedAt() != null;
            case EN_ROUTE -> assignment.enRouteAt() != null;
            case ON_SCENE -> assignment.onSceneAt() != null;
            case DONE, DECLINED, RECALLED, TIMED_OUT -> assignment.state() == step;
        };
    }

    /** After a step that {@link AssignmentState#canBecome} allows; a note that says nothing keeps the one before. */
    static Assignment advanced(Assignment from, AssignmentState next, String note, Instant now) {
        return new Assignment(
                from.world(),
                from.id(),
                from.version() + 1,
                from.incidentId(),
                from.personId(),
                next,
                from.assignedBy(),
                note == null || note.isBlank() ? from.note() : note,
                from.offeredAt(),
                next == AssignmentState.ACCEPTED ? now : from.acceptedAt(),
                next == AssignmentState.EN_ROUTE ? now : from.enRouteAt(),
                next == AssignmentState.ON_SCENE ? now : from.onSceneAt(),
                next.isActive() ? from.endedAt() : now,
                now);
    }
}
