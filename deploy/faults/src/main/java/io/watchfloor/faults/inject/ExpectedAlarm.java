package io.watchfloor.faults.inject;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/**
 * An alarm that is to come.
 *
 * @param code what it says
 * @param standing those that said so before the cause: what happened once is shown for minutes, and proves nothing
 */
record ExpectedAlarm(Bench bench, String code, Set<JsonNode> standing) {
    /** Waits for it; how many milliseconds it took since. Fails when it took longer than allowed. */
    long awaitSince(long nanos, Duration limit) {
        await("alarm " + code)
                .atMost(Bench.RECOVERY)
                .pollInterval(Bench.LOOK)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> !standing.containsAll(bench.standing(code)));
        long took = Bench.millisSince(nanos);
        Check.that(took <= limit.toMillis(), "alarm " + code + " came after " + took + " ms");
        return took;
    }
}
