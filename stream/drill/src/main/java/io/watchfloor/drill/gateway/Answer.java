package io.watchfloor.drill.gateway;

import java.time.Duration;

/**
 * What came back for a request.
 *
 * @param status HTTP status; {@link #UNREACHABLE} when nothing came back
 * @param body the body, or why nothing came back
 * @param retryAfter how long the gateway asks to wait; zero when it does not say
 */
public record Answer(int status, String body, Duration retryAfter) {
    /** In place of a status: no connection, or no answer in time. */
    public static final int UNREACHABLE = 0;

    /** Whether it was done. */
    public boolean isDone() {
        return status >= 200 && status < 300;
    }

    /** Whether the same request may succeed later. */
    public boolean isWorthRetrying() {
        return status == UNREACHABLE || status == 429 || status >= 500;
    }
}
