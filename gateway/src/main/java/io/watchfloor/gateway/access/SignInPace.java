package io.watchfloor.gateway.access;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.watchfloor.gateway.redis.RedisLink;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Slows down whoever guesses: after three failures the next try for a user from an address has to wait a second, then two,
 * then four, up to a minute; after a hundred failures from an address, whoever they named, each from there, up to ten
 * seconds. Another address is not slowed down, and no user is ever locked, so that nobody can lock the duty desk out by
 * guessing at it.
 */
public final class SignInPace {
    private static final int FREE_TRIES = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final int FREE_TRIES_OF_ADDRESS = 100;
    private static final Duration LONGEST_WAIT_OF_ADDRESS = Duration.ofSeconds(10);
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);
    private static final String TRIES = "tries";
    private static final String AT_MILLIS = "atMillis";

    private final RedisLink redis;
    private final Clock clock;

    /** Counts in Redis, for all gateways together. */
    public SignInPace(RedisLink redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** Zero when a try may be made now, and then it counts as failed until {@link #succeeded}; else how long to wait. */
    public Future<Duration> tryNow(String user, String address) {
        String ofUser = key(user, address);
        String ofAddress = key(address);
        return redis.batch(List.of(read(ofUser), read(ofAddress))).compose(kept -> {
            long waitMillis = Math.max(
                    waitMillis(kept.get(0), SignInPace::waitAfter),
                    waitMillis(kept.get(1), SignInPace::waitOfAddressAfter));
            if (waitMillis > 0) {
                return Future.succeededFuture(Duration.ofMillis(waitMillis));
            }
            List<Request> counting = new ArrayList<>(count(ofUser));
            counting.addAll(count(ofAddress));
            return redis.batch(counting).map(counted -> Duration.ZERO);
        });
    }

    /** It was them. */
    public Future<Void> succeeded(String user, String address) {
        return redis.send(Request.cmd(Command.DEL).arg(key(user, address))).compose(gone -> knewPassword(address));
    }

    /** The password was right, whatever comes of the rest: that try does not count against the address. */
    public Future<Void> knewPassword(String address) {
        return redis.batch(List.of(
                        Request.cmd(Command.HINCRBY)
                                .arg(key(address))
                                .arg(TRIES)
                                .arg(-1),
                        Request.cmd(Command.PEXPIRE).arg(key(address)).arg(FORGOTTEN.toMillis())))
                .mapEmpty();
    }

    static Duration waitAfter(long failures) {
        return wait(failures - FREE_TRIES, LONGEST_WAIT);
    }

    static Duration waitOfAddressAfter(long failures) {
        return wait(failures - FREE_TRIES_OF_ADDRESS, LONGEST_WAIT_OF_ADDRESS);
    }

    private static Duration wait(long failuresTooMany, Duration longest) {
        if (failuresTooMany < 0) {
            return Duration.ZERO;
        }
        long seconds = 1L << Math.min(failuresTooMany, 10);
        return Duration.ofSeconds(Math.min(seconds, longest.toSeconds()));
    }

    private long waitMillis(Response kept, LongFunction<Duration> waitAfter) {
        long tries = number(kept.get(0));
        return number(kept.get(1)) + waitAfter.apply(tries).toMillis() - clock.millis();
    }

    private static Request read(String key) {
        return Request.cmd(Command.HMGET).arg(key).arg(TRIES).arg(AT_MILLIS);
    }

    private List<Request> count(String key) {
        return List.of(
                Request.cmd(Command.HINCRBY).arg(key).arg(TRIES).arg(1),
                Request.cmd(Command.HSET).arg(key).arg(AT_MILLIS).arg(clock.millis()),
                Request.cmd(Command.PEXPIRE).arg(key).arg(FORGOTTEN.toMillis()));
    }

    private static long number(Response kept) {
        return kept == null ? 0 : kept.toLong();
    }

    private static String key(String address) {
        return "sign-in-from:" + Secrets.hash(address);
    }

    private static String key(String user, String address) {
        return "sign-in:" + Secrets.hash(user.strip().toLowerCase(java.util.Locale.ROOT) + "\n" + address);
    }
}
