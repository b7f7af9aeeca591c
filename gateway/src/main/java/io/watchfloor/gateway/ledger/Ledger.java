package io.watchfloor.gateway.ledger;

import io.watchfloor.contract.live.Health;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.health.HealthWatch;
import io.watchfloor.gateway.health.Heartbeat;
import io.watchfloor.gateway.intake.IntakeService;
import io.watchfloor.gateway.journal.JournaledIntakeLog;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.gateway.redis.StreamId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How many reports are through each stage of their way, and how old the oldest is that is not. Counters are kept where the
 * reports pass anyway; nothing is asked per report. Belongs to one event loop.
 */
public final class Ledger {
    private static final List<String> NAMES =
            List.of("received", "journaled", "streamed", "stream", "picture", "filed", "shown");

    private final IntakeService intake;
    private final JournaledIntakeLog log;
    private final boolean journals;
    private final RedisFigures redis;
    private final HealthWatch parts;
    private final FiledCount filed;
    private final Picture picture;
    private final Supplier<StreamId> shownUpTo;
    private final Clock clock;
    private List<Health.Stage> stages = List.of();

    /**
     * Nothing is counted yet.
     *
     * @param journals whether there is a journal
     * @param shownUpTo the newest entry of the picture stream that the picture has
     */
    public Ledger(
            String world,
            IntakeService intake,
            JournaledIntakeLog log,
            boolean journals,
            RedisFigures redis,
            HealthWatch parts,
            GraphCalls graph,
            Picture picture,
            Supplier<StreamId> shownUpTo,
            Clock clock,
            GatewayMetrics metrics) {
        this.intake = intake;
        this.log = log;
        this.journals = journals;
        this.redis = redis;
        this.parts = parts;
        this.filed = new FiledCount(graph, world);
        this.picture = picture;
        this.shownUpTo = shownUpTo;
        this.clock = clock;
        for (String name : NAMES) {
            metrics.gauge(
                    "watchfloor.stage.reports", "stage", name, () -> stage(name).reports());
            metrics.gauge(
                    "watchfloor.stage.age.seconds",
                    "stage",
                    name,
                    () -> stage(name).ageMillis() / 1000.0);
        }
    }

    /** Counts; to be called once a second, after Redis was asked. */
    public void look() {
        filed.look();
        Optional<Heartbeat> pipeline = parts.heartbeat();
        stages = List.of(
                new Health.Stage("received", intake.received(), intake.oldestMillis()),
                journals
                        ? new Health.Stage("journaled", log.journaled(), log.journalingMillis())
                        : new Health.Stage("journaled", -1, -1),
                new Health.Stage("streamed", log.streamed(), log.streamingMillis()),
                new Health.Stage("stream", redis.streamed(), parts.isUp("redis") ? log.streamingMillis() : -1),
                new Health.Stage(
                        "picture",
                        pipeline.map(Heartbeat::merged).orElse(-1L),
                        pipeline.map(Heartbeat::lagMillis).orElse(-1L)),
                new Health.Stage(
                        "filed",
                        filed.reports(),
                        pipeline.map(Heartbeat::filingLagMillis).orElse(-1L)),
                new Health.Stage("shown", picture.countReports(), shownAgeMillis()));
    }

    /** As they were at the last look. */
    public List<Health.Stage> stages() {
        return stages;
    }

    private long shownAgeMillis() {
        if (!parts.isUp("redis")) {
            return -1;
        }
        StreamId newest = parts.newestPicture();
        return newest.isAfter(shownUpTo.get()) ? Math.max(0, clock.millis() - newest.millis()) : 0;
    }

    private Health.Stage stage(String name) {
        return stages.stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElse(new Health.Stage(name, -1, -1));
    }
}
