package io.watchfloor.drill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchfloor.contract.Json;
import io.watchfloor.drill.FeedSettings.Colleagues;
import io.watchfloor.drill.feed.ReportFeed;
import io.watchfloor.drill.gateway.GatewayClient;
import io.watchfloor.drill.gateway.LiveLink;
import io.watchfloor.drill.gateway.LivePicture;
import io.watchfloor.drill.officer.SimulatedOfficer;
import io.watchfloor.drill.responder.Conduct;
import io.watchfloor.drill.responder.Crew;
import io.watchfloor.drill.responder.Deed;
import io.watchfloor.drill.scenario.Scenario;
import io.watchfloor.drill.town.RoadMap;
import io.watchfloor.drill.town.Town;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running simulation: one thread that reports, and one loop on which everybody else lives. */
final class Simulation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Simulation.class);
    private static final Duration TICK = Duration.ofMillis(500);

    /** Nobody acts on an older picture. */
    private static final Duration STALE = Duration.ofSeconds(15);

    private static final int MOST_REQUESTS = 24;
    private static final String RESPONDER_SUFFIX = "（模拟）";

    private final GatewayClient gateway;
    private final Clock clock;
    private final boolean withOfficer;
    private final boolean withCrew;
    private final LivePicture picture = new LivePicture();
    private final Semaphore requests = new Semaphore(MOST_REQUESTS);
    private final ScheduledExecutorService loop;
    private final LiveLink link;
    private final Crew crew;
    private final SimulatedOfficer officer;
    private final Thread reporting;

    Simulation(FeedSettings settings, Town town, GatewayClient gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
        withOfficer = settings.colleagues() == Colleagues.ALL;
        withCrew = settings.colleagues() != Colleagues.NONE;
        loop = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "simulation"));
        RoadMap roads = new RoadMap(town);
        Instant start = clock.instant();
        link = new LiveLink(gateway, loop, picture::accept);
        crew = new Crew(new Conduct(roads, settings.seed(), settings.travelSpeedUp()), town);
        officer = new SimulatedOfficer(gateway, loop, settings.seed());
        Scenario scenario = new Scenario(town, roads, settings.seed(), start, settings.pace());
        reporting = daemon(new ReportFeed(scenario, gateway, clock, start), "reports");
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    void start() {
        reporting.start();
        if (withCrew) {
            link.open();
            var unused = loop.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void tick() {
        try {
            Instant now = clock.instant();
            if (picture.isFresh(now, STALE)) {
                crew.act(picture, now).forEach(this::make);
                if (withOfficer) {
                    officer.act(picture, now);
                }
            }
        } catch (RuntimeException e) {
            LOG.error("one tick of the simulation failed, the next will be tried", e);
        }
    }

    /** A deed for which no request is free is left out: positions come again, and so do steps. */
    private void make(Deed deed) {
        if (!requests.tryAcquire()) {
            return;
        }
        String path;
        ObjectNode body = Json.mapper().createObjectNode();
        String actor;
        if (deed instanceof Deed.Step step) {
            path = "/assignments/" + step.assignmentId() + "/" + step.verb();
            actor = actorOf(step);
            if (step.note() != null) {
                body.put("note", step.note());
            }
        } else {
            Deed.Move move = (Deed.Move) deed;
            path = "/people/" + move.personId() + "/position";
            actor = "simulator";
            body.put("lat", move.at().lat()).put("lon", move.at().lon());
            body.put("accuracyMeters", 8).put("at", clock.instant().toString()).put("source", "simulator");
        }
        var unused = gateway.post(path, GatewayClient.JSON, body.toString(), actor)
                .thenAccept(answer -> {
                    requests.release();
                    if (!answer.isDone()) {
                        LOG.debug("{} answered {}: {}", path, answer.status(), answer.body());
                    }
                });
    }

    private String actorOf(Deed.Step step) {
        return picture.activeByPerson().values().stream()
                .filter(assignment -> assignment.id().equals(step.assignmentId()))
                .flatMap(assignment ->
                        picture.people().stream().filter(person -> person.id().equals(assignment.personId())))
                .map(person -> person.nameZh() + RESPONDER_SUFFIX)
                .findFirst()
                .orElse("simulator");
    }

    @Override
    public void close() {
        link.close();
        loop.shutdownNow();
        reporting.interrupt();
        try {
            reporting.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
