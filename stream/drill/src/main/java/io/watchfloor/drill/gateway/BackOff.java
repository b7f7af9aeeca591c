package io.watchfloor.drill.gateway;

import java.time.Duration;

/** Waits that double from one failure to the next, up to a limit. Not safe for several threads. */
public final class BackOff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private Duration next = FIRST;

    /** How long to wait after one more failure. */
    public Duration afterFailure() {
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return wait;
    }

    /** It worked again. */
    public void reset() {
        next = FIRST;
    }
}
