package io.watchfloor.gateway.ledger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.watchfloor.contract.Report;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.health.HealthWatch;
import io.watchfloor.gateway.health.Heartbeat;
import io.watchfloor.gateway.journal.JournalReader;
import io.watchfloor.gateway.journal.ReportJournal;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the journal with the graph by report id and feeds again what the graph does not have. Reports so young that
 * they may still be on their way are left out; one that is fed again though it was only late does no harm, since the
 * pipeline knows it. One run at a time. Belongs to one event loop.
 */
public final class Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final int AT_ONCE = 1_000;
    private static final Duration ON_THE_WAY = Duration.ofSeconds(15);
    /** While the pipeline is further behind than this, nothing more is fed again. */
    private static final long BUSY_MILLIS = 5_000;

    private static final long PAUSE_MILLIS = 500;

    private final Vertx vertx;
    private final WorkerExecutor thread;
    private final ReportJournal journal;
    private final FeedAgain feed;
    private final GraphCalls graph;
    private final HealthWatch parts;
    private final String world;
    private final Clock clock;
    private final GatewayMetrics metrics;
    private Reconciliation last = Reconciliation.NONE;
    private boolean due;

    /** Compares this journal; {@code null} when there is none. */
    public Reconciler(
            Vertx vertx,
            ReportJournal journal,
            FeedAgain feed,
            GraphCalls graph,
            HealthWatch parts,
            String world,
            Clock clock,
            GatewayMetrics metrics) {
        this.vertx = vertx;
        this.thread = vertx.createSharedWorkerExecutor("reconcile", 1, 1, TimeUnit.MINUTES);
        this.journal = journal;
        this.feed = feed;
        this.graph = graph;
        this.parts = parts;
        this.world = world;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** The last run, or the one under way. */
    public Reconciliation last() {
        return last;
    }

    /** Whether a run can begin now: there is a journal, everything answers, and none is under way. */
    public boolean canRun() {
        return journal != null
                && !"running".equals(last.state())
                && parts.isUp("redis")
                && parts.isUp("graph")
                && parts.isUp("pipeline");
    }

    /** Runs over this much of the past as soon as it can. */
    public void runSoon() {
        due = true;
    }

    /** Begins the run that is due, if it can. */
    public void look(Duration window) {
        if (due && canRun()) {
            due = false;
            run(window);
        }
    }

    /** Compares what was received within this time; only when {@link #canRun}. */
    public Future<Reconciliation> run(Duration window) {
        Instant now = clock.instant();
        Instant since = now.minus(window);
        long lagMillis = parts.heartbeat()
                .map(beat -> Math.max(beat.lagMillis(), beat.filingLagMillis()))
                .orElse(0L);
        Instant until = now.minus(ON_THE_WAY).minusMillis(lagMillis);
        last = Reconciliation.begun(since, now);
        return thread.executeBlocking(() -> journal.read(since), true)
                .compose(reader -> next(reader, until)
                        .transform(read -> close(reader).map(closed -> {
                            end(reader.torn(), read.cause());
                            return last;
                        })))
                .onFailure(failure -> end(0, failure));
    }

    private Future<Void> next(JournalReader reader, Instant until) {
        return thread.executeBlocking(() -> reader.next(AT_ONCE), true).compose(read -> {
            if (read.isEmpty()) {
                return Future.succeededFuture();
            }
            List<Report> old = read.stream()
                    .filter(report -> report.receivedAt().isBefore(until))
                    .toList();
            return compare(old).compose(compared -> whenNotBusy()).compose(ready -> next(reader, until));
        });
    }

    private Future<Void> compare(List<Report> reports) {
        if (reports.isEmpty()) {
            return Future.succeededFuture();
        }
        List<String> ids = reports.stream().map(Report::id).distinct().toList();
        return graph.read(archive -> archive.listFiledIds(world, ids)).compose(filed -> {
            List<Report> missing = firstOfEach(reports, Set.copyOf(filed));
            if (missing.isEmpty()) {
                last = last.more(reports.size(), 0, 0);
                return Future.succeededFuture();
            }
            return feed.again(missing).map(unheard -> {
                last = last.more(reports.size(), missing.size(), unheard);
                metrics.fedAgain(missing.size());
                return null;
            });
        });
    }

    /** What came first under an id counts: another content under the same id was refused. */
    private static List<Report> firstOfEach(List<Report> reports, Set<String> filed) {
        Set<String> known = new HashSet<>(filed);
        List<Report> missing = new ArrayList<>();
        for (Report report : reports) {
            if (known.add(report.id())) {
                missing.add(report);
            }
        }
        return missing;
    }

    private Future<Void> whenNotBusy() {
        boolean busy = parts.heartbeat().map(Heartbeat::lagMillis).orElse(0L) > BUSY_MILLIS;
        return busy ? vertx.timer(PAUSE_MILLIS).compose(later -> whenNotBusy()) : Future.succeededFuture();
    }

    private Future<Void> close(JournalReader reader) {
        return thread.executeBlocking(
                () -> {
                    try {
                        reader.close();
                    } catch (IOException e) {
                        LOG.warn("a file of the journal could not be closed: {}", e.getMessage());
                    }
                    return null;
                },
                true);
    }

    private void end(long torn, Throwable failure) {
        last = last.ended(clock.instant(), torn, failure == null ? null : String.valueOf(failure.getMessage()));
        if (failure != null) {
            LOG.warn("the journal could not be compared with the graph: {}", failure.getMessage());
        } else if (last.missing() > 0) {
            LOG.warn(
                    "of {} acknowledged reports {} were not in the graph, {} of them unknown to the streams; fed again",
                    last.compared(),
                    last.missing(),
                    last.lostBeforeStream());
        } else {
            LOG.info("of {} acknowledged reports none is missing in the graph", last.compared());
        }
    }
}
