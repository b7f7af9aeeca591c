package io.watchfloor.gateway.position;

import io.vertx.core.Future;
import io.watchfloor.contract.Channels;
import io.watchfloor.contract.Position;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.picture.People;
import io.watchfloor.gateway.redis.StreamAppender;
import io.watchfloor.graph.access.DeviceRegister.Known;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/**
 * Takes positions of people who are at work: on shift, or sent somewhere. Whoever is neither is nobody's business, and
 * their position goes nowhere. Belongs to one event loop.
 */
public final class Positions {
    private static final int POSITIONS_KEPT = 20_000;

    private final String world;
    private final People people;
    private final StreamAppender appender;
    private final GatewayMetrics metrics;
    private final Clock clock;

    /** What became of a position. */
    public enum Outcome {
        /** Taken. */
        TAKEN,
        /** Its owner is not at work; it was not kept. */
        OFF_DUTY,
        /** Too old to say anything; it was not kept. */
        OLD
    }

    /** Takes positions of this world. */
    public Positions(String world, People people, StreamAppender appender, GatewayMetrics metrics, Clock clock) {
        this.world = world;
        this.people = people;
        this.appender = appender;
        this.metrics = metrics;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Takes what a phone told; fails when it cannot be written. */
    Future<Outcome> take(PhoneFix fix, Known device, String source) {
        if (FixRules.isOld(fix, now())) {
            return counted(source, Outcome.OLD);
        }
        double[] where = device.gcj02() ? Gcj02.toWgs84(fix.lat(), fix.lon()) : new double[] {fix.lat(), fix.lon()};
        return take(
                new Position(
                        world,
                        device.personId(),
                        where[0],
                        where[1],
                        fix.accuracyMeters(),
                        fix.at(),
                        source,
                        fix.speedMetersPerSecond(),
                        fix.batteryPercent()),
                source);
    }

    /** Takes a position; fails when it cannot be written. */
    public Future<Outcome> take(Position position, String source) {
        if (!people.isAtWork(position.personId())) {
            return counted(source, Outcome.OFF_DUTY);
        }
        return appender.append(Channels.position(world), POSITIONS_KEPT, position)
                .compose(written -> counted(source, Outcome.TAKEN));
    }

    /**
     * Counts what was refused. It is not kept as other refused input is: the next follows in seconds, and it names the
     * device.
     */
    public void refused(String source, String reason) {
        metrics.position(source, reason);
    }

    private Future<Outcome> counted(String source, Outcome outcome) {
        metrics.position(source, outcome.name().toLowerCase(Locale.ROOT));
        return Future.succeededFuture(outcome);
    }
}
