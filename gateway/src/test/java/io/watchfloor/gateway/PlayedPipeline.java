package io.watchfloor.gateway;

import io.watchfloor.contract.Channels;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.MessageKind;

/** Writes what the pipeline would write. */
final class PlayedPipeline {
    private final RealRedis redis;

    PlayedPipeline(RealRedis redis) {
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
    void beat() {
        redis.command(
                "SET",
                "pipeline:heartbeat:live",
                "{\"at\":\"now\",\"lagMillis\":12,\"filingLagMillis\":3}",
                "EX",
                "30");
    }
}
