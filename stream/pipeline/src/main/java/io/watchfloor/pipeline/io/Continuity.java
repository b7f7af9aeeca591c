package io.watchfloor.pipeline.io;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.resps.StreamInfo;

/**
 * Sees what Redis does not say: a reader behind a trim jumps without an error, and after a FLUSHALL, or a restore from an
 * older copy, it waits for ever without one. Both raise an alarm; reading goes on with what is there.
 */
final class Continuity {
    private static final Logger LOG = LoggerFactory.getLogger(Continuity.class);
    private static final StreamEntryID START = new StreamEntryID(StreamSplit.BEFORE_THE_FIRST);

    private final SourceMetrics metrics;

    Continuity(SourceMetrics metrics) {
        this.metrics = metrics;
    }

    /**
     * Called after entries behind {@code after} were read. While the entry at the offset is still there, nothing behind
     * it can have been trimmed before it was read, since trimming starts at the oldest.
     */
    void checkNothingTrimmed(RedisClient redis, String stream, StreamEntryID after, StreamEntryID firstRead) {
        if (after.equals(START) || !redis.xrange(stream, after, after, 1).isEmpty()) {
            return;
        }
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

    /** Where to read on: {@code after}, or the start when the stream's newest id lies before that. */
    StreamEntryID checkNotReset(RedisClient redis, String stream, StreamEntryID after) {
        if (after.equals(START)) {
            return after;
        }
        StreamEntryID newest = newestIdEver(redis, stream);
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

    private static StreamEntryID newestIdEver(RedisClient redis, String stream) {
        try {
            StreamInfo info = redis.xinfoStream(stream);
            return info.getLastGeneratedId();
        } catch (JedisDataException e) {
            if (e.getMessage() != null && e.getMessage().contains("no such key")) {
                return START;
            }
            throw e;
        }
    }
}
