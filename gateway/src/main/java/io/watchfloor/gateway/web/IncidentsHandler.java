package io.watchfloor.gateway.web;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.Position;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.gateway.access.AccessHandler;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.graph.archive.IncidentArchive;
import io.watchfloor.graph.archive.IncidentArchive.StoredIncident;
import io.watchfloor.graph.archive.IncidentArchive.TimelineEntry;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.candidate.Dispatcher;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.desk.DutyDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code /incidents}: what is known of each, who could go, and what an officer decides. */
final class IncidentsHandler {
    private static final int REPORTS_SHOWN = 50;
    private static final int LISTED = 8;

    private final String world;
    private final Picture picture;
    private final GraphCalls graph;
    private final Clock clock;
    private final IncidentLookup lookup;

    record Incidents(List<IncidentView> incidents) {}

    record Detail(
            IncidentView incident,
            List<Assignment> assignments,
            List<TimelineEntry> timeline,
            List<FiledReport> reports,
            int reportsMore) {}

    record Reports(List<FiledReport> reports) {}

    /** What the graph knows of one incident. */
    private record Stored(Optional<StoredIncident> incident, List<TimelineEntry> timeline, List<FiledReport> reports) {}

    IncidentsHandler(String world, Picture picture, GraphCalls graph, Clock clock) {
        this.world = world;
        this.picture = picture;
        this.graph = graph;
        this.clock = clock;
        this.lookup = new IncidentLookup(world, picture, graph);
    }

    /** Newest first; {@code before} is the last incident of the page before. */
    void list(RoutingContext ctx) {
        List<IncidentView> all =
                picture.listIncidents(!"all".equals(ctx.request().getParam("state")));
        String before = ctx.request().getParam("before");
        int limit = Requests.number(ctx, "limit", 100);
        Stream<IncidentView> page = all.stream();
        if (before != null) {
            Optional<IncidentView> last = picture.findIncident(before);
            if (last.isEmpty()) {
                Answers.problem(ctx, KnownProblem.PAGE_GONE);
                return;
            }
            page = page.filter(incident -> Picture.NEWEST_FIRST.compare(incident, last.get()) > 0);
        }
        Answers.json(ctx, 200, new Incidents(page.limit(limit).toList()));
    }

    void get(RoutingContext ctx) {
        String id = ctx.pathParam("incidentId");
        graph.read(archive -> read(archive, id)).onFailure(ctx::fail).onSuccess(stored -> detail(id, stored)
                .ifPresentOrElse(
                        detail -> {
                            IfMatch.tag(ctx, Long.toString(detail.incident().version()));
                            Answers.json(ctx, 200, detail);
                        },
                        () -> IncidentLookup.unknown(ctx)));
    }

    void listReports(RoutingContext ctx) {
        String id = ctx.pathParam("incidentId");
        int skip = Requests.number(ctx, "skip", 0);
        int limit = Requests.number(ctx, "limit", REPORTS_SHOWN);
        graph.read(archive -> archive.listReports(world, id, skip, limit))
                .onFailure(ctx::fail)
                .onSuccess(reports -> {
                    if (reports.isEmpty() && picture.findIncident(id).isEmpty()) {
                        IncidentLookup.unknown(ctx);
                    } else {
                        Answers.json(ctx, 200, new Reports(reports));
                    }
                });
    }

    /** While the district is not in memory, or when it is asked for, the graph is asked instead. */
    void candidates(RoutingContext ctx) {
        Optional<ObservedIncident> incident = picture.findObserved(ctx.pathParam("incidentId"));
        if (incident.isEmpty()) {
            IncidentLookup.unknown(ctx);
            return;
        }
        String personId = ctx.request().getParam("person");
        boolean located = incident.get().lat() != null && incident.get().lon() != null;
        if (!located && personId != null) {
            Answers.problem(ctx, KnownProblem.NOT_LOCATED);
            return;
        }
        Future<Candidates> asked = located ? askNear(ctx, incident.get(), personId) : askAnywhere(ctx, incident.get());
        Optional<String> language = CallersLanguage.of(incident.get().summary());
        asked.onFailure(ctx::fail).onSuccess(candidates -> {
            if (personId != null && candidates.asked() == null) {
                PeopleHandler.unknown(ctx);
            } else {
                Answers.json(
                        ctx,
                        200,
                        language.filter(spoken -> located)
                                .map(spoken -> CallersLanguage.prefer(candidates, spoken))
                                .orElse(candidates));
            }
        });
    }

    private Future<Candidates> askNear(RoutingContext ctx, ObservedIncident incident, String personId) {
        int limit = Requests.number(ctx, "limit", LISTED);
        Duration late = Duration.ofMinutes(Requests.number(ctx, "leavesMinutes", 0));
        Dispatcher.Site site = new Dispatcher.Site(
                incident.id(),
                incident.type(),
                incident.lat(),
                incident.lon(),
                listSent(incident.id()),
                picture.answersOf(incident.id()));
        Optional<DispatchProjection> memory = memory(ctx);
        if (memory.isEmpty()) {
            return graph.query(known ->
                    known.graphDispatcher(world).candidates(site, clock.instant(), limit, personId, listPositions()));
        }
        return asOf(graph.run(
                () -> withLeaves(memory.get(), memory.get().candidates(site, clock.instant(), limit, personId), late)));
    }

