package io.watchfloor.gateway.position;

import io.watchfloor.contract.NullIsland;
import java.time.Duration;
import java.time.Instant;

/**
 * What a position must be to be taken. One from the future is refused, because it would hide every true one after it; so
 * is one outside the earth, or at zero degrees both ways, which is what a receiver without a fix says. An old one, sent
 * when a phone is back in reach, is no fault: it is taken off its hands and not kept.
 */
final class FixRules {
    static final Duration MOST_AHEAD = Duration.ofMinutes(5);
    static final Duration OLDEST = Duration.ofHours(2);

    private static final double MOST_ACCURACY_METERS = 1_000_000;

    private FixRules() {}

    static FixReading check(PhoneFix fix, Instant now) {
        if (!within(fix.lat(), 90) || !within(fix.lon(), 180)) {
            boolean swapped = within(fix.lon(), 90) && within(fix.lat(), 180);
            return FixReading.refused(
                    "out-of-range",
                    swapped
                            ? "lat is beyond 90 degrees; latitude and longitude look swapped."
                            : "lat is -90 to 90 degrees, lon -180 to 180.");
        }
        if (NullIsland.isAt(fix.lat(), fix.lon())) {
            return FixReading.refused(NullIsland.REASON, NullIsland.SENTENCE);
        }
        if (fix.at() == null) {
            return FixReading.refused("bad-time", "The time of the position cannot be understood.");
        }
        if (fix.at().isAfter(now.plus(MOST_AHEAD))) {
            return FixReading.refused(
                    "from-the-future", "The position is ahead of this server's clock; set the phone's.");
        }
        return FixReading.of(fix);
    }

    /** An accuracy that says nothing is none. */
    static Double accuracy(Double meters) {
        return meters == null || !(meters >= 0) || meters > MOST_ACCURACY_METERS ? null : meters;
    }

    static boolean isOld(PhoneFix fix, Instant now) {
        return fix.at().isBefore(now.minus(OLDEST));
    }

    private static boolean within(double degrees, double most) {
        return degrees >= -most && degrees <= most;
    }
}
