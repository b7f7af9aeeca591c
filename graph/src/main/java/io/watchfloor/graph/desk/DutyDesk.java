package io.watchfloor.graph.desk;

import io.watchfloor.contract.AbsenceReason;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.EndReason;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.SuccessionState;
import io.watchfloor.graph.audit.Outbox;
import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.connection.GraphUnavailableException;
import io.watchfloor.graph.decision.Asked;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.equipment.Bringing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    /** On the graph that these transactions reach. */
    static DutyDesk on(GraphTransactions transactions, Clock clock, Asked asked) {
        return new GraphDutyDesk(transactions, clock, asked);
    }

    /**
     * How a person is asked.
     *
     * @param answerWithin after which an offer that nobody answers times out; null when it waits for ever
     * @param tries how many are asked at most, down the list until somebody accepts; 1 when only this person is
     * @param bringing what they take along
     * @param objection what speaks against it
     */
    record Offer(Duration answerWithin, int tries, Bringing bringing, Objection objection) {
        /** Only this person, with all the time in the world. */
        public static final Offer PLAIN = new Offer(null, 1);

        /** For somebody who goes as they are. */
        public Offer(Duration answerWithin, int tries) {
            this(answerWithin, tries, Bringing.NOTHING, Objection.NONE);
        }

        /** The same, for somebody who takes something along. */
        public Offer with(Bringing what) {
            return new Offer(answerWithin, tries, what, objection);
        }

        /** The same, of somebody against whom something may speak. */
        public Offer against(Objection what) {
            return new Offer(answerWithin, tries, bringing, what);
        }
    }

    /** An officer has seen the incident. A second acknowledgement changes nothing and succeeds. */
    DeskResult acknowledge(String world, String incidentId, String actor);

    /**
     * Sends a person. Refused with {@link DeskResult.Refusal#PERSON_TAKEN} when the person is bound already; the result
     * then names who sent them, and where; with {@link DeskResult.Refusal#EQUIPMENT_TAKEN} when what they have to take along
     * is on its way with somebody else, or broken; with {@link DeskResult.Refusal#NOT_ELIGIBLE} when something speaks against
     * it and the officer does not say why they are sent all the same. When that was the same officer, to the same incident, it succeeds and changes
     * nothing.
     */
    DeskResult assign(String world, String incidentId, String personId, Offer offer, String actor);

    /** Sends a person, and nobody else when that one does not take it. */
    default DeskResult assign(String world, String incidentId, String personId, String actor) {
        return assign(world, incidentId, personId, Offer.PLAIN, actor);
    }

    /**
     * Takes a person off the way they are on and sends them to another incident, both or neither. Refused as {@link #assign}
     * is, and with {@link DeskResult.Refusal#PERSON_TAKEN} when they have arrived where they are; whoever is not bound by that
     * assignment any more is sent as anybody.
     *
     * @param fromAssignmentId what they are taken off
     */
    DeskResult reassign(
            String world, String fromAssignmentId, String incidentId, String personId, Offer offer, String actor);

    /**
     * A person comes to an incident on their own initiative; refused as {@link #assign} is. It counts as accepted.
     *
     * @param objection what speaks against it
     * @param note null when nothing was said
     */
    DeskResult joinIn(
            String world,
            String incidentId,
            String personId,
            Bringing bringing,
            Objection objection,
            String actor,
            String note);

    /** The same for somebody who brings nothing. */
    default DeskResult joinIn(String world, String incidentId, String personId, String actor, String note) {
        return joinIn(world, incidentId, personId, Bringing.NOTHING, Objection.NONE, actor, note);
    }

    /**
     * A step in the life of an assignment, by the responder ({@code ACCEPTED}, {@code EN_ROUTE}, {@code ON_SCENE},
     * {@code DONE}, {@code DECLINED}, {@code LEFT}) or by an officer ({@code RECALLED}). A step already taken succeeds and
     * changes nothing; one that {@link AssignmentState#canBecome} does not allow is refused, and so are a decline and a
     * leaving that say neither a reason nor a note.
     *
     * @param reason why it ends; null when nothing was said
     * @param note why, or what was found; null when nothing was said
     */
    DeskResult advance(
            String world, String assignmentId, AssignmentState next, EndReason reason, String actor, String note);

    /** A step without a reason out of the list. */
    default DeskResult advance(String world, String assignmentId, AssignmentState next, String actor, String note) {
        return advance(world, assignmentId, next, null, actor, note);
    }

    /**
     * Takes back what the same officer sent a moment ago, before it is answered: refused with
     * {@link DeskResult.Refusal#UNDO_TOO_LATE} otherwise.
     */
    DeskResult undo(String world, String assignmentId, String actor);

    /**
     * Ends an offer whose time is over. Whoever looks at the clock may ask, any number of times and from anywhere: it
     * happens once. When it is over already, or not due yet, nothing changes and that succeeds.
     */
    DeskResult timeOut(String world, String assignmentId);

    /**
     * Offers to the next in line, on behalf of the officer who had set so. It happens once: when the list has gone on or
     * is at its end, nothing changes and that succeeds, with the assignment as it stands. Refused as {@link #assign} is.
     */
    DeskResult offerNext(String world, String assignmentId, String personId, Bringing bringing);

    /** The same to somebody who brings nothing. */
    default DeskResult offerNext(String world, String assignmentId, String personId) {
        return offerNext(world, assignmentId, personId, Bringing.NOTHING);
    }

    /** Ends a list whose next is being looked for: nobody can go, nothing is missing any more, or it is over. */
    DeskResult endList(String world, String assignmentId, SuccessionState why);

    /** An officer stops a list: an offer that stands goes on standing, but nobody is asked after. */
    DeskResult stopList(String world, String assignmentId, String actor);

    /** Hands an incident to another department, which has so much time. */
    DeskResult handOver(
            String world, String incidentId, String organizationId, Duration within, String reason, String actor);

    /**
     * A step in a handover. {@code EXTEND} needs {@code more}; {@code EXTEND}, {@code RETURN}, {@code WITHDRAW} and
     * {@code URGE} need a reason.
     *
     * @param more how much later it becomes due; null with any other step
     */
    DeskResult handover(String world, String incidentId, HandoverStep step, Duration more, String reason, String actor);

    /** Tells the next rung that a department's target has run out; happens once for each time it is due. */
    DeskResult escalateHandover(String world, String incidentId);

    /**
     * Signs a person off: they are not sent until they are signed on again, or the time has come. Refused while they are bound,
     * with who sent them; without a note when the reason is {@code OTHER}; with a time that is over.
     *
     * @param until null when somebody has to sign them on again
     */
    DeskResult signOff(String world, String personId, AbsenceReason reason, String note, Instant until, String actor);

    /** Signs a person on again. One who is not signed off stays as they are, and that succeeds. */
    DeskResult signOn(String world, String personId, String actor);

    /** Signs a person on whose time has come; happens once. */
    DeskResult endAbsence(String world, String personId);

    /** Checked and closed; refused while somebody is still bound by it. A second closing changes nothing and succeeds. */
    DeskResult close(String world, String incidentId, String actor, String note);

    /**
     * Takes back that it was closed. What is open stays as it is, and that succeeds; refused for what is part of another
     * incident, or was suppressed or reviewed.
     */
    DeskResult reopen(String world, String incidentId, String actor, String note);

    /**
     * Says what type an incident really is; the type it has already is confirmed by that. Asking for the same again
     * gives the same correction.
     *
     * @param incident as the caller knows it; what the graph knows is taken when that is newer
     */
    DeskResult retype(ObservedIncident incident, String type, String actor);

    /**
     * Says how grave an incident really is; that stays, whatever its reports say after. Asking for the same again gives the
     * same correction.
     *
     * @param incident as the caller knows it; what the graph knows is taken when that is newer
     */
    DeskResult regrade(ObservedIncident incident, Grade grade, String actor);

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
