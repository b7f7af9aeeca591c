package io.watchfloor.graph.decision;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Handover;
import io.watchfloor.contract.HandoverState;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.SuccessionState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What follows for an incident from what is decided about it, as pure functions. Each gives the same object back when
 * nothing follows. A step that was skipped keeps no time.
 */
public final class IncidentSteps {
    private IncidentSteps() {}

    /** Where an incident stands that nobody has decided anything about. */
    static IncidentDecision undecided(String world, String incidentId) {
        return new IncidentDecision(
                world, incidentId, 0, IncidentState.REPORTED, null, null, null, null, null, null, null, null, null);
    }

    /** An officer has seen it. Once somebody was sent, this step was skipped and stays so. */
    public static IncidentDecision acknowledged(IncidentDecision from, String actor, Instant now) {
        if (from.state() != IncidentState.REPORTED) {
            return from;
        }
        return new IncidentDecision(
                from.world(),
                from.incidentId(),
                from.version() + 1,
                IncidentState.OPENED,
                actor,
                now,
                from.dispatchedAt(),
                from.onSceneAt(),
                from.reportedBackAt(),
                null,
                null,
                now,
                null,
                from.handover(),
                from.photos(),
                from.snooze());
    }

    /** Somebody is sent. After everybody had reported back, the report is awaited again. */
    public static IncidentDecision dispatched(IncidentDecision from, Instant now) {
        if (from.state() == IncidentState.DISPATCHED || from.state() == IncidentState.HANDLING) {
            return from;
        }
        return moved(
                from,
                IncidentState.DISPATCHED,
                from.dispatchedAt() == null ? now : from.dispatchedAt(),
                from.onSceneAt(),
                null,
                now);
    }

    /** Somebody is on the scene since now. */
    public static IncidentDecision onScene(IncidentDecision from, Instant now) {
        return onScene(from, now, now);
    }

    /** Somebody is on the scene since then. */
    public static IncidentDecision onScene(IncidentDecision from, Instant arrivedAt, Instant now) {
        if (from.state() != IncidentState.DISPATCHED) {
            return from;
        }
        return moved(
                from,
                IncidentState.HANDLING,
                from.dispatchedAt(),
                from.onSceneAt() == null ? arrivedAt : from.onSceneAt(),
                from.reportedBackAt(),
                now);
    }

