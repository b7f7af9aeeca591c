package io.watchfloor.contract;

import java.time.Instant;

/**
 * A road that an officer closed, or opened again; written by the duty desk alone, as versioned upserts.
 *
 * @param world the world it belongs to
 * @param roadId the road segment
 * @param version rises by one with every change; a reader keeps the highest
 * @param closed whether nobody gets through
 * @param reason why it was closed
 * @param by officer who decided it last
 * @param since when it was closed
 * @param until when it opens by itself; null when somebody has to open it
 * @param updatedAt when this version was decided
 */
public record RoadClosure(
        String world,
        String roadId,
        long version,
        boolean closed,
        String reason,
        String by,
        Instant since,
        Instant until,
        Instant updatedAt) {
    /** Whether it stands at this time. */
    public boolean isInForce(Instant now) {
        return closed && (until == null || now.isBefore(until));
    }
}
