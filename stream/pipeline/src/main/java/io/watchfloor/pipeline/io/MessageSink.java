package io.watchfloor.pipeline.io;

import io.watchfloor.contract.Channels;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.MessageKind;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.XAddParams;

/**
 * Writes messages to a world's streams, at least once and in order: filed reports to the way to the graph, the rest to
 * the picture. Redis away, full or loading: retried with back-off. An incident that changes several times in a batch is
 * one entry: the highest version wins anyway.
 */
public final class MessageSink<T> implements Sink<T> {
    /** The messages of one element, in the order they are to be read. */
    public interface Messages<T> extends Function<T, List<Object>>, Serializable {}

    private static final long serialVersionUID = 1L;

    private static final byte[] KIND = Bytes.of(Channels.KIND_FIELD);
    private static final byte[] MESSAGE = Bytes.of(Channels.MESSAGE_FIELD);

    /** A moment's wait is not felt beside a console's tick, and spares Redis most of its syncs under load. */
    private static final Duration LINGER = Duration.ofMillis(3);

    /**
     * Behind a backlog an incident's versions lie far apart: a large batch leaves more of them out for all who read on, and
     * each that is left out spares Redis, every gateway, the duty job and the filing job.
     */
    private static final Duration LATE_LINGER = Duration.ofMillis(400);

    /**
     * Redis takes what is sent 16 kB at a time and syncs what it did with each before it takes more; of a transaction it does
     * nothing before the end, so that all of it costs one sync. Larger ones would keep others waiting.
     */
    private static final int MOST_TOGETHER = 500;

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

    private record StreamDelivery<T>(RedisClient redis, String world, Messages<T> messages) implements Delivery<T> {
        @Override
        public void deliver(List<T> batch) throws UndeliverableException {
            List<Object> all = new ArrayList<>(2 * batch.size());
            batch.forEach(element -> all.addAll(messages.apply(element)));
            List<Object> kept = Conflation.newestOfEachIncident(all);
            for (int from = 0; from < kept.size(); from += MOST_TOGETHER) {
                write(kept.subList(from, Math.min(from + MOST_TOGETHER, kept.size())));
            }
        }

        private void write(List<Object> together) throws UndeliverableException {
            try (AbstractTransaction transaction = redis.multi()) {
                together.forEach(message -> add(transaction, message));
                transaction.exec();
            } catch (JedisException e) {
                throw new UndeliverableException(e.getMessage(), e);
            }
        }

        private void add(AbstractTransaction transaction, Object message) {
            MessageKind kind = MessageKind.of(message);
            String stream = kind == MessageKind.FILED_REPORT ? Channels.filed(world) : Channels.picture(world);
            transaction.xadd(
                    Bytes.of(stream),
                    XAddParams.xAddParams(),
                    Map.of(KIND, Bytes.of(kind.wireName()), MESSAGE, MessageCodec.encodeUtf8(message)));
        }

        @Override
        public void close() {
            redis.close();
        }
    }
}
