package io.watchfloor.pipeline.duty.rule;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import java.time.Instant;

/**
 * One person sent, as far as time limits and measures care.
 *
 * @param assignmentId the assignment
 * @param version of the assignment
 * @param personId who
 * @param state where it stands
 * @param offeredAt when it was sent
 * @param acceptedAt when the person took it, or was first seen to be on the way; null until then
 * @param endedAt null until then
 */
public record Errand(
        String assignmentId,
        long version,
        String personId,
        AssignmentState state,
        Instant offeredAt,
        Instant acceptedAt,
        Instant endedAt) {

    /** Of an assignment; no time lies after {@code now}. */
    static Errand of(Assignment assignment, Instant now) {
        Instant accepted = assignment.acceptedAt() == null ? assignment.enRouteAt() : assignment.acceptedAt();
        return new Errand(
                assignment.id(),
                assignment.version(),
                assignment.personId(),
                assignment.state(),
                Times.notAfter(assignment.offeredAt(), now),
                Times.notAfter(accepted, now),
                Times.notAfter(assignment.endedAt(), now));
    }

    /** Whether the person took it, whatever became of it later. */
    boolean wasTaken() {
        return acceptedAt != null || state == AssignmentState.ON_SCENE || state == AssignmentState.DONE;
    }
}
