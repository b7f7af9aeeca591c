package io.watchfloor.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.AlarmHealth;
import io.watchfloor.contract.Alert;
import io.watchfloor.contract.AlertDecision;
import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.Measure;
import io.watchfloor.gateway.access.AccessHandler;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.picture.Alerts;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.desk.DutyDesk;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code /alerts} and {@code /measures}: what is rising, the evidence, who keeps it silent, and how we do. */
final class AlertsHandler {
    /** The newest of an alert's evidence is enough to judge it by. */
    private static final int MAX_EVIDENCE = 5_000;

    private final String world;
    private final Picture picture;
    private final GraphCalls graph;

    record Listed(List<Alert> alerts, List<AlertDecision> decisions) {}

    record One(Alert alert, AlertDecision decision) {}

    record Reports(List<FiledReport> reports) {}

    record Measured(List<Measure> measures, AlarmHealth alarmHealth) {}

    AlertsHandler(String world, Picture picture, GraphCalls graph) {
        this.world = world;
        this.picture = picture;
        this.graph = graph;
    }

    void list(RoutingContext ctx) {
        Alerts known = picture.alerts();
        List<Alert> alerts = known.list(!"all".equals(ctx.request().getParam("state")));
        List<AlertDecision> decisions = alerts.stream()
                .flatMap(alert -> known.findDecision(alert.id()).stream())
                .toList();
        Answers.json(ctx, 200, new Listed(alerts, decisions));
    }

    void get(RoutingContext ctx) {
        find(ctx)
                .ifPresent(alert -> Answers.json(
                        ctx,
                        200,
                        new One(alert, picture.alerts().findDecision(alert.id()).orElse(null))));
    }

    /** Those that are not filed yet come a moment later. */
    void listReports(RoutingContext ctx) {
        int limit = Requests.number(ctx, "limit", 100);
        find(ctx).ifPresent(alert -> {
            List<String> ids = newest(alert.reportIds());
            graph.read(archive -> archive.listReports(world, ids).stream()
                            .limit(limit)
                            .toList())
                    .onFailure(ctx::fail)
                    .onSuccess(reports -> Answers.json(ctx, 200, new Reports(reports)));
        });
    }

    void snooze(RoutingContext ctx) {
        String actor = AccessHandler.actorOf(ctx);
        JsonNode body = Requests.body(ctx);
        int minutes = body.path("minutes").asInt();
        String reason = Requests.text(body, "reason");
        find(ctx)
                .ifPresent(
                        alert -> decide(ctx, "snooze", desk -> desk.snooze(world, alert.id(), minutes, reason, actor)));
    }

    void unsnooze(RoutingContext ctx) {
        String actor = AccessHandler.actorOf(ctx);
        find(ctx).ifPresent(alert -> decide(ctx, "unsnooze", desk -> desk.unsnooze(world, alert.id(), actor)));
    }

    void measures(RoutingContext ctx) {
        Answers.json(
                ctx,
                200,
                new Measured(
                        picture.measures().list(),
                        picture.measures().alarmHealth().orElse(null)));
    }

    private void decide(RoutingContext ctx, String action, Function<DutyDesk, DeskResult> decision) {
        graph.decide(action, decision).onFailure(ctx::fail).onSuccess(result -> {
            if (result.isDone()) {
                Answers.json(ctx, 200, result.alert());
            } else {
                DeskAnswers.refused(ctx, result);
            }
        });
    }

    private Optional<Alert> find(RoutingContext ctx) {
        Optional<Alert> alert = picture.alerts().find(ctx.pathParam("alertId"));
        if (alert.isEmpty()) {
            Answers.problem(ctx, KnownProblem.ALERT_UNKNOWN);
        }
        return alert;
    }

    private static List<String> newest(List<String> ids) {
        return ids.subList(Math.max(0, ids.size() - MAX_EVIDENCE), ids.size());
    }
}
