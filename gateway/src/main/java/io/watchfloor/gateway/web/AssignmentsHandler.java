package io.watchfloor.gateway.web;

import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.gateway.access.AccessHandler;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.Failures;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.picture.Picture;
import java.util.List;
import java.util.Map;

/** {@code /assignments}: the steps a responder takes, and an officer's recall. */
final class AssignmentsHandler {
    private static final Map<String, AssignmentState> STEPS = Map.of(
            "accept", AssignmentState.ACCEPTED,
            "decline", AssignmentState.DECLINED,
            "en-route", AssignmentState.EN_ROUTE,
            "arrive", AssignmentState.ON_SCENE,
            "done", AssignmentState.DONE,
            "recall", AssignmentState.RECALLED);

    private final String world;
    private final Picture picture;
    private final GraphCalls graph;

    record Assignments(List<Assignment> assignments) {}

    AssignmentsHandler(String world, Picture picture, GraphCalls graph) {
        this.world = world;
        this.picture = picture;
        this.graph = graph;
    }

    void list(RoutingContext ctx) {
        Answers.json(
                ctx,
                200,
                new Assignments(picture.listAssignments(
                        ctx.request().getParam("personId"),
                        "true".equals(ctx.request().getParam("active")))));
    }

    void advance(RoutingContext ctx) {
        String id = ctx.pathParam("assignmentId");
        AssignmentState next = STEPS.get(ctx.pathParam("step"));
        if (next == null) {
            Answers.problem(ctx, Failures.ofStatus(404));
            return;
        }
        String actor = AccessHandler.actorOf(ctx);
        String note = Requests.text(Requests.body(ctx), "note");
        graph.decide(ctx.pathParam("step"), desk -> desk.advance(world, id, next, actor, note))
                .onFailure(ctx::fail)
                .onSuccess(result -> {
                    if (result.isDone()) {
                        Answers.json(ctx, 200, result.assignment());
                    } else {
                        DeskAnswers.refused(ctx, result);
                    }
                });
    }
}
