package io.watchfloor.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.gateway.access.AccessHandler;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.desk.DutyDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** {@code /incidents/{id}/type, grade, place, split, join, unjoin}: an officer's word on what an incident is. */
final class CorrectionsHandler {
    private final String world;
    private final Picture picture;
    private final GraphCalls graph;
    private final IncidentLookup lookup;

    /** A correction that the pipeline will carry out; {@code incidentId} is the new one, of a split. */
    record Accepted(String correctionId, String incidentId) {}

    CorrectionsHandler(String world, Picture picture, GraphCalls graph) {
        this.world = world;
        this.picture = picture;
        this.graph = graph;
        this.lookup = new IncidentLookup(world, picture, graph);
    }

    void retype(RoutingContext ctx) {
        String actor = AccessHandler.actorOf(ctx);
        String type = Requests.text(Requests.body(ctx), "type");
        correct(ctx, "retype", (desk, incident) -> desk.retype(incident, type, actor));
    }

    void regrade(RoutingContext ctx) {
        String actor = AccessHandler.actorOf(ctx);
        Grade grade = Grade.valueOf(Requests.text(Requests.body(ctx), "grade"));
        correct(ctx, "regrade", (desk, incident) -> desk.regrade(incident, grade, actor));
    }

    void place(RoutingContext ctx) {
        String actor = AccessHandler.actorOf(ctx);
        JsonNode body = Requests.body(ctx);
        Double lat = Requests.decimal(body, "lat");
        Double lon = Requests.decimal(body, "lon");
        String placeId = Requests.text(body, "placeId");
        correct(ctx, "place", (desk, incident) -> desk.place(incident, lat, lon, placeId, actor));
    }

    void split(RoutingContext ctx) {
        String actor = AccessHandler.actorOf(ctx);
        List<String> reportIds = new ArrayList<>();
        Requests.body(ctx).path("reportIds").forEach(id -> reportIds.add(id.asText()));
        correct(ctx, "split", (desk, incident) -> desk.split(incident, reportIds, actor));
    }

    void join(RoutingContext ctx) {
        String id = ctx.pathParam("incidentId");
        String actor = AccessHandler.actorOf(ctx);
        String into = Requests.text(Requests.body(ctx), "into");
        lookup.whenObserved(
                ctx,
                id,
                incident -> lookup.whenObserved(
                        ctx,
                        into,
                        survivor -> decide(ctx, incident, "join", desk -> desk.join(world, id, into, actor))));
    }

    void unjoin(RoutingContext ctx) {
        String id = ctx.pathParam("incidentId");
        String actor = AccessHandler.actorOf(ctx);
        lookup.whenObserved(
                ctx, id, incident -> decide(ctx, incident, "unjoin", desk -> desk.unjoin(world, id, actor)));
    }

    private interface Word {
        DeskResult say(DutyDesk desk, ObservedIncident incident);
    }

    private void correct(RoutingContext ctx, String action, Word word) {
        lookup.whenObserved(
                ctx,
                ctx.pathParam("incidentId"),
                incident -> whenUnchanged(
                        ctx,
                        incident,
                        () -> ask(
                                ctx,
                                action,
                                desk -> word.say(desk, incident),
                                done -> Answers.json(
                                        ctx,
                                        202,
                                        new Accepted(
                                                done.corrected().id(),
                                                done.corrected().movedTo())))));
    }

    /** What has left the picture does not change any more. */
    private void whenUnchanged(RoutingContext ctx, ObservedIncident incident, Runnable then) {
        Optional<IncidentView> shown = picture.findIncident(incident.id());
        if (shown.isEmpty() || IfMatch.holds(ctx, Long.toString(shown.get().version()))) {
            then.run();
        }
    }

    private void decide(
            RoutingContext ctx, ObservedIncident incident, String action, Function<DutyDesk, DeskResult> decision) {
        ask(ctx, action, decision, done -> Answers.json(ctx, 200, picture.join(incident, done.decision())));
    }

    private void ask(
            RoutingContext ctx, String action, Function<DutyDesk, DeskResult> decision, Consumer<DeskResult> then) {
        graph.decide(action, decision).onFailure(ctx::fail).onSuccess(result -> {
            if (result.isDone()) {
                then.accept(result);
            } else {
                DeskAnswers.refused(ctx, result);
            }
        });
    }
}
