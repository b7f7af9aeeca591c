package io.watchfloor.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.AbsenceReason;
import io.watchfloor.gateway.access.AccessHandler;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.graph.decision.DeskResult;
import java.time.DateTimeException;
import java.time.Instant;

/** {@code /people/{id}/availability}: signing somebody off, and on again. */
final class AvailabilityHandler {
    private final String world;
    private final GraphCalls graph;

    AvailabilityHandler(String world, GraphCalls graph) {
        this.world = world;
        this.graph = graph;
    }

    void set(RoutingContext ctx) {
        String personId = ctx.pathParam("personId");
        String actor = AccessHandler.actorOf(ctx);
        JsonNode body = Requests.body(ctx);
        if (body.path("available").asBoolean()) {
            answer(ctx, graph.decide("sign-on", desk -> desk.signOn(world, personId, actor)));
            return;
        }
        String code = Requests.text(body, "reason");
        if (code == null) {
            Answers.problem(ctx, KnownProblem.REASON_MISSING);
            return;
        }
        Instant until;
        try {
            until = Requests.time(body, "until");
        } catch (DateTimeException e) {
            Answers.problem(ctx, KnownProblem.UNTIL_MALFORMED);
            return;
        }
        AbsenceReason reason = AbsenceReason.valueOf(code);
        String note = Requests.text(body, "note");
        answer(ctx, graph.decide("sign-off", desk -> desk.signOff(world, personId, reason, note, until, actor)));
    }

    private static void answer(RoutingContext ctx, Future<DeskResult> decided) {
        decided.onFailure(ctx::fail).onSuccess(result -> {
            if (result.isDone()) {
                Answers.json(ctx, 200, result.person());
            } else {
                DeskAnswers.refused(ctx, result);
            }
        });
    }
}
