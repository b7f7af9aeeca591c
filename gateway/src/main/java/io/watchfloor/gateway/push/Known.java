package io.watchfloor.gateway.push;

import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.gateway.redis.StreamId;
import java.time.Clock;
import java.time.Duration;

/**
 * How much of the picture a console has.
 *
 * @param seq everything up to here
 * @param peopleAtMillis and where people were at this time of our clock, because no stream tells of that
 */
record Known(StreamId seq, long peopleAtMillis) {
    /** Clocks of gateways and Redis may differ by this much. */
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(1);

    /** What a console has that is told everything now. */
    static Known now(Picture picture, Clock clock) {
        return new Known(picture.seq(), clock.millis());
    }

    /** What a console has that another gateway may have told. */
    static Known upTo(StreamId seq) {
        return new Known(seq, seq.millis() - CLOCK_SLACK.toMillis());
    }
}
