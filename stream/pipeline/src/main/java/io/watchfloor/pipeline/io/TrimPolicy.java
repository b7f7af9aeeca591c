package io.watchfloor.pipeline.io;

import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What may be removed from a stream that has been read: entries below the offset of every retained checkpoint, once they
 * are old enough.
 *
 * @param retainedCheckpoints how many checkpoints Flink retains; nothing is trimmed before so many are complete
 * @param kept by stream, what stays nevertheless; nothing of a stream that is not named
 */
public record TrimPolicy(int retainedCheckpoints, Map<String, Kept> kept) implements Serializable {
    /**
     * What stays of a stream, whoever has read it.
     *
     * @param minAge entries younger than this
     * @param mostEntries where a stream holds more, the age gives way in proportion, so that a flood fills no memory
     */
    public record Kept(Duration minAge, long mostEntries) implements Serializable {
        static final Kept NOTHING = new Kept(Duration.ZERO, 0);
    }

    /** For the one reader of a stream. */
    public static TrimPolicy below(int retainedCheckpoints) {
        return new TrimPolicy(retainedCheckpoints, Map.of());
    }

    /** For a second reader of a stream: another trims it. */
    public static TrimPolicy never() {
        return below(-1); // so many checkpoints are never complete
    }

    /** The same, but of this stream some stays. */
    public TrimPolicy keeping(String stream, Duration minAge, long mostEntries) {
        Map<String, Kept> more = new HashMap<>(kept);
        more.put(stream, new Kept(minAge, mostEntries));
        return new TrimPolicy(retainedCheckpoints, more);
    }

    Kept keptOf(String stream) {
        return kept.getOrDefault(stream, Kept.NOTHING);
    }
}
