package io.watchfloor.pipeline.io;

import java.time.Clock;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Reads Redis Streams in order, each entry at least once and, with checkpoints, exactly once into Flink's state: offsets
 * live in the checkpoints, not in consumer groups. One split per stream.
 *
 * <ul>
 *   <li>Redis away: waits with back-off, loses and skips nothing.
 *   <li>An entry that cannot be read: kept in {@code deadletter}, counted, the stream moves on.
 *   <li>Entries trimmed before they were read, or a stream that starts anew: logged as an error and counted, reading
 *       goes on with what is there.
 *   <li>Streams are trimmed below the oldest retained checkpoint, see {@link TrimPolicy}.
 * </ul>
 */
public final class RedisStreamSource<T> implements Source<T, StreamSplit, StreamAssignment>, ResultTypeQueryable<T> {
    private static final long serialVersionUID = 1L;

    private final RedisAddress redis;
    private final String world;
    private final List<String> streams;
    private final EntryFormat<T> format;
    private final TrimPolicy trimPolicy;

    public RedisStreamSource(
            RedisAddress redis, String world, List<String> streams, EntryFormat<T> format, TrimPolicy trimPolicy) {
        this.redis = redis;
        this.world = world;
        this.streams = List.copyOf(streams);
        this.format = format;
        this.trimPolicy = trimPolicy;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<T, StreamSplit> createReader(SourceReaderContext context) {
        Clock clock = Clock.systemUTC();
        SourceMetrics metrics = new SourceMetrics(context.metricGroup(), clock);
        Trimming trimming = new Trimming(trimPolicy, clock);
        DeadLetters deadLetters = new DeadLetters(world, clock);
        return new StreamReader<>(
                () -> new StreamSplitReader<>(redis.open(), format, trimming, deadLetters, metrics),
                metrics,
                trimming,
                context);
    }

    @Override
    public SplitEnumerator<StreamSplit, StreamAssignment> createEnumerator(
            SplitEnumeratorContext<StreamSplit> context) {
        return new StreamEnumerator(context, streams, new StreamAssignment(List.of(), List.of()));
    }

    @Override
    public SplitEnumerator<StreamSplit, StreamAssignment> restoreEnumerator(
            SplitEnumeratorContext<StreamSplit> context, StreamAssignment assignment) {
        return new StreamEnumerator(context, streams, assignment);
    }

    @Override
    public SimpleVersionedSerializer<StreamSplit> getSplitSerializer() {
        return new StreamSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<StreamAssignment> getEnumeratorCheckpointSerializer() {
        return new StreamAssignment.Serializer();
    }

    @Override
    public TypeInformation<T> getProducedType() {
        return format.type();
    }
}
