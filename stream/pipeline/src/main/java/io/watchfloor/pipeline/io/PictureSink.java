package io.watchfloor.pipeline.io;

import io.watchfloor.contract.Channels;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.MessageKind;
import io.watchfloor.pipeline.function.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * Writes observations to the picture stream, at least once and in order: the incident first, then the report filed under
 * it. Redis away, full or loading: retried with back-off. A batch costs Redis one fsync.
 */
public final class PictureSink implements Sink<Observation> {
    private static final long serialVersionUID = 1L;

    private static final BatchingWriter.Limits LIMITS = new BatchingWriter.Limits(5_000, 500, Duration.ZERO);

    private final RedisAddress redis;
    private final String stream;

    public PictureSink(RedisAddress redis, String world) {
        this.redis = redis;
        this.stream = Channels.picture(world);
    }

    @Override
    public SinkWriter<Observation> createWriter(WriterInitContext context) {
        return new BatchingWriter<>(
                "picture sink", LIMITS, new StreamDelivery(redis.open(), stream), context.metricGroup());
    }

    private record StreamDelivery(RedisClient redis, String stream) implements Delivery<Observation> {
        @Override
        public void deliver(List<Observation> batch) throws UndeliverableException {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                List<Response<StreamEntryID>> answers = new ArrayList<>(2 * batch.size());
                for (Observation observation : batch) {
                    answers.add(add(pipeline, MessageKind.OBSERVED_INCIDENT, observation.incident()));
                    answers.add(add(pipeline, MessageKind.FILED_REPORT, observation.filed()));
                }
                pipeline.sync();
                answers.forEach(Response::get);
            } catch (JedisException e) {
                throw new UndeliverableException(e.getMessage(), e);
            }
        }

        private Response<StreamEntryID> add(AbstractPipeline pipeline, MessageKind kind, Object message) {
            return pipeline.xadd(
                    stream,
                    XAddParams.xAddParams(),
                    Map.of(Channels.KIND_FIELD, kind.wireName(), Channels.MESSAGE_FIELD, MessageCodec.encode(message)));
        }

        @Override
        public void close() {
            redis.close();
        }
    }
}
