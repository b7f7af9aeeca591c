package io.watchfloor.gateway;

import io.watchfloor.contract.Channels;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.MessageKind;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;

/** Writes what the pipeline would write. */
public final class PlayedPipeline {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final RealRedis redis;

    public PlayedPipeline(RealRedis redis) {
        this.redis = redis;
    }

    /** Puts a message on the picture stream. */
    String publish(Object message) {
        return redis.command(
                "XADD",
                Channels.picture(Samples.WORLD),
                "*",
                Channels.KIND_FIELD,
                MessageKind.of(message).wireName(),
                Channels.MESSAGE_FIELD,
                MessageCodec.encode(message));
    }

    /** Says that it is alive. */
    public void beat() {
        redis.command(
                "SET",
                "pipeline:heartbeat:live",
                "{\"at\":\"now\",\"lagMillis\":12,\"filingLagMillis\":3}",
                "EX",
                "30");
    }

    /** Says that the oldest thing that is not filed yet is so old. */
    void beat(Duration filingLag) {
        redis.command(
                "SET",
                Channels.heartbeat(Samples.WORLD),
                "{\"at\":\"" + Instant.now() + "\",\"lagMillis\":0,\"filingLagMillis\":" + filingLag.toMillis() + "}",
                "EX",
                "30");
    }

    /** Stays alive until the gateway says that it is ready. */
    public void awaitReady(RunningGateway gateway) {
        Awaitility.await().atMost(START_LIMIT).until(() -> {
            beat();
            return gateway.get("/health/ready").statusCode() == 200;
        });
    }

    /** Publishes incidents of these ids, each of one report, and returns once the gateway lists them. */
    public void open(RunningGateway gateway, String... incidentIds) {
        for (String id : incidentIds) {
            publish(Samples.observed(id, 1));
            Awaitility.await()
                    .until(() ->
                            gateway.get("/api/v1/incidents?limit=100").body().contains(id));
        }
    }
}
