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
        Instant acknowledgedAt,
        Instant dispatchedAt,
        Instant onSceneAt,
        Instant reportedBackAt,
        boolean handedOver) {

    static Decided of(IncidentDecision decision, Decided before, Instant now) {
        boolean stays = before != null && before.state() == decision.state();
        return new Decided(
                decision.version(),
                decision.state(),
                stays ? before.stateSince() : Times.notAfter(decision.updatedAt(), now),
                Times.notAfter(decision.acknowledgedAt(), now),
                Times.notAfter(decision.dispatchedAt(), now),
                Times.notAfter(decision.onSceneAt(), now),
                Times.notAfter(decision.reportedBackAt(), now),
                decision.isHandedOver());
    }
}
