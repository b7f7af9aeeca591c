package io.watchfloor.pipeline.io;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;

/**
 * Sees what Redis does not say: a reader behind a trim jumps without an error, and after a FLUSHALL, or a restore from an
 * older copy, it waits for ever without one. Both raise an alarm; reading goes on with what is there.
 */
final class Continuity {
    private static final Logger LOG = LoggerFactory.getLogger(Continuity.class);

    /** Where nothing has been read yet. */
    static final StreamEntryID START = new StreamEntryID(StreamSplit.BEFORE_THE_FIRST);

    private final SourceMetrics metrics;

    Continuity(SourceMetrics metrics) {
        this.metrics = metrics;
    }

    /**
     * Called after entries behind {@code after} were read, and the entry there was gone then. While it is still there,
     * nothing behind it can have been trimmed before it was read, since trimming starts at the oldest.
     */
    void checkNothingTrimmed(RedisClient redis, String stream, StreamEntryID after, StreamEntryID firstRead) {
        List<redis.clients.jedis.resps.StreamEntry> first = redis.xrange(stream, "-", "+", 1);
        if (first.isEmpty() || first.get(0).getID().compareTo(after) > 0) {
            metrics.onGap();
            LOG.error(
                    "Gap in {}: the entry at offset {} is gone, reading goes on at {}; what stood between is lost here",
                    stream,
                    after,
                    firstRead);
        }
    }

    /** Where to read on: {@code after}, or the start when the stream's newest id ever lies before that. */
    StreamEntryID checkNotReset(String stream, StreamEntryID after, StreamEntryID newest) {
        if (newest.compareTo(after) >= 0) {
            return after;
        }
        metrics.onReset();
        LOG.error(
                "Reset of {}: it has been read up to {}, but its newest id is {}; reading again from its first entry",
                stream,
                after,
                newest);
        return START;
    }
}