    /**
     * An assignment has ended. While others are active, or the next in line is being looked for, or another department
     * has the incident, nothing follows. When all have ended and anybody finished, the incident is reported back, at the
     * time the last of them finished; when nobody did, it waits for somebody again.
     *
     * @param all every assignment it ever had, the one that just ended included
     */
    public static IncidentDecision ended(IncidentDecision from, List<Assignment> all, Instant now) {
        if (from.isHandedOver() || all.stream().anyMatch(IncidentSteps::isUnderWay)) {
            return from;
        }
        Instant lastDone = all.stream()
                .filter(assignment -> assignment.state() == AssignmentState.DONE)
                .map(Assignment::endedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        if (lastDone != null) {
            return moved(from, IncidentState.REPORTED_BACK, from.dispatchedAt(), from.onSceneAt(), lastDone, now);
        }
        IncidentState waiting = from.acknowledgedAt() == null ? IncidentState.REPORTED : IncidentState.OPENED;
        return moved(from, waiting, from.dispatchedAt(), from.onSceneAt(), null, now);
    }

    private static boolean isUnderWay(Assignment assignment) {
        return assignment.state().isActive()
                || (assignment.succession() != null && assignment.succession().state() == SuccessionState.DUE);
    }

    /** In the hands of another department, or changed there; the incident stands as if somebody were sent. */
    public static IncidentDecision handedOver(IncidentDecision from, Handover handover, Instant now) {
        return with(dispatched(from, now), handover, from.version() + 1, now);
    }

    /**
     * The department is done, or has it no longer. While people are on it nothing else follows; else it is reported back,
     * or waits for somebody again.
     */
    public static IncidentDecision handedBack(
            IncidentDecision from, Handover handover, List<Assignment> all, Instant now) {
        IncidentDecision free = with(from, handover, from.version() + 1, now);
        if (!from.state().isOpen() || all.stream().anyMatch(IncidentSteps::isUnderWay)) {
            return free;
        }
        if (handover.state() == HandoverState.DONE) {
            IncidentDecision back =
                    moved(from, IncidentState.REPORTED_BACK, from.dispatchedAt(), from.onSceneAt(), now, now);
            return with(back, handover, back.version(), now);
        }
        IncidentDecision waiting = ended(free, all, now);
        return with(waiting, handover, from.version() + 1, now);
    }

    private static IncidentDecision with(IncidentDecision from, Handover handover, long version, Instant now) {
        return beside(from, version, handover, from.photos(), from.snooze(), now);
    }

    /** One more photo of it. */
    public static IncidentDecision photographed(IncidentDecision from, Instant now) {
        int photos = from.photos() == null ? 1 : from.photos() + 1;
        return beside(from, from.version() + 1, from.handover(), photos, from.snooze(), now);
    }

    /** Put off, or, with null, not put off any more; nothing else changes. */
    public static IncidentDecision snoozed(IncidentDecision from, IncidentDecision.Snooze snooze, Instant now) {
        return beside(from, from.version() + 1, from.handover(), from.photos(), snooze, now);
    }

    /** It stands where it stood; what is beside that is as told. */
    private static IncidentDecision beside(
            IncidentDecision from,
            long version,
            Handover handover,
            Integer photos,
            IncidentDecision.Snooze snooze,
            Instant now) {
        return new IncidentDecision(
                from.world(),
                from.incidentId(),
                version,
                from.state(),
                from.acknowledgedBy(),
                from.acknowledgedAt(),
                from.dispatchedAt(),
                from.onSceneAt(),
                from.reportedBackAt(),
                from.closedBy(),
                from.closedAt(),
                now,
                from.mergedInto(),
                handover,
                photos,
                snooze);
    }

    /** Checked and closed. */
    public static IncidentDecision closed(IncidentDecision from, String actor, Instant now) {
        return new IncidentDecision(
                from.world(),
                from.incidentId(),
                from.version() + 1,
                IncidentState.CLOSED,
                from.acknowledgedBy(),
                from.acknowledgedAt(),
                from.dispatchedAt(),
                from.onSceneAt(),
                from.reportedBackAt(),
                actor,
                now,
                now,
                null,
                from.handover(),
                from.photos(),
                from.snooze());
    }

    /**
     * Not over after all: it stands where it stood before it was closed, put off no more, and whoever says so has seen it.
     */
    public static IncidentDecision reopened(IncidentDecision from, String actor, Instant now) {
        boolean acknowledged = from.acknowledgedAt() != null;
        return new IncidentDecision(
                from.world(),
                from.incidentId(),
                from.version() + 1,
                from.reportedBackAt() == null ? IncidentState.OPENED : IncidentState.REPORTED_BACK,
                acknowledged ? from.acknowledgedBy() : actor,
                acknowledged ? from.acknowledgedAt() : now,
                from.dispatchedAt(),
                from.onSceneAt(),
                from.reportedBackAt(),
                null,
                null,
                now,
                null,
                from.handover(),
                from.photos(),
                null);
    }

    /** Part of another incident; everything else about it stays as it was. */
    public static IncidentDecision merged(IncidentDecision from, String into, Instant now) {
        return with(from, IncidentState.MERGED, into, now);
    }

    /** On its own again, where it stood before. */
    public static IncidentDecision separated(IncidentDecision from, IncidentState before, Instant now) {
        return with(from, before, null, now);
    }

    private static IncidentDecision with(IncidentDecision from, IncidentState state, String mergedInto, Instant now) {
        return new IncidentDecision(
                from.world(),
                from.incidentId(),
                from.version() + 1,
                state,
                from.acknowledgedBy(),
                from.acknowledgedAt(),
                from.dispatchedAt(),
                from.onSceneAt(),
                from.reportedBackAt(),
                from.closedBy(),
                from.closedAt(),
                now,
                mergedInto,
                from.handover(),
                from.photos(),
                from.snooze());
    }

    private static IncidentDecision moved(
            IncidentDecision from,
            IncidentState state,
            Instant dispatchedAt,
            Instant onSceneAt,
            Instant reportedBackAt,
            Instant now) {
        return new IncidentDecision(
                from.world(),
                from.incidentId(),
                from.version() + 1,
                state,
                from.acknowledgedBy(),
                from.acknowledgedAt(),
                dispatchedAt,
                onSceneAt,
                reportedBackAt,
                from.closedBy(),
                from.closedAt(),
                now,
                null,
                from.handover(),
                from.photos(),
                from.snooze());
    }
}
