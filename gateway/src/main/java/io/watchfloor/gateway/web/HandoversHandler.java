package io.watchfloor.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.gateway.access.AccessHandler;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.desk.DeskClocks;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.desk.HandoverStep;
import java.time.Duration;
import java.util.Locale;

/** {@code /incidents/…/handover}: another department has it, and what becomes of it there. */
final class HandoversHandler {
    private final String world;
    private final Picture picture;
    private final GraphCalls graph;
    private final DeskClocks clocks;
    private final IncidentLookup lookup;

    HandoversHandler(String world, Picture picture, GraphCalls graph, DeskClocks clocks) {
        this.world = world;
        this.picture = picture;
        this.graph = graph;
        this.clocks = clocks;
        this.lookup = new IncidentLookup(world, picture, graph);
    }

    void handOver(RoutingContext ctx) {
        String id = ctx.pathParam("incidentId");
        String actor = AccessHandler.actorOf(ctx);
        JsonNode body = Requests.body(ctx);
        String organizationId = Requests.text(body, "organizationId");
        String reason = Requests.text(body, "reason");
        Duration chosen = minutes(body);
        lookup.whenObserved(ctx, id, observed -> {
            Duration within =
                    chosen == null ? clocks.handoverWithin(organizationId, picture.gradeOf(observed)) : chosen;
            answer(
                    ctx,
                    observed,
                    graph.decide("hand-over", desk -> desk.handOver(world, id, organizationId, within, reason, actor)));
        });
    }

    void advance(RoutingContext ctx) {
        String id = ctx.pathParam("incidentId");
        String actor = AccessHandler.actorOf(ctx);
        JsonNode body = Requests.body(ctx);
        String name = ctx.pathParam("handoverStep");
        HandoverStep step = HandoverStep.valueOf(name.toUpperCase(Locale.ROOT));
        String reason = Requests.text(body, "reason");
        Duration more = minutes(body);
        lookup.whenObserved(
                ctx,
                id,
                observed -> answer(
                        ctx,
                        observed,
                        graph.decide("handover-" + name, desk -> desk.handover(world, id, step, more, reason, actor))));
    }

    /** Null when none are given. */
    private static Duration minutes(JsonNode body) {
        return body.hasNonNull("minutes")
                ? Duration.ofMinutes(body.path("minutes").asLong())
                : null;
    }

    private void answer(RoutingContext ctx, ObservedIncident observed, Future<DeskResult> decided) {
        decided.onFailure(ctx::fail).onSuccess(result -> {
            if (result.isDone()) {
                Answers.json(ctx, 200, picture.join(observed, result.decision()));
            } else {
                DeskAnswers.refused(ctx, result);
            }
        });
    }
}
