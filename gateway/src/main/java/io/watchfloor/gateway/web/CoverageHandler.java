package io.watchfloor.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.NullIsland;
import io.watchfloor.contract.dispatch.Team;
import io.watchfloor.contract.dispatch.Uncovered;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.picture.People;
import io.watchfloor.gateway.plan.LivePlan;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.coverage.CoverageQueries.CellReach;
import io.watchfloor.graph.coverage.CoverageQueries.ExpiringCertificate;
import io.watchfloor.graph.coverage.CoverageQueries.Hypothesis;
import io.watchfloor.graph.coverage.CoverageQueries.Outlook;
import io.watchfloor.graph.coverage.CoverageQueries.WeakPoint;
import io.watchfloor.graph.road.Reached;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code /coverage}: how soon a skill is where, what hangs on one person, and what if more happens. */
final class CoverageHandler {
    private final People people;
    private final GraphCalls graph;
    private final Clock clock;
    private final Supplier<LivePlan> plan;

    record Coverage(String skillId, int level, Instant computedAt, List<CellReach> cells) {}

    record WeakPoints(Instant computedAt, List<WeakPoint> gaps, List<ExpiringCertificate> certificates) {}

    /** {@code spokenFor} is how many people the plan needs for what is open. */
    record WhatIf(List<Team> teams, List<Uncovered> leaves, int spokenFor) {
        WhatIf(Outlook outlook, int spokenFor) {
            this(outlook.teams(), outlook.leaves(), spokenFor);
        }
    }

    record Isochrone(Instant computedAt, List<Reached> reached) {}

    /** {@code plan} says who is needed for what is open. */
    CoverageHandler(People people, GraphCalls graph, Clock clock, Supplier<LivePlan> plan) {
        this.people = people;
        this.graph = graph;
        this.clock = clock;
        this.plan = plan;
    }

    void coverage(RoutingContext ctx) {
        String skillId = ctx.request().getParam("skill");
        int level = Requests.number(ctx, "level", 1);
        answer(
                ctx,
                projection -> {
                    Instant now = clock.instant();
                    return new Coverage(skillId, level, now, projection.coverage(skillId, level, now, Set.of()));
                },
                skillId);
    }

    void weakPoints(RoutingContext ctx) {
        Duration ahead = Duration.ofHours(Requests.number(ctx, "hours", 24));
        int days = Requests.number(ctx, "days", 30);
        answer(
                ctx,
                projection -> {
                    Instant now = clock.instant();
                    return new WeakPoints(
                            now, projection.weakPoints(now, ahead), projection.expiringCertificates(now, days));
                },
                null);
    }

    /** Around a point, or around everybody free who has a skill. */
    void isochrone(RoutingContext ctx) {
        String skillId = ctx.request().getParam("skill");
        Double lat = Requests.decimal(ctx, "lat");
        Double lon = Requests.decimal(ctx, "lon");
        Duration within = Duration.ofMinutes(Requests.number(ctx, "minutes", 10));
        if (skillId == null && (lat == null || lon == null)) {
            Answers.problem(ctx, KnownProblem.ISOCHRONE_OF_NOTHING);
            return;
        }
        if (skillId == null && isRefused(ctx, lat, lon)) {
            return;
        }
        boolean towards = !"from".equals(ctx.request().getParam("direction"));
        int level = Requests.number(ctx, "level", 1);
        answer(
                ctx,
                projection -> {
                    Instant now = clock.instant();
                    return new Isochrone(
                            now,
                            skillId == null
                                    ? projection.isochrone(lat, lon, towards, within, now)
                                    : projection.isochrone(skillId, level, within, now));
                },
                skillId);
    }

    void whatIf(RoutingContext ctx) {
        JsonNode body = Requests.body(ctx);
        List<Hypothesis> hypotheses = new ArrayList<>();
        for (JsonNode incident : body.path("incidents")) {
            String type = Requests.text(incident, "type");
            if (IncidentTypes.find(type).isEmpty()) {
                Answers.problem(ctx, KnownProblem.INCIDENT_TYPE_UNKNOWN, Map.of("type", type == null ? "" : type));
                return;
            }
            double lat = incident.path("lat").asDouble();
            double lon = incident.path("lon").asDouble();
            if (isRefused(ctx, lat, lon)) {
                return;
            }
            hypotheses.add(new Hypothesis(type, lat, lon));
        }
        Duration limit = Duration.ofMinutes(body.path("limitMinutes").asInt(10));
        Set<String> spokenFor = plan.get().plan().suggestedIds();
        answer(
                ctx,
                projection ->
                        new WhatIf(projection.outlook(hypotheses, spokenFor, clock.instant(), limit), spokenFor.size()),
                null);
    }

    /** Answers a point nobody can be near, and says that it did. */
    private boolean isRefused(RoutingContext ctx, double lat, double lon) {
        if (NullIsland.isAt(lat, lon)) {
            Answers.problem(ctx, KnownProblem.POSITION_NO_FIX);
            return true;
        }
        boolean outside = people.projection()
                .map(projection -> projection.isOutside(lat, lon))
                .orElse(false);
        if (outside) {
            Answers.problem(ctx, KnownProblem.POINT_OUTSIDE);
        }
        return outside;
    }

    /** {@code skillId} is null when it is not about one. */
    private void answer(RoutingContext ctx, Function<DispatchProjection, Object> question, String skillId) {
        DispatchProjection projection = people.projection().orElse(null);
        if (projection == null) {
            Answers.problem(ctx, KnownProblem.DISTRICT_NOT_LOADED);
        } else if (skillId != null && !projection.hasSkill(skillId)) {
            Answers.problem(ctx, KnownProblem.SKILL_UNKNOWN, Map.of("skill", skillId));
        } else {
            graph.run(() -> question.apply(projection))
                    .onFailure(ctx::fail)
                    .onSuccess(answer -> Answers.json(ctx, 200, answer));
        }
    }
}
