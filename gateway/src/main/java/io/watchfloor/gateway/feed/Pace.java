package io.watchfloor.gateway.feed;

import java.time.Duration;
import java.time.Instant;

/** When the rows of a file are due: as far apart as they happened, divided by a speed. */
final class Pace {
    private final double speed;
    private Instant firstHappened;
    private Instant firstReplayed;

    /** {@link Double#POSITIVE_INFINITY} makes everything due at once. */
    Pace(double speed) {
        this.speed = speed;
    }

    /** How long until something that happened then is due; the first is due at once, and sets the beginning. */
    Duration untilDue(Instant happened, Instant now) {
        if (happened == null || Double.isInfinite(speed)) {
            return Duration.ZERO;
        }
        if (firstHappened == null) {
            firstHappened = happened;
            firstReplayed = now;
        }
        double millisAfterFirst = Duration.between(firstHappened, happened).toMillis() / speed;
        Duration wait = Duration.between(now, firstReplayed.plusMillis((long) millisAfterFirst));
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
