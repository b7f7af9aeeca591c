package io.watchfloor.pipeline.io;

import io.watchfloor.contract.Channels;
import io.watchfloor.contract.RedisMemory;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Lets the picture go first: while reports wait to be merged, whoever files rests nine times as long as filing took, so
 * that the graph leaves the processors to the urgent path. What is not filed yet is safe on its stream; once Redis is half
 * full there is no rest any more, so that it does not fill up.
 */
final class GivingWay {
    static final Duration ASKED_EVERY = Duration.ofSeconds(1);
    static final Duration LONGEST_REST = Duration.ofSeconds(2);
    static final int REST_PER_WORK = 9;

    private static final Logger LOG = LoggerFactory.getLogger(GivingWay.class);
    private static final long LAGGING_MILLIS = 200;
    /** Taken for the most where Redis knows no limit. */
    private static final long UNLIMITED_BYTES = 1L << 30;

    private final BooleanSupplier mustGiveWay;
    private final LongSupplier nanoTime;
    private long askedNanos;
    private boolean givesWay;

    GivingWay(BooleanSupplier mustGiveWay, LongSupplier nanoTime) {
        this.mustGiveWay = mustGiveWay;
        this.nanoTime = nanoTime;
        this.askedNanos = nanoTime.getAsLong() - ASKED_EVERY.toNanos();
    }

    /** To this world's picture, as far as its pipeline says that it lags. */
    static GivingWay toPictureOf(String world, RedisClient redis) {
        return new GivingWay(() -> isLagging(world, redis), System::nanoTime);
    }

    /** How long to rest after work that took so long. */
    Duration restAfter(Duration work) {
        if (nanoTime.getAsLong() - askedNanos >= ASKED_EVERY.toNanos()) {
            askedNanos = nanoTime.getAsLong();
            note(mustGiveWay.getAsBoolean());
        }
        Duration rest = givesWay ? work.multipliedBy(REST_PER_WORK) : Duration.ZERO;
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }

    private static boolean isLagging(String world, RedisClient redis) {
        try {
            String lagMillis = redis.hget(Channels.heartbeat(world), "lagMillis");
            return lagMillis != null && Long.parseLong(lagMillis) > LAGGING_MILLIS && hasRoom(redis.info("memory"));
        } catch (JedisException e) {
            return false; // nobody reads anything, so there is nothing to give way to
        }
    }

    /** Whether Redis, which says this of its memory, is less than half full. */
    static boolean hasRoom(String memory) {
        RedisMemory said = RedisMemory.of(memory);
        return said.usedBytes() < (said.mostBytes() == 0 ? UNLIMITED_BYTES : said.mostBytes()) / 2;
    }

    private void note(boolean now) {
        if (now != givesWay) {
            LOG.info(now ? "Filing gives way: the picture lags" : "Filing goes on at full speed");
        }
        givesWay = now;
    }
}
