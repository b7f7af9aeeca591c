package io.watchfloor.pipeline;

import io.watchfloor.contract.Channels;
import io.watchfloor.contract.DurableRedis;
import io.watchfloor.contract.IntakePartition;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.MessageKind;
import io.watchfloor.contract.Report;
import io.watchfloor.pipeline.io.RedisAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.XAddParams;

/** A real Redis with a durable log, which a test can kill and start again on the same port and data. */
public final class RedisProcess implements AutoCloseable {
    private final DurableRedis server;

    private RedisProcess(DurableRedis server) {
        this.server = server;
    }

    /** Starts one with empty data. */
    public static RedisProcess start() throws IOException {
        RedisProcess redis = new RedisProcess(new DurableRedis(Files.createTempDirectory("watchfloor-redis-")));
        redis.startAgain();
        return redis;
    }

    /** Starts it after a {@link #kill}. */
    public void startAgain() throws IOException {
        server.start();
        try (RedisClient client = address().open()) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> answers(client));
        }
    }

    private static boolean answers(RedisClient client) {
        try {
            return "PONG".equals(client.ping());
        } catch (JedisException e) {
            return false;
        }
    }

    /** Ends it at once, as kill -9 does. */
    public void kill() {
        server.kill();
    }

    public RedisAddress address() {
        return new RedisAddress(URI.create("redis://127.0.0.1:" + server.port()));
    }

    /** Appends reports to their intake streams, as the gateway does: many in one round trip. */
    public static void acknowledge(RedisClient client, List<Report> reports, int partitions) {
        try (AbstractPipeline pipeline = client.pipelined()) {
            for (Report report : reports) {
                String stream = Channels.intake(report.world(), IntakePartition.of(report, partitions));
                pipeline.xadd(stream, XAddParams.xAddParams(), entryOf(report));
            }
            pipeline.sync();
        }
    }

    /** A message as the fields of a stream entry. */
    public static Map<String, String> entryOf(Object message) {
        return Map.of(
                Channels.KIND_FIELD,
                MessageKind.of(message).wireName(),
                Channels.MESSAGE_FIELD,
                MessageCodec.encode(message));
    }

    @Override
    public void close() {
        kill();
    }
}
