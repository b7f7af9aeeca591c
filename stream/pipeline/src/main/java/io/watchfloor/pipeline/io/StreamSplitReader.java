package io.watchfloor.pipeline.io;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.XReadParams;
import redis.clients.jedis.params.XTrimParams;
import redis.clients.jedis.resps.StreamEntryBinary;

/**
 * Reads all of a reader's streams with one blocking XREAD at a time, in one round trip with all it asks beside it, on the
 * fetching thread. While Redis is away it waits with back-off and never fails: offsets only move when entries have been
 * handed over.
 */
final class StreamSplitReader<T> implements SplitReader<FetchedEntry<T>, StreamSplit> {
    private static final Logger LOG = LoggerFactory.getLogger(StreamSplitReader.class);

    private static final int MAX_ENTRIES_PER_STREAM = 500;
    /** How long one read waits for entries; also how long closing may take. */
    private static final int BLOCK_MILLIS = 250;

    private static final XReadParams READ =
            XReadParams.xReadParams().count(MAX_ENTRIES_PER_STREAM).block(BLOCK_MILLIS);
    private static final long LOOK_AT_STREAMS_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final RedisClient redis;
    private final EntryFormat<T> format;
    private final Trimming trimming;
    private final DeadLetters deadLetters;
    private final SourceMetrics metrics;
    private final Continuity continuity;
    private final BackOff backOff = new BackOff(FIRST_PAUSE, LONGEST_PAUSE);
    private final Object pause = new Object();
    private final Map<String, StreamEntryID> offsets = new LinkedHashMap<>();
    /** Below which id a stream is trimmed with the next question. */
    private final Map<String, StreamEntryID> trims = new LinkedHashMap<>();

    private boolean awake;
    private long lookedAtStreamsNanos = System.nanoTime() - LOOK_AT_STREAMS_NANOS;

    StreamSplitReader(
            RedisClient redis,
            EntryFormat<T> format,
            Trimming trimming,
            DeadLetters deadLetters,
            SourceMetrics metrics) {
        this.redis = redis;
        this.format = format;
        this.trimming = trimming;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.continuity = new Continuity(metrics);
    }

    @Override
    public RecordsWithSplitIds<FetchedEntry<T>> fetch() {
        try {
            RecordsWithSplitIds<FetchedEntry<T>> entries = take(ask());
            if (backOff.failures() > 0) {
                LOG.warn("Redis answers again after {} failed attempts", backOff.failures());
                backOff.reset();
            }
            return entries;
        } catch (JedisException e) {
            metrics.onRetry();
            if (backOff.failures() == 0) {
                LOG.warn("Redis does not answer ({}); retrying until it does", e.getMessage());
            }
            lookedAtStreamsNanos = System.nanoTime() - LOOK_AT_STREAMS_NANOS;
            sleep(backOff.nextPause());
            return new RecordsBySplits.Builder<FetchedEntry<T>>().build();
        }
    }

    /**
     * Asks for entries and for all that has to be known beside them at once: over a slow link each question of its own would
     * hold up every entry.
     */
    private StreamAnswers ask() {
        boolean looksAtStreams = trimming.isDue() || System.nanoTime() - lookedAtStreamsNanos >= LOOK_AT_STREAMS_NANOS;
        try (AbstractPipeline pipeline = redis.pipelined()) {
            trims.forEach((stream, keepFrom) ->
                    pipeline.xtrim(stream, XTrimParams.xTrimParams().minId(keepFrom.toString())));
            StreamAnswers answers =
                    StreamAnswers.ask(pipeline, offsets, READ, looksAtStreams ? offsets.keySet() : Set.of());
            pipeline.sync();
            trims.clear();
            return answers;
        }
    }

    private RecordsWithSplitIds<FetchedEntry<T>> take(StreamAnswers answers) {
        RecordsBySplits.Builder<FetchedEntry<T>> batch = new RecordsBySplits.Builder<>();
        Map<String, StreamEntryID> next = new LinkedHashMap<>();
        int fetched = 0;
        for (Map.Entry<String, List<StreamEntryBinary>> read : answers.read().entrySet()) {
            String stream = read.getKey();
            List<StreamEntryBinary> entries = read.getValue();
            if (!answers.hasEntryAtOffset(stream)) {
                continuity.checkNothingTrimmed(
                        redis, stream, offsets.get(stream), entries.get(0).getID());
            }
            for (StreamEntryBinary entry : entries) {
                batch.add(stream, new FetchedEntry<>(entry.getID(), valueOf(new StreamEntry(stream, entry))));
            }
            next.put(stream, entries.get(entries.size() - 1).getID());
            fetched += entries.size();
        }
        offsets.putAll(next);
        lookAtStreams(answers);
        if (fetched == 0) {
            metrics.onDrained();
        }
        metrics.onFetched(fetched);
        return batch.build();
    }

    private void lookAtStreams(StreamAnswers answers) {
        if (!answers.looksAtStreams()) {
            return;
        }
        offsets.replaceAll((stream, after) -> continuity.checkNotReset(stream, after, answers.newestIdEver(stream)));
        lookedAtStreamsNanos = System.nanoTime();
        trimming.takeDue(answers::length).forEach((stream, keepFrom) -> {
            StreamEntryID offset = offsets.get(stream);
            // after a reset the checkpoints' offsets may lie ahead of entries that nobody has read
            if (offset != null && keepFrom.compareTo(offset) <= 0) {
                trims.put(stream, keepFrom);
            }
        });
    }

    /** What the entry means; null when it is of no concern, or was refused and kept as a dead letter. */
    private T valueOf(StreamEntry entry) {
        try {
            return format.read(entry).orElse(null);
        } catch (PoisonEntryException e) {
            deadLetters.keep(redis, entry, e);
            metrics.onDeadLetter();
            return null;
        }
    }

    @Override
    public void handleSplitsChanges(SplitsChange<StreamSplit> change) {
        change.splits().forEach(split -> offsets.put(split.stream(), new StreamEntryID(split.after())));
    }

    @Override
    public void wakeUp() {
        synchronized (pause) {
            awake = true;
            pause.notifyAll();
        }
    }

    private void sleep(Duration duration) {
        synchronized (pause) {
            long deadline = System.nanoTime() + duration.toNanos();
            try {
                for (long left = duration.toMillis(); !awake && left > 0; ) {
                    pause.wait(left);
                    left = (deadline - System.nanoTime()) / 1_000_000;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            awake = false;
        }
    }

    @Override
    public void close() {
        redis.close();
    }
}
