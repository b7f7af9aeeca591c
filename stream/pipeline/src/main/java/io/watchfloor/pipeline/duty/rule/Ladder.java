package io.watchfloor.pipeline.duty.rule;

import java.io.Serializable;
import java.time.Duration;

/**
 * Who is told when a target has run out: first the shift leader (rung 1), then, where the ladder is that high, the
 * director (rung 2); the highest is told again until somebody answers. The duty officer (rung 0) has had it before.
 *
 * @param topRung 1 or 2
 * @param every between two rungs
 * @param repeat between two tellings at the top
 */
public record Ladder(int topRung, Duration every, Duration repeat) implements Serializable {
    /** Highest rung there is. */
    public static final int DIRECTOR = 2;

    /** How long to wait after this rung was told. */
    Duration after(int rung) {
        return rung < topRung ? every : repeat;
    }
}
