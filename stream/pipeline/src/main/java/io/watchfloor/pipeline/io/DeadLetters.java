package io.watchfloor.pipeline.io;

import io.watchfloor.contract.Channels;
import io.watchfloor.contract.DeadLetter;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.MessageKind;
import io.watchfloor.contract.ReportProblem;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.XAddParams;

/** Keeps what was refused, at least once: before its reader moves on. */
final class DeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final String STAGE = "pipeline";

    private final String world;
    private final Clock clock;

    DeadLetters(String world, Clock clock) {
        this.world = world;
        this.clock = clock;
    }

    /** Keeps a stream's entry that could not be read. */
    void keep(RedisClient redis, StreamEntry entry, PoisonEntryException why) {
        LOG.warn("Refused {} of {}: {}", entry.id(), entry.stream(), why.getMessage());
        keep(redis, entry.rawBase64(), why.problem(), why.source());
    }

    /** Keeps anything, with its raw bytes. */
    void keep(RedisClient redis, String rawBase64, ReportProblem problem, String source) {
        DeadLetter letter = new DeadLetter(
                world, STAGE, source, problem.reason(), problem.field(), problem.detail(), rawBase64, clock.instant());
        redis.xadd(
                Channels.DEAD_LETTER,
                XAddParams.xAddParams(),
                Map.of(
                        Channels.KIND_FIELD,
                        MessageKind.DEAD_LETTER.wireName(),
                        Channels.MESSAGE_FIELD,
                        MessageCodec.encode(letter)));
    }
}
