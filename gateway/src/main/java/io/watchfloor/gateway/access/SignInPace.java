package io.watchfloor.gateway.access;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.watchfloor.gateway.redis.RedisLink;
import java.time.Clock;
import java.time.Duration;

/**
 * Slows down whoever guesses: after three failures the next try for a user from an address has to wait a second, then two,
 * then four, up to a minute. Another address is not slowed down, and no user is ever locked, so that nobody can lock the
 * duty desk out by guessing at it.
 */
public final class SignInPace {
    private static final int FREE_TRIES = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);

    private final RedisLink redis;
    private final Clock clock;

    /** Counts in Redis, for all gateways together. */
    public SignInPace(RedisLink redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** Zero when a try may be made now, and then it counts as failed until {@link #succeeded}; else how long to wait. */
    public Future<Duration> tryNow(String user, String address) {
        String key = key(user, address);
        return redis.send(Request.cmd(Command.HMGET).arg(key).arg("tries").arg("atMillis"))
                .compose(kept -> {
                    long tries = number(kept.get(0));
                    long waitMillis = number(kept.get(1)) + waitAfter(tries).toMillis() - clock.millis();
                    if (waitMillis > 0) {
                        return Future.succeededFuture(Duration.ofMillis(waitMillis));
                    }
                    return redis.batch(java.util.List.of(
                                    Request.cmd(Command.HINCRBY)
                                            .arg(key)
                                            .arg("tries")
                                            .arg(1),
                                    Request.cmd(Command.HSET)
                                            .arg(key)
                                            .arg("atMillis")
                                            .arg(clock.millis()),
                                    Request.cmd(Command.PEXPIRE).arg(key).arg(FORGOTTEN.toMillis())))
                            .map(counted -> Duration.ZERO);
                });
    }

    /** It was them. */
    public Future<Void> succeeded(String user, String address) {
        return redis.send(Request.cmd(Command.DEL).arg(key(user, address))).mapEmpty();
    }

    static Duration waitAfter(long failures) {
        if (failures < FREE_TRIES) {
            return Duration.ZERO;
        }
        long seconds = 1L << Math.min(failures - FREE_TRIES, 10);
        return Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT.toSeconds()));
    }

    private static long number(Response kept) {
        return kept == null ? 0 : kept.toLong();
    }

    private static String key(String user, String address) {
        return "sign-in:" + Secrets.hash(user.strip().toLowerCase(java.util.Locale.ROOT) + "\n" + address);
    }
}
