package io.watchfloor.pipeline.io;

import io.watchfloor.contract.MessageKind;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes messages to a world's streams, at least once and in order: filed reports to the way to the graph, the rest to
 * the picture. Redis away, full or loading: retried with back-off. An incident that changes several times in a batch is
 * one entry: the highest version wins anyway.
 */
public final class MessageSink<T> implements Sink<T> {
    /** The messages of one element, in the order they are to be read. */
    public interface Messages<T> extends Function<T, List<Object>>, Serializable {}

    private static final long serialVersionUID = 1L;

    /** A moment's wait is not felt beside a console's tick, and spares Redis most of its syncs under load. */
    private static final Duration LINGER = Duration.ofMillis(3);

    /**
     * Behind a backlog an incident's versions lie far apart: a large batch leaves more of them out for all who read on, and
     * each that is left out spares Redis, every gateway, the duty job and the filing job.
     */
    private static final Duration LATE_LINGER = Duration.ofMillis(400);

    private static final BatchingWriter.Limits LIMITS = new BatchingWriter.Limits(5_000, 2_000, LINGER, LATE_LINGER);

    private final String name;
    private final RedisAddress redis;
    private final String world;
    private final Messages<T> messages;

    /**
     * A sink.
     *
     * @param name in logs
     * @param world whose streams are written to
     * @param messages what an element says; all of kinds in {@link MessageKind}
     */
    public MessageSink(String name, RedisAddress redis, String world, Messages<T> messages) {
        this.name = name;
        this.redis = redis;
        this.world = world;
        this.messages = messages;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new BatchingWriter<>(
                name, LIMITS, new StreamDelivery<>(redis.open(), world, messages), context.metricGroup());
    }
}
