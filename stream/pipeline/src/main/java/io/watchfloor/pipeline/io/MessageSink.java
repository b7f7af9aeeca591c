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
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.XAddParams;

/**
 * Writes messages to one stream, at least once and in order. Redis away, full or loading: retried with back-off. A batch
 * costs Redis one fsync.
 */
public final class MessageSink<T> implements Sink<T> {
    /** The messages of one element, in the order they are to be read. */
    public interface Messages<T> extends Function<T, List<Object>>, Serializable {}

    private static final long serialVersionUID = 1L;

    private static final BatchingWriter.Limits LIMITS = new BatchingWriter.Limits(5_000, 500, Duration.ZERO);

    private final String name;
    private final RedisAddress redis;
    private final String stream;
    private final Messages<T> messages;

    /**
     * A sink.
     *
     * @param name in logs
     * @param stream Redis Stream written to
     * @param messages what an element says; all of kinds in {@link MessageKind}
     */
    public MessageSink(String name, RedisAddress redis, String stream, Messages<T> messages) {
        this.name = name;
        this.redis = redis;
        this.stream = stream;
        this.messages = messages;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new BatchingWriter<>(
                name, LIMITS, new StreamDelivery<>(redis.open(), stream, messages), context.metricGroup());
    }

    private record StreamDelivery<T>(RedisClient redis, String stream, Messages<T> messages) implements Delivery<T> {
        @Override
        public void deliver(List<T> batch) throws UndeliverableException {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                List<Response<StreamEntryID>> answers = new ArrayList<>(2 * batch.size());
                for (T element : batch) {
                    messages.apply(element).forEach(message -> answers.add(add(pipeline, message)));
                }
                pipeline.sync();
                answers.forEach(Response::get);
            } catch (JedisException e) {
                throw new UndeliverableException(e.getMessage(), e);
            }
        }

        private Response<StreamEntryID> add(AbstractPipeline pipeline, Object message) {
            return pipeline.xadd(
                    stream,
                    XAddParams.xAddParams(),
                    Map.of(
                            Channels.KIND_FIELD,
                            MessageKind.of(message).wireName(),
                            Channels.MESSAGE_FIELD,
                            MessageCodec.encode(message)));
        }

        @Override
        public void close() {
            redis.close();
        }
    }
}
