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
 * Brings what the graph knows into the picture, once. A graph that is not up yet, or has no district yet, is asked again
 * until it is and has; everything else works meanwhile.
 */
public final class GraphLoader {
    private static final Logger LOG = LoggerFactory.getLogger(GraphLoader.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** How long another import may go unnoticed. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    /** Longer than any report can still be merged into an incident. */
    private static final Duration LOOK_BACK = Duration.ofDays(2);

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

    private record Loaded(
            String stamp,
            List<StoredIncident> incidents,
            List<PersonStatus> statuses,
            List<AlertDecision> alertDecisions,
            List<RoadClosure> closures,
            List<EquipmentStatus> equipment,
            List<Notice> notices,
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
        IncidentArchive archive = graph.incidentArchive();
        Instant since = clock.instant().minus(LOOK_BACK);
        return new Loaded(
                read,
                withIncidents ? archive.listSince(world, since, MAX_INCIDENTS) : List.of(),
                withIncidents ? archive.listPersonStatus(world) : List.of(),
                withIncidents ? archive.listAlertDecisions(world, since, MAX_ALERT_DECISIONS) : List.of(),
                withIncidents ? graph.roadDesk().list(world) : List.of(),
                // Every time: an import may say what is broken.
                graph.equipmentDesk().list(world),
                withIncidents ? graph.noticeDesk(Asked.NOW).list(world) : List.of(),
                district,
                district.people().isEmpty() && district.cells().isEmpty() ? null : Graph.project(district));
    }

    private void take(Loaded loaded) {
        if (!incidentsLoaded) {
            takeIncidents(loaded.incidents());
            loaded.statuses().forEach(picture::load);
            loaded.alertDecisions().forEach(picture::load);
            loaded.closures().forEach(picture::load);
            loaded.notices().forEach(picture::load);
            picture.loaded();
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

    /** Oldest first, so that of the closed ones the newest stay. */
    private void takeIncidents(List<StoredIncident> newestFirst) {
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            StoredIncident stored = newestFirst.get(i);
            Stream.of(stored.observed(), stored.decision())
                    .filter(Objects::nonNull)
                    .forEach(picture::load);
            stored.assignments().forEach(picture::load);
        }
        LOG.info("{} incidents are loaded from the graph", newestFirst.size());
    }

    private void complain(String what, Throwable failure) {
        if (!complained) {
            LOG.warn(failure == null ? "{}" : "{}: {}", what, failure == null ? null : failure.getMessage());
            complained = true;
        }
    }
}
