package io.watchfloor.gateway.intake;

import io.vertx.core.Future;
import io.watchfloor.contract.Channels;
import io.watchfloor.contract.DeadLetter;
import io.watchfloor.contract.ReportProblem;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.redis.StreamAppender;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what was refused, so that it can be mended and fed again; see {@link DeadLetterRoom} for how much. */
public final class DeadLetters {
    /** So many wait to be written at most, 11 MB of them. */
    public static final int MOST_WAITING = 500;

    /** Raw bytes past this many are cut off. */
    static final int MAX_RAW_BYTES = 16 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final String world;
    private final StreamAppender appender;
    private final int kept;
    private final Clock clock;
    private final GatewayMetrics metrics;

    /** Keeps about {@code kept} entries; the {@code appender} is for them alone, so that nothing else waits behind them. */
    public DeadLetters(String world, StreamAppender appender, int kept, Clock clock, GatewayMetrics metrics) {
        this.world = world;
        this.appender = appender;
        this.kept = kept;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Keeps one.
     *
     * @param stage {@code intake} or {@code feed}
     * @param source null when it could not be read
     * @return fails when it could not be written; then it is in the log only by its reason
     */
    public Future<Void> keep(String stage, String source, ReportProblem problem, byte[] raw) {
        byte[] bytes = raw.length > MAX_RAW_BYTES ? Arrays.copyOf(raw, MAX_RAW_BYTES) : raw;
        DeadLetter letter = new DeadLetter(
                world,
                stage,
                source,
                problem.reason(),
                problem.field(),
                problem.detail(),
                Base64.getEncoder().encodeToString(bytes),
                clock.instant());
        return appender.append(Channels.DEAD_LETTER, kept, letter)
                .onSuccess(written -> metrics.deadLetter(stage, problem.reason()))
                .onFailure(failure -> {
                    metrics.deadLetterLost();
                    LOG.warn("a refused report ({}) could not be kept: {}", problem.reason(), failure.getMessage());
                });
    }
}
