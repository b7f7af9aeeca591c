package io.watchfloor.pipeline.duty.rule;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/** Points in time that may be missing. */
final class Times {
    private Times() {}

    /** A clock elsewhere that runs ahead must not put off what is due here. */
    static Instant notAfter(Instant time, Instant now) {
        return time == null || time.isBefore(now) ? time : now;
    }

    /** Null when all are missing. */
    static Instant latest(Stream<Instant> times) {
        return times.filter(Objects::nonNull).max(Instant::compareTo).orElse(null);
    }

    static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
