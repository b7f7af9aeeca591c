package io.watchfloor.gateway.intake;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.watchfloor.contract.Channels;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.redis.RedisLink;
import java.util.List;
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
    /** Trimming is in whole nodes of the stream and would otherwise begin again with the next entry. */
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
        return redis.batch(List.of(
                        Request.cmd(Command.MEMORY)
                                .arg("USAGE")
                                .arg(Channels.DEAD_LETTER)
                                .arg("SAMPLES")
                                .arg(0),
                        Request.cmd(Command.XLEN).arg(Channels.DEAD_LETTER)))
                .compose(answers -> {
                    long bytes = answers.get(0) == null ? 0 : answers.get(0).toLong();
                    long entries = answers.get(1).toLong();
                    return bytes <= mostBytes ? Future.succeededFuture(0L) : trimTo(kept(entries, bytes, mostBytes));
                });
    }

    /** How many entries of their average size have room. */
    static long kept(long entries, long bytes, long mostBytes) {
        return (long) (LEFT * entries * mostBytes / bytes);
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
