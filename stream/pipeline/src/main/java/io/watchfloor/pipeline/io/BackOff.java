package io.watchfloor.pipeline.io;

import java.time.Duration;

/** Waits between attempts: each pause twice as long as the one before, up to a limit. */
final class BackOff {
    private final Duration first;
    private final Duration longest;
    private int failures;

    BackOff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** How long to wait after one more failure. */
    Duration nextPause() {
        Duration pause = first.multipliedBy(1L << Math.min(failures++, 20));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    /** Failures since the last success. */
    int failures() {
        return failures;
    }

    void reset() {
        failures = 0;
    }
}
