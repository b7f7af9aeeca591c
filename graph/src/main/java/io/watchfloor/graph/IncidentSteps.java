package io.watchfloor.graph;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What follows for an incident from what is decided about it, as pure functions. Each gives the same object back when
 * nothing follows. A step that was skipped keeps no time.
 */
final class IncidentSteps {
    private IncidentSteps() {}

    /** Where an incident stands that nobody has decided anything about. */
    static IncidentDecision undecided(String world, String incidentId) {
        return new IncidentDecision(
                world, incidentId, 0, IncidentState.REPORTED, null, null, null, null, null, null, null, null, null);
    }

    /** An officer has seen it. Once somebody was sent, this step was skipped and stays so. */
    static IncidentDecision acknowledged(IncidentDecision from, String actor, Instant now) {
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
                null);
    }

    /** Somebody is sent. After everybody had reported back, the report is awaited again. */
    static IncidentDecision dispatched(IncidentDecision from, Instant now) {
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

    /** Somebody is on the scene. */
    static IncidentDecision onScene(IncidentDecision from, Instant now) {
        if (from.state() != IncidentState.DISPATCHED) {
            return from;
        }
        return moved(
                from,
                IncidentState.HANDLING,
                from.dispatchedAt(),
                from.onSceneAt() == null ? now : from.onSceneAt(),
                from.reportedBackAt(),
                now);
    }

    /**
     * An assignment has ended. While others are active nothing follows. When all have ended and anybody finished, the
     * incident is reported back, at the time the last of them finished; when nobody did, it waits for somebody again.
     *
     * @param all every assignment it ever had, the one that just ended included
     */
    static IncidentDecision ended(IncidentDecision from, List<Assignment> all, Instant now) {
        if (all.stream().anyMatch(assignment -> assignment.state().isActive())) {
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

    /** Checked and closed. */
    static IncidentDecision closed(IncidentDecision from, String actor, Instant now) {
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
                null);
    }

    /** Part of another incident; everything else about it stays as it was. */
    static IncidentDecision merged(IncidentDecision from, String into, Instant now) {
        return with(from, IncidentState.MERGED, into, now);
    }

    /** On its own again, where it stood before. */
    static IncidentDecision separated(IncidentDecision from, IncidentState before, Instant now) {
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
                mergedInto);
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
                null);
    }
}
