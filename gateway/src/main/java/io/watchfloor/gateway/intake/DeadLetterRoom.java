package io.watchfloor.gateway.intake;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.watchfloor.contract.Channels;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.redis.RedisLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much of Redis's memory refused entries may take: a feed that sends nothing but what is refused must not leave good
 * reports without room. The oldest leave first, and are counted. Taking away needs no memory, so that it works in a Redis
 * that is full.
 */
public final class DeadLetterRoom {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterRoom.class);
    private static final long BYTES_PER_MEGABYTE = 1024L * 1024;
    /** So much of the room is filled again after a trim, so that the next entry does not bring on another. */
    private static final double LEFT = 0.9;

    private final RedisLink redis;
    private final long mostBytes;
    private final GatewayMetrics metrics;

    /** So many megabytes at most, as Redis reckons them. */
    public DeadLetterRoom(RedisLink redis, int mostMegabytes, GatewayMetrics metrics) {
        this.redis = redis;
        this.mostBytes = mostMegabytes * BYTES_PER_MEGABYTE;
        this.metrics = metrics;
    }

    /** Looks, and takes the oldest away when there are too many; the number that left. */
    public Future<Long> look() {
        return redis.send(Request.cmd(Command.MEMORY)
                        .arg("USAGE")
                        .arg(Channels.DEAD_LETTER)
                        .arg("SAMPLES")
                        .arg(0))
                .map(usage -> usage == null ? 0 : usage.toLong())
                .compose(bytes -> bytes <= mostBytes ? Future.succeededFuture(0L) : trim(bytes));
    }

    /** To as many entries of their average size as have room. */
    private Future<Long> trim(long bytes) {
        return redis.send(Request.cmd(Command.XLEN).arg(Channels.DEAD_LETTER))
                .compose(entries -> trimTo((long) (LEFT * entries.toLong() * mostBytes / bytes)));
    }

    private Future<Long> trimTo(long entries) {
        return redis.send(Request.cmd(Command.XTRIM)
                        .arg(Channels.DEAD_LETTER)
                        .arg("MAXLEN")
                        .arg(entries))
                .map(gone -> {
                    metrics.deadLettersGivenUp(gone.toLong());
                    LOG.warn("refused entries take more than {} bytes; the oldest {} left", mostBytes, gone.toLong());
                    return gone.toLong();
                });
    }
}
