package io.watchfloor.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.EndReason;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.gateway.access.AccessHandler;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.desk.DeskClocks;
import io.watchfloor.gateway.desk.DutyClock;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.desk.DutyDesk;
import io.watchfloor.graph.desk.DutyDesk.Offer;
import io.watchfloor.graph.desk.Objection;
import io.watchfloor.graph.equipment.Bringing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Who is sent, who comes by themselves, and the steps that they and the officer take. */
final class AssignmentsHandler {
    private static final Map<String, AssignmentState> STEPS = Map.of(
            "accept", AssignmentState.ACCEPTED,
            "decline", AssignmentState.DECLINED,
            "en-route", AssignmentState.EN_ROUTE,
            "arrive", AssignmentState.ON_SCENE,
            "done", AssignmentState.DONE,
            "leave", AssignmentState.LEFT,
            "recall", AssignmentState.RECALLED);

    private final String world;
    private final Picture picture;
    private final GraphCalls graph;
    private final DutyClock dutyClock;
    private final DeskClocks clocks;
    private final IncidentLookup lookup;
    private final AskedReader askedReader;

    record Assignments(List<Assignment> assignments) {}

    AssignmentsHandler(
            String world,
            Picture picture,
            GraphCalls graph,
            DutyClock dutyClock,
            DeskClocks clocks,
            AskedReader askedReader) {
        this.askedReader = askedReader;
        this.world = world;
        this.picture = picture;
        this.graph = graph;
        this.dutyClock = dutyClock;
        this.clocks = clocks;
        this.lookup = new IncidentLookup(world, picture, graph);
    }

    void list(RoutingContext ctx) {
        Answers.json(
                ctx,
                200,
                new Assignments(picture.listAssignments(
                        ctx.request().getParam("personId"),
                        "true".equals(ctx.request().getParam("active")))));
    }

    void assign(RoutingContext ctx) {
        String id = ctx.pathParam("incidentId");
        String actor = AccessHandler.actorOf(ctx);
        JsonNode body = Requests.body(ctx);
        String personId = Requests.text(body, "personId");
        int tries = body.path("tries").asInt(1);
        lookup.whenObserved(ctx, id, observed -> {
            Duration within = body.hasNonNull("answerSeconds")
                    ? Duration.ofSeconds(body.path("answerSeconds").asLong())
                    : clocks.answerWithin(picture.gradeOf(observed));
            Objection objection = new Objection(picture.objections(id, personId), Requests.text(body, "despite"));
            Offer offer =
                    new Offer(within, tries).with(bringing(body, id, personId)).against(objection);
            answer(
                    ctx,
                    201,
                    objection.reasons(),
                    graph.decide("assign", desk -> desk.assign(world, id, personId, offer, actor)));
        });
    }

    /** What the officer chose, or else what the person has at hand for it. */
    private Bringing bringing(JsonNode body, String incidentId, String personId) {
        String chosen = Requests.text(body, "equipmentId");
        return chosen == null ? picture.bringing(incidentId, personId) : new Bringing(List.of(chosen), true);
    }

    void joinIn(RoutingContext ctx) {
        String id = ctx.pathParam("incidentId");
        String actor = AccessHandler.actorOf(ctx);
        JsonNode body = Requests.body(ctx);
        String personId = Requests.text(body, "personId");
        String note = Requests.text(body, "note");
        lookup.whenObserved(ctx, id, observed -> {
            Bringing bringing = picture.bringing(id, personId);
            Objection objection = new Objection(picture.objections(id, personId), Requests.text(body, "despite"));
            askedReader.read(
                    ctx,
                    null,
                    asked -> answer(
                            ctx,
                            201,
                            objection.reasons(),
                            graph.decide(
                                    "join-in",
                                    asked,
                                    desk -> desk.joinIn(world, id, personId, bringing, objection, actor, note))));
        });
    }

    void advance(RoutingContext ctx) {
        String step = ctx.pathParam("step");
        Function<DutyDesk, DeskResult> decision = decisionOf(ctx, step);
        if (decision == null) {
            Answers.problem(ctx, KnownProblem.NOT_FOUND);
        } else {
            String happenedAt = Requests.text(Requests.body(ctx), "happenedAt");
            askedReader.read(
                    ctx, happenedAt, asked -> answer(ctx, 200, List.of(), graph.decide(step, asked, decision)));
        }
    }

    /** Null when there is no such step. */
    private Function<DutyDesk, DeskResult> decisionOf(RoutingContext ctx, String step) {
        String id = ctx.pathParam("assignmentId");
        String actor = AccessHandler.actorOf(ctx);
        if (step.equals("undo")) {
            return desk -> desk.undo(world, id, actor);
        }
        if (step.equals("stop-list")) {
            return desk -> desk.stopList(world, id, actor);
        }
        AssignmentState next = STEPS.get(step);
        if (next == null) {
            return null;
        }
        JsonNode body = Requests.body(ctx);
        String note = Requests.text(body, "note");
        String code = Requests.text(body, "reason");
        EndReason reason = code == null ? null : EndReason.valueOf(code);
        return desk -> desk.advance(world, id, next, reason, actor, note);
    }

    private void answer(RoutingContext ctx, int status, List<Reason> against, Future<DeskResult> decided) {
        decided.onFailure(ctx::fail).onSuccess(result -> {
            if (result.isDone()) {
                Answers.json(ctx, status, result.assignment());
                dutyClock.after(result);
            } else {
                DeskAnswers.refused(ctx, result, against);
            }
        });
    }
}
