package io.watchfloor.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.Assignment;
import io.watchfloor.gateway.access.AccessHandler;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.plan.AutomaticSender;
import io.watchfloor.gateway.plan.LivePlan;
import io.watchfloor.gateway.plan.PlanSender;
import io.watchfloor.gateway.plan.PlanSender.Sent;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.plan.AutomaticSending.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code /plan}: the joint plan, sending a team of it, and which areas send by themselves. */
final class PlanHandler {
    private final Supplier<LivePlan> plan;
    private final PlanSender sender;
    private final AutomaticSender automatic;
    private final IncidentLookup lookup;

    record Settings(List<Setting> areas) {}

    record Refused(String personId, String type, String detail, String heldBy) {}

    record Answer(List<Assignment> sent, List<Refused> refused) {}

    PlanHandler(Supplier<LivePlan> plan, PlanSender sender, AutomaticSender automatic, IncidentLookup lookup) {
        this.plan = plan;
        this.sender = sender;
        this.automatic = automatic;
        this.lookup = lookup;
    }

    void get(RoutingContext ctx) {
        Answers.json(ctx, 200, plan.get());
    }

    /** What could be sent is sent; the answer says of each of the others why not. */
    void send(RoutingContext ctx) {
        String incidentId = ctx.pathParam("incidentId");
        String actor = AccessHandler.actorOf(ctx);
        List<String> personIds = new ArrayList<>();
        for (JsonNode person : Requests.body(ctx).path("personIds")) {
            personIds.add(person.asText());
        }
        lookup.whenObserved(ctx, incidentId, observed -> sender.send(incidentId, personIds, 1, actor)
                .onFailure(ctx::fail)
                .onSuccess(sent -> Answers.json(ctx, 200, answer(ctx, sent))));
    }

    void listAutomatic(RoutingContext ctx) {
        automatic.list().onFailure(ctx::fail).onSuccess(areas -> Answers.json(ctx, 200, new Settings(areas)));
    }

    void setAutomatic(RoutingContext ctx) {
        JsonNode body = Requests.body(ctx);
        String areaId = ctx.pathParam("areaId");
        if (!automatic.isArea(areaId)) {
            Answers.problem(ctx, KnownProblem.AREA_UNKNOWN, Map.of("area", areaId));
            return;
        }
        String reason = Requests.text(body, "reason");
        if (reason == null) {
            Answers.problem(ctx, KnownProblem.REASON_MISSING);
            return;
        }
        automatic
                .set(areaId, body.path("on").asBoolean(), AccessHandler.actorOf(ctx), reason)
                .onFailure(ctx::fail)
                .onSuccess(setting -> Answers.json(ctx, 200, setting));
    }

    private static Answer answer(RoutingContext ctx, List<Sent> all) {
        List<Assignment> sent = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (Sent one : all) {
            DeskResult result = one.result();
            if (result.isDone()) {
                sent.add(result.assignment());
            } else {
                refused.add(new Refused(
                        one.personId(),
                        DeskAnswers.typeOf(result.refusal()),
                        DeskAnswers.sentence(ctx, result),
                        result.heldBy()));
            }
        }
        return new Answer(sent, refused);
    }
}
