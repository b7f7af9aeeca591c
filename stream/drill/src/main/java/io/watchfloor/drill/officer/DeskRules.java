package io.watchfloor.drill.officer;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.drill.scenario.Draws;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the simulated officer does about an incident. Never anything about one that somebody else has acknowledged or
 * sent a person to. Pure.
 */
final class DeskRules {
    /** The share of untouched incidents that the officer sends somebody to; the others are settled by phone, later. */
    private static final double SENT_SHARE = 0.8;

    /** With more incidents open than this the officer hurries. */
    private static final int CALM_OPEN = 30;

    private static final Duration CHECK_BEFORE_CLOSING = Duration.ofSeconds(60);
    private static final Duration PHONE_CALL = Duration.ofSeconds(25);

    /** An incident nobody could be found for is handed on after this. */
    private static final Duration HANDED_ON_AFTER = Duration.ofMinutes(6);

    /** What can be done. */
    enum Move {
        LEAVE,
        ACKNOWLEDGE,
        SEND,
        CLOSE
    }

    private final String officer;
    private final long seed;

    DeskRules(String officer, long seed) {
        this.officer = officer;
        this.seed = seed;
    }

    Move decide(IncidentView incident, List<Assignment> assignments, int open, Instant now) {
        boolean othersAtIt = assignments.stream().anyMatch(a -> !officer.equals(a.assignedBy()));
        if (!incident.state().isOpen() || othersAtIt) {
            return Move.LEAVE;
        }
        if (incident.acknowledgedBy() == null) {
            boolean waitedLongEnough = !now.isBefore(incident.openedAt().plus(patience(incident.id(), open)));
            return waitedLongEnough && assignments.isEmpty() ? Move.ACKNOWLEDGE : Move.LEAVE;
        }
        return officer.equals(incident.acknowledgedBy()) ? goOn(incident, assignments, now) : Move.LEAVE;
    }

    private Move goOn(IncidentView incident, List<Assignment> assignments, Instant now) {
        if (assignments.stream().anyMatch(a -> a.state().isActive())) {
            return Move.LEAVE;
        }
        Instant finished = assignments.stream()
                .filter(a -> a.state() == AssignmentState.DONE)
                .map(Assignment::updatedAt)
                .max(Instant::compareTo)
                .orElse(null);
        if (finished != null) {
            return now.isBefore(finished.plus(CHECK_BEFORE_CLOSING)) ? Move.LEAVE : Move.CLOSE;
        }
        boolean byPhone = !isSentTo(incident.id()) || incident.lat() == null;
        Duration limit = byPhone ? PHONE_CALL : HANDED_ON_AFTER;
        if (!now.isBefore(incident.acknowledgedAt().plus(limit))) {
            return Move.CLOSE;
        }
        return byPhone ? Move.LEAVE : Move.SEND;
    }

    boolean isSentTo(String incidentId) {
        return Draws.of(seed, "sent", incidentId).nextDouble() < SENT_SHARE;
    }

    /** How long the officer leaves an incident to the humans: shorter, the more are open. */
    Duration patience(String incidentId, int open) {
        double drawn = Draws.of(seed, "patience", incidentId).nextDouble();
        double seconds = isSentTo(incidentId) ? 45 + 75 * drawn : 240 + 180 * drawn;
        double hurry = Math.min(1, (double) CALM_OPEN / Math.max(1, open));
        return Duration.ofMillis((long) (1000 * seconds * hurry));
    }
}
