package io.watchfloor.graph;

import io.watchfloor.contract.AssignmentState;

/**
 * The transaction that decides. Each call locks what it changes, checks, changes, writes the audit entry and the outbox
 * entries, and commits, or changes nothing and says why. Calls block; they are for a worker thread.
 *
 * <p>What was decided reaches the consoles through the {@link Outbox}.
 *
 * @implSpec every method throws {@link GraphUnavailableException} when the graph cannot be reached; nothing was decided
 *     then, or the decision is found by asking again with the same arguments
 */
public interface DutyDesk {
    /** An officer has seen the incident. A second acknowledgement changes nothing and succeeds. */
    DeskResult acknowledge(String world, String incidentId, String actor);

    /**
     * Sends a person. Refused with {@link DeskResult.Refusal#PERSON_TAKEN} when the person is bound elsewhere; the
     * result then names who sent them, and where. Sending the same person to the same incident again succeeds and
     * changes nothing.
     */
    DeskResult assign(String world, String incidentId, String personId, String actor);

    /**
     * A step in the life of an assignment, by the responder ({@code ACCEPTED}, {@code EN_ROUTE}, {@code ON_SCENE},
     * {@code DONE}, {@code DECLINED}) or by an officer ({@code RECALLED}). A step already taken succeeds and changes
     * nothing; one that {@link AssignmentState#canBecome} does not allow is refused.
     *
     * @param note why, or what was found; null when nothing was said
     */
    DeskResult advance(String world, String assignmentId, AssignmentState next, String actor, String note);

    /** Checked and closed; refused while somebody is still bound by it. A second closing changes nothing and succeeds. */
    DeskResult close(String world, String incidentId, String actor, String note);
}
