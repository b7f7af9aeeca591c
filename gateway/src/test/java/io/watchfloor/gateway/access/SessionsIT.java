package io.watchfloor.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.watchfloor.gateway.RealRedis;
import io.watchfloor.gateway.redis.RedisLink;
import io.watchfloor.graph.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SessionsIT {
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(13);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T08:00:00Z"));
    private final Vertx vertx = Vertx.vertx();
    private RealRedis redis;
    private Sessions sessions;

    @BeforeEach
    void start() {
        redis = new RealRedis();
        sessions = new Sessions(new RedisLink(vertx, redis.address(), ANSWER), clock, IDLE, LONGEST);
    }

    @AfterEach
    void stop() {
        await(vertx.close());
        redis.close();
    }

    @Test
    @DisplayName("ASVS 7.3.2: a session ends after its longest time however much it is used")
    void shouldEndAfterItsLongestTimeHoweverMuchItIsUsed() {
        String token = await(sessions.open("U-1", false)).token();

        for (Duration used = Duration.ZERO; used.compareTo(LONGEST) < 0; used = used.plus(Duration.ofMinutes(10))) {
            assertThat(find(token)).isPresent();
            clock.advance(Duration.ofMinutes(10));
        }

        assertThat(find(token)).isEmpty();
    }

    @Test
    @DisplayName("ASVS 6.1.1: who tries one name after the other from one address is slowed down, and nobody elsewhere")
    void shouldSlowDownWhoTriesManyNames() {
        SignInPace pace = new SignInPace(new RedisLink(vertx, redis.address(), ANSWER), clock);
        for (int i = 0; i < 100; i++) {
            assertThat(await(pace.tryNow("name " + i, "10.0.0.1"))).isZero();
        }

        assertThat(await(pace.tryNow("one more", "10.0.0.1"))).isEqualTo(Duration.ofSeconds(1));
        assertThat(await(pace.tryNow("one more", "10.0.0.2"))).isZero();

        await(pace.succeeded("name 7", "10.0.0.1"));
        assertThat(await(pace.tryNow("one more", "10.0.0.1"))).isZero();
    }

    @Test
    @DisplayName("ASVS 7.3.1: a session that is not used ends, and using it puts that off")
    void shouldEndWhenItIsNotUsed() {
        Sessions.Opened opened = await(sessions.open("U-1", false));
        String key = "session:" + opened.session().hash();
        assertThat(secondsLeft(key)).isBetween(IDLE.toSeconds() - 60, IDLE.toSeconds());

        redis.command("PEXPIRE", key, "600000"); // as twenty minutes without use would leave it
        clock.advance(Duration.ofMinutes(20));
        assertThat(find(opened.token())).isPresent();
        assertThat(secondsLeft(key)).isBetween(IDLE.toSeconds() - 60, IDLE.toSeconds());

        redis.command("PEXPIRE", key, "1"); // as half an hour without use would leave it
        clock.advance(IDLE);
        Awaitility.await().atMost(ANSWER).until(() -> secondsLeft(key) < 0);
        assertThat(find(opened.token())).isEmpty();
    }

    private Optional<Session> find(String token) {
        return await(sessions.find(token));
    }

    private long secondsLeft(String key) {
        return Long.parseLong(redis.command("TTL", key).substring(1));
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.await(10, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
