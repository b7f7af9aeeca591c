package io.watchfloor.graph.roster;

import io.watchfloor.contract.Position;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.dispatch.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the age of a position costs. Up to five minutes it is as good as new. From then on its owner may have gone anywhere,
 * so that every four minutes of age count as one more minute on the way, ten at most. After two hours it says nothing any
 * more, and they are reckoned from their station.
 */
public final class Staleness {
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN = Duration.ofHours(2);
    private static final Duration MOST = Duration.ofMinutes(10);
    private static final int AGE_PER_CHARGE = 4;
    private static final int MILLIS_PER_SECOND = 1_000;

    private Staleness() {}

    /** What is added to the travel time. */
    static int chargeMillis(Position position, Instant now) {
        Duration beyond = age(position, now).minus(FRESH);
        if (beyond.isNegative()) {
            return 0;
        }
        Duration charge = beyond.dividedBy(AGE_PER_CHARGE);
        return (int) (charge.compareTo(MOST) > 0 ? MOST : charge).toMillis();
    }

    /** Whether it is too old to say anything. */
    static boolean isForgotten(Position position, Instant now) {
        return age(position, now).compareTo(FORGOTTEN) > 0;
    }

    /** These reasons, and that the position is old when it is. */
    public static List<Reason> noted(List<Reason> reasons, Position position, Instant now) {
        if (position == null || age(position, now).compareTo(FRESH) <= 0) {
            return reasons;
        }
        long minutes = age(position, now).toMinutes();
        long charged = Math.round(chargeMillis(position, now) / (60.0 * MILLIS_PER_SECOND));
        List<Reason> noted = new ArrayList<>(reasons);
        noted.add(new Reason(
                ReasonCode.POSITION_OLD,
                "定位已过 " + minutes + " 分钟，行程多计 " + charged + " 分钟",
                "Position " + minutes + " min old; " + charged + " min added to the way"));
        return List.copyOf(noted);
    }

    private static Duration age(Position position, Instant now) {
        return Duration.between(position.at(), now);
    }
}
