package io.watchfloor.pipeline.io;

import io.watchfloor.pipeline.function.Observation;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import redis.clients.jedis.RedisClient;

/**
 * Files what was observed in the graph, at least once, in batches; filing is idempotent. The graph away: retried with
 * back-off for as long as it takes, checkpoints meanwhile time out, the job stays. A single entry that the graph refuses
 * for itself goes to {@code deadletter}, see {@link FilingDelivery}.
 */
public final class FilingSink implements Sink<Observation> {
    private static final long serialVersionUID = 1L;

    private static final Duration LINGER = Duration.ofMillis(100);

    /** One batch and the next: a checkpoint waits for all that is held, and files it without giving way. */
    private static final int MOST_HELD = 2_000;

    private static final BatchingWriter.Limits LIMITS = new BatchingWriter.Limits(MOST_HELD, 1_000, LINGER, LINGER);

    private final FilingAccess access;
    private final RedisAddress redis;
    private final String world;

    public FilingSink(FilingAccess access, RedisAddress redis, String world) {
        this.access = access;
        this.redis = redis;
        this.world = world;
    }

    @Override
    public SinkWriter<Observation> createWriter(WriterInitContext context) {
        DeadLetters deadLetters = new DeadLetters(world, Clock.systemUTC());
        RedisClient client = redis.open();
        FilingDelivery delivery = new FilingDelivery(
                access.open(), client, deadLetters, GivingWay.toPictureOf(world, client), context.metricGroup());
        return new BatchingWriter<>("graph filing", LIMITS, delivery, context.metricGroup());
    }
}
