package io.watchfloor.pipeline.io;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.XReadParams;
import redis.clients.jedis.resps.StreamEntryBinary;
import redis.clients.jedis.resps.StreamInfo;

/**
 * What Redis says of some streams in one round trip: the entries behind the offsets, whether those at the offsets are still
 * there once these have been read, and, where that was asked, how far and how long the streams are. Read it once the
 * pipeline has been synchronised.
 */
final class StreamAnswers {
    private final Map<String, Response<? extends Collection<?>>> atOffset = new LinkedHashMap<>();
    private final Map<String, Response<StreamInfo>> infos = new LinkedHashMap<>();
    private Response<List<Map.Entry<byte[], List<StreamEntryBinary>>>> entries;

    private StreamAnswers() {}

    /**
     * Puts the questions.
     *
     * @param offsets by stream, the id behind which is read
     * @param lookedAt of which streams it is asked how far and how long they are
     */
    static StreamAnswers ask(
            AbstractPipeline pipeline,
            Map<String, StreamEntryID> offsets,
            XReadParams how,
            Collection<String> lookedAt) {
        StreamAnswers answers = new StreamAnswers();
        if (offsets.isEmpty()) {
            return answers;
        }
        IdentityHashMap<byte[], StreamEntryID> from = new IdentityHashMap<>();
        offsets.forEach((stream, after) -> from.put(Bytes.of(stream), after));
        answers.entries = pipeline.xreadBinary(how, from);
        offsets.forEach((stream, after) -> {
            if (!after.equals(Continuity.START)) {
                answers.atOffset.put(stream, pipeline.xrange(stream, after, after, 1));
            }
        });
        lookedAt.forEach(stream -> answers.infos.put(stream, pipeline.xinfoStream(stream)));
        return answers;
    }

    /** By stream, what stands behind the offset; streams with nothing new are left out. */
    Map<String, List<StreamEntryBinary>> read() {
        Map<String, List<StreamEntryBinary>> read = new LinkedHashMap<>();
        if (entries != null && entries.get() != null) {
            entries.get().forEach(entry -> read.put(Bytes.text(entry.getKey()), entry.getValue()));
        }
        return read;
    }

    /** Whether the entry at the offset was still there when those behind it had been read; a start is always there. */
    boolean hasEntryAtOffset(String stream) {
        Response<? extends Collection<?>> found = atOffset.get(stream);
        return found == null || !found.get().isEmpty();
    }

    boolean looksAtStreams() {
        return !infos.isEmpty();
    }

    /** The highest id that a stream ever had; the start of all when there is no such stream. */
    StreamEntryID newestIdEver(String stream) {
        StreamInfo info = find(stream);
        return info == null ? Continuity.START : info.getLastGeneratedId();
    }

    /** How many entries a stream holds. */
    long length(String stream) {
        StreamInfo info = find(stream);
        return info == null ? 0 : info.getLength();
    }

    private StreamInfo find(String stream) {
        Response<StreamInfo> info = infos.get(stream);
        try {
            return info == null ? null : info.get();
        } catch (JedisDataException e) {
            if (e.getMessage() != null && e.getMessage().contains("no such key")) {
                return null;
            }
            throw e;
        }
    }
}
