package io.watchfloor.graph.roster;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What somebody has been at lately. Never changed: another assignment makes another. */
final class Workload {
    static final Workload NOTHING = new Workload(List.of());

    /** Longer ago than this is neither today nor to be rested from. */
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private static final int MOST_REMEMBERED = 256;

    private final List<Assignment> assignments;

    private Workload(List<Assignment> assignments) {
        this.assignments = assignments;
    }

    /** With this assignment; an older version than the one known changes nothing. */
    Workload with(Assignment changed) {
        List<Assignment> next = new ArrayList<>();
        for (Assignment known : assignments) {
            if (known.id().equals(changed.id())) {
                if (known.version() >= changed.version()) {
                    return this;
                }
            } else if (known.offeredAt().isAfter(changed.updatedAt().minus(REMEMBERED))) {
                next.add(known);
            }
        }
        if (isWork(changed)) {
            next.add(changed);
        }
        return new Workload(List.copyOf(next.subList(Math.max(0, next.size() - MOST_REMEMBERED), next.size())));
    }

    /** How many assignments they have worked on since then. */
    int tasksSince(Instant since) {
        return (int) assignments.stream()
                .filter(assignment -> !endOf(assignment, Instant.MAX).isBefore(since))
                .count();
    }

    /** How many minutes they have been at work since then. */
    long busyMinutes(Instant since, Instant now) {
        long seconds = 0;
        for (Assignment assignment : assignments) {
            Instant from = assignment.acceptedAt() == null ? assignment.offeredAt() : assignment.acceptedAt();
            Instant start = from.isBefore(since) ? since : from;
            Instant end = endOf(assignment, now);
            seconds += Math.max(0, Duration.between(start, end).toSeconds());
        }
        return seconds / 60;
    }

    /** When the last of it ended; null when nothing has, or something is still going on. */
    Instant lastEnd() {
        Instant last = null;
        for (Assignment assignment : assignments) {
            if (assignment.endedAt() == null) {
                return null;
            }
            last = last == null || assignment.endedAt().isAfter(last) ? assignment.endedAt() : last;
        }
        return last;
    }

    /** Who never took it did not work on it. */
    private static boolean isWork(Assignment assignment) {
        boolean refused =
                assignment.state() == AssignmentState.DECLINED || assignment.state() == AssignmentState.TIMED_OUT;
        boolean begun = assignment.acceptedAt() != null || assignment.enRouteAt() != null;
        return !refused && (assignment.state().isActive() || begun || assignment.state() == AssignmentState.DONE);
    }

    private static Instant endOf(Assignment assignment, Instant otherwise) {
        return assignment.endedAt() == null ? otherwise : assignment.endedAt();
    }
}
