package io.watchfloor.pipeline.io;

import java.io.Serializable;
import java.time.Duration;

/**
 * What may be removed from a stream that has been read: entries below the offset of every retained checkpoint, once they
 * are old enough.
 *
 * @param retainedCheckpoints how many checkpoints Flink retains; nothing is trimmed before so many are complete
 * @param minAge entries younger than this stay, whoever has read them
 */
public record TrimPolicy(int retainedCheckpoints, Duration minAge) implements Serializable {
    /** For a second reader of a stream: another trims it. */
    public static TrimPolicy never() {
        return new TrimPolicy(-1, Duration.ZERO); // so many checkpoints are never complete
    }
}
