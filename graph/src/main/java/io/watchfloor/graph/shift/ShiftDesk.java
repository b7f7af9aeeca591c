package io.watchfloor.graph.shift;

import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.connection.GraphUnavailableException;
import io.watchfloor.graph.decision.Asked;
import io.watchfloor.graph.decision.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a shift notes down, promises, puts off and hands over. Each call that changes something is one transaction with its
 * row in the audit log, refusals included. Nothing here changes where an incident stands, and no target stops running.
 *
 * @implSpec every method throws {@link GraphUnavailableException} when the graph cannot be reached
 */
public interface ShiftDesk {
    /** On the graph that these transactions reach. */
    static ShiftDesk on(GraphTransactions transactions, Clock clock, Asked asked) {
        return new GraphShiftDesk(transactions, clock, asked);
    }

    /** The longest time an incident is put off for, in minutes. */
    int MOST_SNOOZE_MINUTES = 24 * 60;

    /** The longest time ahead something is promised for, in minutes. */
    int MOST_DUE_MINUTES = 7 * 24 * 60;

    /**
     * What an officer wrote about an incident; with a time it is a promise.
     *
     * @param dueAt until when it is promised; null when it only is a note
     * @param doneBy who kept it; null while nobody has
     * @param doneAt null while nobody has
     */
    record Note(
            String id,
            String incidentId,
            String text,
            Instant dueAt,
            String actor,
            Instant at,
            String doneBy,
            Instant doneAt) {}

    /**
     * An incident that was put off.
     *
     * @param until when it speaks again by itself
     */
    record Snooze(String incidentId, Instant until, String reason, String actor, Instant at) {}

    /**
     * What one shift tells the next.
     *
     * @param remark in the outgoing officer's words; null when there are none
     * @param content what was open, promised, put off and closed then, as JSON; null in lists
     * @param areaIds what it is limited to, as its officer is; empty for the whole district
     * @param signedBy who took over; null while nobody has
     * @param signedAt null while nobody has
     */
    record Handover(
            String id,
            String actor,
            Instant at,
            String remark,
            String content,
            List<String> areaIds,
            String signedBy,
            Instant signedAt) {
        /** The same, signed. */
        Handover signed(String by, Instant when) {
            return new Handover(id, actor, at, remark, content, areaIds, by, when);
        }
    }

    /** What stands now: promises not kept yet, the earliest first; incidents put off; the newest handovers first. */
    record Standing(List<Note> promises, List<Snooze> snoozes, List<Handover> handovers) {}

    /** What stands now. */
    Standing standing(String world);

    /**
     * Notes something down about an incident.
     *
     * @param dueMinutes in how many minutes it is promised for; null when it only is a note
     */
    Outcome<Note> note(String world, String incidentId, String text, Integer dueMinutes, String actor);

    /** One note. */
    Optional<Note> findNote(String world, String noteId);

    /** A promise was kept. Again changes nothing and succeeds. */
    Outcome<Note> done(String world, String noteId, String actor);

    /** Puts an incident off for so many minutes from now, and says why. */
    Outcome<Snooze> snooze(String world, String incidentId, int minutes, String reason, String actor);

    /** An incident is not put off any more. One that is not stays so, and that succeeds. */
    Outcome<Snooze> unsnooze(String world, String incidentId, String actor);

    /** Keeps a handover; its digest goes into the audit log, so that nobody can change it unseen. */
    Outcome<Handover> handOver(String world, String content, String remark, List<String> areaIds, String actor);

    /** The next officer takes over; refused when somebody else has, or when it is one's own. */
    Outcome<Handover> sign(String world, String handoverId, String actor);

    /** One handover with its content. */
    Optional<Handover> findHandover(String world, String handoverId);

    /** Whether a handover is word for word what the audit log says was handed over. */
    boolean isIntact(String world, String handoverId);
}
