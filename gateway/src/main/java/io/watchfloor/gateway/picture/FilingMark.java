package io.watchfloor.gateway.picture;

import io.watchfloor.gateway.health.Heartbeat;
import java.time.Instant;

/**
 * Finds out from heartbeats whether everything that the pipeline told before a moment has been filed in the graph. All times
 * are the pipeline's own, so that no two clocks are compared.
 *
 * <p>Two rounds, because the lag of the filing job's reader ends when an entry reaches its writer, and the writer's begins
 * there: after the first round all has reached the writer, after the second the writer has written it.
 */
final class FilingMark {
    private static final int ROUNDS = 2;

    private final String heardBefore;
    private Instant mark;
    private int rounds;

    /** The moment is now; {@code heardBefore} is what the newest heartbeat said of its time, which says nothing of now. */
    FilingMark(String heardBefore) {
        this.heardBefore = heardBefore;
    }

    /** Looks at a heartbeat, however often. */
    void hear(Heartbeat beat) {
        if (beat.at().equals(heardBefore)) {
            return;
        }
        if (mark == null) {
            mark = beat.saidAt().orElse(null);
        } else if (beat.filedUpTo().filter(filed -> !filed.isBefore(mark)).isPresent()) {
            mark = beat.saidAt().orElse(mark);
            rounds++;
        }
    }

    boolean isReached() {
        return rounds >= ROUNDS;
    }
}
