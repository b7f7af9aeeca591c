package io.watchfloor.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Vertx;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A gateway on a Redis of another's that is set up wrongly. */
class RedisSetupIT {
    private final RealRedis redis = new RealRedis();

    @AfterEach
    void stop() {
        redis.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"allkeys-lru", "volatile-ttl"})
    void shouldNotStartWhereStreamsMayBeThrownAway(String policy) throws TimeoutException {
        assertThat(redis.command("CONFIG", "SET", "maxmemory-policy", policy)).isEqualTo("+OK");

        GatewayMetrics metrics = new GatewayMetrics();
        Vertx vertx = GatewayMain.vertx(metrics);
        Settings settings = Settings.parse(Map.of(
                "WATCHFLOOR_HTTP_PORT",
                "0",
                "WATCHFLOOR_REDIS_URL",
                redis.address().toString()));
        try {
            assertThatThrownBy(() -> vertx.deployVerticle(new MainVerticle(settings, metrics, Clock.systemUTC()))
                            .await(30, TimeUnit.SECONDS))
                    .hasMessageContaining("WATCHFLOOR_REDIS_URL")
                    .hasMessageContaining(policy)
                    .hasMessageContaining("noeviction");
        } finally {
            vertx.close().await(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void shouldSayAtItsStartThatRedisDoesNotKeepWhatItAcknowledges() {
        Logger logger = (Logger) LoggerFactory.getLogger(MainVerticle.class);
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        logger.addAppender(said);
        redis.command("CONFIG", "SET", "appendonly", "no");
        try (RunningGateway gateway = new RunningGateway(redis, Map.of())) {
            assertThat(gateway.get("/metrics").statusCode()).isEqualTo(200);
            assertThat(List.copyOf(said.list))
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .anyMatch(line -> line.contains("appendonly yes"));
        } finally {
            logger.detachAppender(said);
        }
    }
}
