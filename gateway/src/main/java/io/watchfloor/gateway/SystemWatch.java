package io.watchfloor.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.watchfloor.contract.live.Health;
import io.watchfloor.gateway.alarm.AlarmWatch;
import io.watchfloor.gateway.alarm.Figures;
import io.watchfloor.gateway.alarm.Machine;
import io.watchfloor.gateway.audit.AuditAnchors;
import io.watchfloor.gateway.health.HealthWatch;
import io.watchfloor.gateway.health.Heartbeat;
import io.watchfloor.gateway.journal.ReportJournal;
import io.watchfloor.gateway.ledger.Ledger;
import io.watchfloor.gateway.ledger.Reconciler;
import io.watchfloor.gateway.ledger.RedisFigures;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.picture.PictureFeed;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Looks once a second at everything that may go wrong with the system itself, and has the journal compared when the
 * gateway has started and whenever a stream was found cut or begun anew.
 */
final class SystemWatch {
    private static final Duration ANSWERS = Duration.ofSeconds(1);

    /** What it looks at; the journal is null when there is none. */
    record Watched(
            HealthWatch parts,
            RedisFigures redis,
            Ledger ledger,
            AlarmWatch alarms,
            Reconciler reconciler,
            ReportJournal journal,
            AuditAnchors audit,
            PictureFeed picture,
            GatewayMetrics metrics) {}

    private final Watched watched;
    private final Settings settings;
    private final Machine machine;
    private final WorkerExecutor disks;
    private final Map<String, Path> folders;
    private Map<String, Figures.Space> spaces = Map.of();
    private boolean askingDisks;
    private long losses;

    SystemWatch(Vertx vertx, Settings settings, Watched watched, Clock clock) {
        this.watched = watched;
        this.settings = settings;
        this.machine = new Machine(clock);
        this.folders = foldersOf(settings);
        this.disks = vertx.createSharedWorkerExecutor("disks", 1, 1, TimeUnit.MINUTES);
        watched.reconciler().runSoon();
    }

    /** Asks Redis, and looks when it has answered or has not; one that keeps silent must not hold up the alarm about it. */
    void look() {
        askDisks();
        watched.redis()
                .look()
                .timeout(ANSWERS.toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(asked -> {
                    watched.ledger().look();
                    watched.alarms().look(figures());
                    reconcileAfterLoss();
                    watched.reconciler().look(settings.journal().compared());
                });
    }

    /** The health of the parts with stages and alarms. */
    Health health() {
        return watched.parts()
                .health()
                .with(watched.ledger().stages(), watched.alarms().alarms());
    }

    private Figures figures() {
        ReportJournal journal = watched.journal();
        return new Figures(
                watched.ledger().stages(),
                watched.parts().heartbeat().orElse(null),
                watched.parts().silentMillis(),
                watched.picture().losses(),
                watched.audit().isBroken(),
                journal != null && journal.isFailing(),
                spaces,
                Map.of(
                        "gateway",
                        Machine.heapPercent(),
                        "redis",
                        watched.redis().memoryPercent()),
                watched.metrics().queuePercents(),
                machine.clockJumpMillis(),
                watched.redis().clockAheadMillis());
    }

    /** A stream that was cut or begun anew has lost something, however little. */
    private void reconcileAfterLoss() {
        long now = watched.picture().losses()
                + watched.parts().heartbeat().map(Heartbeat::losses).orElse(0L);
        if (now > losses) {
            watched.reconciler().runSoon();
        }
        losses = now;
    }

    private void askDisks() {
        if (askingDisks || folders.isEmpty()) {
            return;
        }
        askingDisks = true;
        disks.executeBlocking(() -> Machine.spacesOf(folders), false).onComplete(answer -> {
            askingDisks = false;
            spaces = answer.succeeded() ? answer.result() : Map.of();
        });
    }

    /** Everything that is written to on this machine, as far as this gateway was told. */
    private static Map<String, Path> foldersOf(Settings settings) {
        Map<String, Path> folders = new LinkedHashMap<>();
        if (settings.journal().folder() != null) {
            folders.put("journal", settings.journal().folder());
        }
        folders.putAll(settings.disks());
        if (settings.photoFolder() != null) {
            folders.put("photos", settings.photoFolder());
        }
        return folders;
    }
}
