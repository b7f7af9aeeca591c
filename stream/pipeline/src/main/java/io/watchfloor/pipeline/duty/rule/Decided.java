package io.watchfloor.pipeline.duty.rule;

import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import java.time.Instant;

/**
 * What was decided about an incident, as far as time limits and measures care. No time lies ahead of the clock here.
 *
 * @param version of the decision
 * @param state where it stands
 * @param stateSince since when it has stood there
 * @param waitingSince the same, but being joined to another in between not counted; null in what an older version has kept
 * @param acknowledgedAt null until then
 * @param dispatchedAt null until then
 * @param onSceneAt null until then
 * @param reportedBackAt null until then
 * @param handedOver whether another department has it, with a clock of its own
 */
public record Decided(
        long version,
        IncidentState state,
        Instant stateSince,
        Instant waitingSince,
        Instant acknowledgedAt,
        Instant dispatchedAt,
        Instant onSceneAt,
        Instant reportedBackAt,
        boolean handedOver) {

    static Decided of(IncidentDecision decision, Decided before, Instant now) {
        boolean stays = before != null && before.state() == decision.state();
        Instant decidedAt = Times.notAfter(decision.updatedAt(), now);
        return new Decided(
                decision.version(),
                decision.state(),
                stays ? before.stateSince() : decidedAt,
                waitingSince(decision.state(), before, decidedAt),
                Times.notAfter(decision.acknowledgedAt(), now),
                Times.notAfter(decision.dispatchedAt(), now),
                Times.notAfter(decision.onSceneAt(), now),
                Times.notAfter(decision.reportedBackAt(), now),
                decision.isHandedOver());
    }

    /** From when on its next target counts, as far as decisions say. */
    Instant countsFrom() {
        return waitingSince == null ? stateSince : waitingSince;
    }

    /** A join undone puts an incident back to where it stood: the caller has waited since then, not since the undoing. */
    private static Instant waitingSince(IncidentState state, Decided before, Instant decidedAt) {
        if (before == null) {
            // joined before anything was decided: it waits for what it has waited for since it was observed
            return state == IncidentState.MERGED ? Instant.EPOCH : decidedAt;
        }
        boolean stays =
                state == before.state() || state == IncidentState.MERGED || before.state() == IncidentState.MERGED;
        return stays ? before.countsFrom() : decidedAt;
    }
}
