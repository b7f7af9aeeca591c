package io.watchfloor.gateway.picture;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.watchfloor.contract.AlertDecision;
import io.watchfloor.contract.EquipmentStatus;
import io.watchfloor.contract.Notice;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.RoadClosure;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.archive.IncidentArchive;
import io.watchfloor.graph.archive.IncidentArchive.StoredIncident;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.decision.Asked;
import io.watchfloor.graph.district.District;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what the graph knows into the picture, at the start and when asked. A graph that is not up yet, or has no district
 * yet, is asked again until it is and has; everything else works meanwhile.
 */
public final class GraphLoader {
    private static final Logger LOG = LoggerFactory.getLogger(GraphLoader.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** How long another import may go unnoticed. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    /** Longer than any report can still be merged into an incident. */
    private static final Duration LOOK_BACK = Duration.ofDays(2);

    /** So much earlier something may have changed than it was told: clocks differ, and reports wait. */
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(10);

    private static final int MAX_INCIDENTS = 1_000_000;
    private static final int MAX_ALERT_DECISIONS = 20_000;

    private final Vertx vertx;
    private final WorkerExecutor workers;
    private final Graph graph;
    private final String world;
    private final Clock clock;
    private final Picture picture;
    private final Consumer<District> districtKnown;
    private final Promise<Void> triedOnce = Promise.promise();
    private boolean incidentsLoaded;
    private boolean complete;
    private boolean complained;
    private boolean closed;
    private String stamp = "";
    private boolean looking;

    /** What is told live as well, so that after the start it is known from there. */
    private record Told(
            List<StoredIncident> incidents,
            List<PersonStatus> statuses,
            List<AlertDecision> alertDecisions,
            List<RoadClosure> closures,
            List<Notice> notices) {}

    /** {@code told} is null when only the district is asked for. */
    private record Loaded(
            String stamp,
            Told told,
            List<EquipmentStatus> equipment,
            District district,
            DispatchProjection projection) {}

    /** Loads {@code world}; {@code districtKnown} is told the district when there is one. */
    public GraphLoader(
            Vertx vertx,
            WorkerExecutor workers,
            Graph graph,
            String world,
            Clock clock,
            Picture picture,
            Consumer<District> districtKnown) {
        this.vertx = vertx;
        this.workers = workers;
        this.graph = graph;
        this.world = world;
        this.clock = clock;
        this.picture = picture;
        this.districtKnown = districtKnown;
    }

    /** Begins to load; done after the first attempt, whether or not it succeeded. */
    public Future<Void> start() {
        load();
        return triedOnce.future();
    }

    /** Whether everything the graph knows is in the picture. */
    public boolean isComplete() {
        return complete;
    }

    /** Looks whether another district, or another state of it, was imported since, and takes it over. */
    public void lookAgain() {
        if (!complete || looking || closed) {
            return;
        }
        looking = true;
        workers.executeBlocking(() -> graph.readDistrictStamp().equals(stamp) ? null : read(false), false)
                .onComplete(looked -> {
                    looking = false;
                    if (looked.succeeded() && looked.result() != null && !closed) {
                        take(looked.result());
                    }
                });
    }

    /**
     * Takes over again whatever is not closed or has changed since then: of each thing the higher version stays. Fails when
     * the graph does not answer, or was never read yet.
     */
    public Future<Void> reload(Instant since) {
        if (!incidentsLoaded) {
            return Future.failedFuture("the graph has not been read yet");
        }
        Instant now = clock.instant();
        Instant from = (since.isBefore(now) ? since : now).minus(CLOCK_SLACK);
        Instant earliest = now.minus(LOOK_BACK);
        return workers.executeBlocking(() -> readTold(from.isBefore(earliest) ? earliest : from), false)
                .onSuccess(told -> {
                    if (!closed) {
                        take(told);
                    }
                })
                .mapEmpty();
    }

    /** How often {@link #lookAgain} is called. */
    public static Duration lookEvery() {
        return LOOK_EVERY;
    }

    /** Stops asking. */
    public void close() {
        closed = true;
    }

    private void load() {
        if (closed) {
            return;
        }
        boolean withIncidents = !incidentsLoaded;
        workers.executeBlocking(() -> read(withIncidents), false)
                .onSuccess(this::take)
                .onFailure(failure -> complain("the graph cannot be read yet and is asked again", failure))
                .onComplete(attempt -> {
                    triedOnce.tryComplete();
                    if (!complete && !closed) {
                        vertx.setTimer(PAUSE.toMillis(), timer -> load());
                    }
                });
    }

    private Loaded read(boolean withIncidents) {
        if (withIncidents) {
            graph.migrate();
        }
        // Read first: an import that ends between the two is noticed by the next look.
        String read = graph.readDistrictStamp();
        District district = graph.readDistrict();
        return new Loaded(
                read,
                withIncidents ? readTold(clock.instant().minus(LOOK_BACK)) : null,
                // Every time: an import may say what is broken.
                graph.equipmentDesk().list(world),
                district,
                district.people().isEmpty() && district.cells().isEmpty() ? null : Graph.project(district));
    }

    private Told readTold(Instant since) {
        IncidentArchive archive = graph.incidentArchive();
        return new Told(
                archive.listSince(world, since, MAX_INCIDENTS),
                archive.listPersonStatus(world),
                archive.listAlertDecisions(world, since, MAX_ALERT_DECISIONS),
                graph.roadDesk().list(world),
                graph.noticeDesk(Asked.NOW).list(world));
    }

    private void take(Told told) {
        takeIncidents(told.incidents());
        told.statuses().forEach(picture::load);
        told.alertDecisions().forEach(picture::load);
        told.closures().forEach(picture::load);
        told.notices().forEach(picture::load);
        picture.loaded();
    }

    private void take(Loaded loaded) {
        if (!incidentsLoaded) {
            take(loaded.told());
            incidentsLoaded = true;
        }
        loaded.equipment().forEach(picture::load);
        if (loaded.projection() == null) {
            complain("the graph has no district yet; it is asked again", null);
            return;
        }
        picture.locate(loaded.projection());
        districtKnown.accept(loaded.district());
        stamp = loaded.stamp();
        complete = true;
        LOG.info(
                "the district {} is loaded: {} people, {} cells",
                loaded.district().id(),
                loaded.district().people().size(),
                loaded.district().cells().size());
    }

    /** Oldest first, so that of the closed ones the newest stay; those that have made room already do not come back. */
    private void takeIncidents(List<StoredIncident> newestFirst) {
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            StoredIncident stored = newestFirst.get(i);
            if (isOverAndGone(stored)) {
                continue;
            }
            Stream.of(stored.observed(), stored.decision())
                    .filter(Objects::nonNull)
                    .forEach(picture::load);
            stored.assignments().forEach(picture::load);
        }
        LOG.info("{} incidents are loaded from the graph", newestFirst.size());
    }

    private boolean isOverAndGone(StoredIncident stored) {
        return stored.decision() != null
                && !stored.decision().state().isOpen()
                && picture.hasLeft(stored.decision().incidentId());
    }

    private void complain(String what, Throwable failure) {
        if (!complained) {
            LOG.warn(failure == null ? "{}" : "{}: {}", what, failure == null ? null : failure.getMessage());
            complained = true;
        }
    }
}
