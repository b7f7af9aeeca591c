package io.watchfloor.gateway.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.watchfloor.gateway.RealRedis;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamAppenderIT {
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Vertx vertx = Vertx.vertx();
    private RealRedis redis;
    private StreamAppender appender;

    @BeforeEach
    void start() {
        redis = new RealRedis();
        appender = new StreamAppender(new RedisLink(vertx, redis.address(), ANSWER), 10);
    }

    @AfterEach
    void stop() throws Exception {
        await(vertx.close());
        redis.close();
    }

    @Test
    void shouldNotTakeWhatRedisRefusedForWritten() throws Exception {
        redis.command("SET", "picture", "no stream");

        assertThatThrownBy(() -> await(append())).hasStackTraceContaining("WRONGTYPE");

        redis.command("DEL", "picture");
        await(append());
        assertThat(redis.command("XLEN", "picture")).isEqualTo(":1");
    }

    private Future<Void> append() {
        return Future.future(done -> vertx.runOnContext(
                now -> appender.append("picture", "kind", "{}").onComplete(done)));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(ANSWER.toSeconds(), TimeUnit.SECONDS);
    }
}
