package io.watchfloor.pipeline.io;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import redis.clients.jedis.StreamEntryID;

/**
 * Knows below which id each stream may be trimmed. The task thread tells it of checkpoints; the fetching thread, which
 * has the connection, asks what is due.
 *
 * <p>The entry at a retained checkpoint's offset itself is kept: it is how a reader that resumes there sees that nothing
 * is missing behind it.
 */
final class Trimming {
    private final TrimPolicy policy;
    private final Clock clock;
    private final NavigableMap<Long, List<StreamSplit>> pending = new TreeMap<>();
    private final Deque<List<StreamSplit>> complete = new ArrayDeque<>();
    private boolean due;

    Trimming(TrimPolicy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    synchronized void onCheckpoint(long checkpointId, List<StreamSplit> offsets) {
        pending.put(checkpointId, List.copyOf(offsets));
    }

    synchronized void onComplete(long checkpointId) {
        List<StreamSplit> offsets = pending.get(checkpointId);
        pending.headMap(checkpointId, true).clear();
        if (offsets == null) {
            return;
        }
        complete.addLast(offsets);
        if (complete.size() > policy.retainedCheckpoints()) {
            complete.removeFirst();
        }
        due = complete.size() == policy.retainedCheckpoints();
    }

    /** Whether a checkpoint was completed since {@link #takeDue} was last called, so that there may be something to trim. */
    synchronized boolean isDue() {
        return due;
    }

    /**
     * Lowest id to keep per stream; empty when nothing has changed since the last call.
     *
     * @param lengths how many entries a stream holds; asked only when something is due
     */
    synchronized Map<String, StreamEntryID> takeDue(ToLongFunction<String> lengths) {
        if (!due) {
            return Map.of();
        }
        due = false;
        Map<String, StreamEntryID> keepFrom = new HashMap<>();
        for (StreamSplit split : complete.getFirst()) {
            keepFrom.put(split.stream(), oldEnough(split.stream(), lengths));
        }
        for (List<StreamSplit> checkpoint : complete) {
            for (StreamSplit split : checkpoint) {
                keepFrom.computeIfPresent(
                        split.stream(), (stream, id) -> smaller(id, new StreamEntryID(split.after())));
            }
        }
        return keepFrom;
    }

    private StreamEntryID oldEnough(String stream, ToLongFunction<String> lengths) {
        TrimPolicy.Kept kept = policy.keptOf(stream);
        long ageMillis = kept.minAge().toMillis();
        long entries = ageMillis == 0 ? 0 : lengths.applyAsLong(stream);
        double share = entries > kept.mostEntries() ? (double) kept.mostEntries() / entries : 1;
        return new StreamEntryID(clock.millis() - (long) (ageMillis * share), 0);
    }

    private static StreamEntryID smaller(StreamEntryID a, StreamEntryID b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