    /** Nobody can be said to be near, but who is free and able can be told. */
    private Future<Candidates> askAnywhere(RoutingContext ctx, ObservedIncident incident) {
        int limit = Requests.number(ctx, "limit", LISTED);
        Dispatcher.Site nowhere = Dispatcher.Site.nowhere(
                incident.id(), incident.type(), listSent(incident.id()), picture.answersOf(incident.id()));
        Optional<DispatchProjection> memory = memory(ctx);
        if (memory.isEmpty()) {
            return graph.query(
                    known -> known.graphDispatcher(world).unlocated(nowhere, clock.instant(), limit, listPositions()));
        }
        return asOf(graph.run(() -> memory.get().unlocated(nowhere, clock.instant(), limit)));
    }

    /** With how old what is in memory was when it was asked. */
    private Future<Candidates> asOf(Future<Candidates> asked) {
        Instant current = picture.people().currentAt().orElse(null);
        return asked.map(found -> found.asOf(current));
    }

    /** Empty when the graph is to be asked. */
    private Optional<DispatchProjection> memory(RoutingContext ctx) {
        return picture.people().projection().filter(known -> !"graph"
                .equals(ctx.request().getParam("source")));
    }

    private List<Position> listPositions() {
        return picture.people()
                .projection()
                .map(projection -> projection.listAll().stream()
                        .map(DispatchProjection.PersonState::position)
                        .filter(Objects::nonNull)
                        .toList())
                .orElseGet(() -> picture.people().listHeardPositions());
    }

    /** What sending the team leaves thin, when somebody wants to know: it costs more than the rest. */
    private Candidates withLeaves(DispatchProjection projection, Candidates found, Duration late) {
        if (late.isZero() || found.team() == null) {
            return found;
        }
        Set<String> going = new LinkedHashSet<>();
        Set<String> skills = new LinkedHashSet<>();
        found.team().members().forEach(member -> {
            going.add(member.personId());
            skills.addAll(member.covers());
        });
        return found.withLeaves(projection.leaves(going, List.copyOf(skills), found.computedAt(), late));
    }

    void acknowledge(RoutingContext ctx) {
        String id = ctx.pathParam("incidentId");
        String actor = AccessHandler.actorOf(ctx);
        decide(ctx, id, "acknowledge", desk -> desk.acknowledge(world, id, actor));
    }

    void close(RoutingContext ctx) {
        String id = ctx.pathParam("incidentId");
        String actor = AccessHandler.actorOf(ctx);
        String note = Requests.text(Requests.body(ctx), "note");
        decide(ctx, id, "close", desk -> desk.close(world, id, actor, note));
    }

    void reopen(RoutingContext ctx) {
        String id = ctx.pathParam("incidentId");
        String actor = AccessHandler.actorOf(ctx);
        String note = Requests.text(Requests.body(ctx), "note");
        decide(ctx, id, "reopen", desk -> desk.reopen(world, id, actor, note));
    }

    /** The picture hears of the decision a moment later; the answer has it now. */
    private void decide(RoutingContext ctx, String id, String action, Function<DutyDesk, DeskResult> decision) {
        lookup.whenObserved(ctx, id, observed -> graph.decide(action, decision)
                .onFailure(ctx::fail)
                .onSuccess(result -> {
                    if (result.isDone()) {
                        Answers.json(ctx, 200, picture.join(observed, result.decision()));
                    } else {
                        DeskAnswers.refused(ctx, result);
                    }
                }));
    }

    private Stored read(IncidentArchive archive, String id) {
        return new Stored(
                archive.find(world, id),
                archive.listTimeline(world, id),
                archive.listReports(world, id, 0, REPORTS_SHOWN));
    }

    /** What the graph and the picture know together: either may be a moment ahead. */
    private Optional<Detail> detail(String id, Stored stored) {
        ObservedIncident observed = newest(
                stored.incident().map(StoredIncident::observed), picture.findObserved(id), ObservedIncident::version);
        if (observed == null) {
            return Optional.empty();
        }
        IncidentDecision decision = newest(
                stored.incident().map(StoredIncident::decision), picture.findDecision(id), IncidentDecision::version);
        Map<String, Assignment> assignments = new LinkedHashMap<>();
        Stream.concat(
                        stored.incident().map(StoredIncident::assignments).orElse(List.of()).stream(),
                        picture.listAssignmentsOf(id).stream())
                .forEach(sent -> assignments.merge(sent.id(), sent, (a, b) -> a.version() >= b.version() ? a : b));
        return Optional.of(new Detail(
                picture.join(observed, decision),
                List.copyOf(assignments.values()),
                stored.timeline(),
                stored.reports(),
                Math.max(0, observed.reportCount() - stored.reports().size())));
    }

    private List<String> listSent(String incidentId) {
        return picture.listAssignmentsOf(incidentId).stream()
                .filter(assignment -> assignment.state().isActive())
                .map(Assignment::personId)
                .toList();
    }

    private static <T> T newest(Optional<T> a, Optional<T> b, Function<T, Long> version) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.or(() -> b).orElse(null);
        }
        return version.apply(a.get()) >= version.apply(b.get()) ? a.get() : b.get();
    }
}
