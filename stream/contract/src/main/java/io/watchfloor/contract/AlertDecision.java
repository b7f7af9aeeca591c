package io.watchfloor.contract;

import java.time.Instant;

/**
 * What was decided about an alert; written by the duty desk alone, as versioned upserts.
 *
 * @param world the world it belongs to
 * @param alertId the alert
 * @param version rises by one with every decision; a reader keeps the highest
 * @param snoozedUntil it is silent until then; null when it is not, or not any more
 * @param reason why it may be silent; null when it is not
 * @param actor who decided
 * @param updatedAt when
 */
public record AlertDecision(
        String world,
        String alertId,
        long version,
        Instant snoozedUntil,
        String reason,
        String actor,
        Instant updatedAt) {}
