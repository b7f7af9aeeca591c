package io.watchfloor.graph;

import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.ObservedIncident;
import java.util.List;

/**
 * The transaction that decides. Each call locks what it changes, checks, changes, writes the audit entry and the outbox
 * entries, and commits, or changes nothing and says why. Calls block; they are for a worker thread.
 *
 * <p>What was decided reaches the consoles, and what was corrected the pipeline, through the {@link Outbox}.
 *
 * @implSpec every method throws {@link GraphUnavailableException} when the graph cannot be reached; nothing was decided
 *     then, or the decision is found by asking again with the same arguments
 */
public interface DutyDesk {
    /** An officer has seen the incident. A second acknowledgement changes nothing and succeeds. */
    DeskResult acknowledge(String world, String incidentId, String actor);

    /**
     * Sends a person. Refused with {@link DeskResult.Refusal#PERSON_TAKEN} when the person is bound already; the result
     * then names who sent them, and where. When that was the same officer, to the same incident, it succeeds and changes
     * nothing.
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

    /**
     * Says what type an incident really is; the type it has already is confirmed by that. Asking for the same again
     * gives the same correction.
     *
     * @param incident as the caller knows it; what the graph knows is taken when that is newer
     */
    DeskResult retype(ObservedIncident incident, String type, String actor);

    /**
     * Says where an incident really is: at a point, or at a place of the district. Asking for the same again gives the
     * same correction.
     *
     * @param incident as the caller knows it; what the graph knows is taken when that is newer
     * @param lat WGS-84 degrees; null when a place is chosen
     * @param lon WGS-84 degrees; null when a place is chosen
     * @param placeId null when a point is chosen
     */
    DeskResult place(ObservedIncident incident, Double lat, Double lon, String placeId, String actor);

    /**
     * Says that these reports speak of another event; they go to an incident of their own, which the result names.
     * Asking for the same again gives the same correction.
     *
     * @param incident as the caller knows it; what the graph knows is taken when that is newer
     */
    DeskResult split(ObservedIncident incident, List<String> reportIds, String actor);

    /**
     * Makes an incident part of another, and with it all that were joined to it before. Joining it to the same again
     * changes nothing and succeeds.
     */
    DeskResult join(String world, String incidentId, String into, String actor);

    /** Takes a join back: the incident stands as it did before. One that is not joined stays so, and that succeeds. */
    DeskResult unjoin(String world, String incidentId, String actor);

    /** Keeps an alert silent for so many minutes from now, at most a day, and says why. */
    DeskResult snooze(String world, String alertId, int minutes, String reason, String actor);

    /** An alert is not silent any more. One that is not silent stays so, and that succeeds. */
    DeskResult unsnooze(String world, String alertId, String actor);
}
