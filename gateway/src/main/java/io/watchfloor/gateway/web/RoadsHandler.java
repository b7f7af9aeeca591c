package io.watchfloor.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.RoadClosure;
import io.watchfloor.gateway.access.AccessHandler;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.picture.People;
import io.watchfloor.graph.road.RoadDesk;
import io.watchfloor.graph.road.RoadDesk.RoadResult;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code /roads}: what is closed, and closing and opening it. */
final class RoadsHandler {
    private final String world;
    private final People people;
    private final GraphCalls graph;
    private final Clock clock;

    record Closed(List<RoadClosure> closures) {}

    RoadsHandler(String world, People people, GraphCalls graph, Clock clock) {
        this.world = world;
        this.people = people;
        this.graph = graph;
        this.clock = clock;
    }

    void list(RoutingContext ctx) {
        Answers.json(
                ctx,
                200,
                new Closed(people.projection()
                        .map(projection -> projection.listClosures(clock.instant()))
                        .orElse(List.of())));
    }

    void close(RoutingContext ctx) {
        JsonNode body = Requests.body(ctx);
        String reason = Requests.text(body, "reason");
        String actor = AccessHandler.actorOf(ctx);
        List<String> roadIds = roadIds(body);
        Instant until;
        try {
            until = Requests.time(body, "until");
        } catch (DateTimeException e) {
            Answers.problem(ctx, KnownProblem.UNTIL_MALFORMED);
            return;
        }
        answer(ctx, graph.change(known -> known.roadDesk().close(world, roadIds, reason, until, actor)));
    }

    void open(RoutingContext ctx) {
        String actor = AccessHandler.actorOf(ctx);
        List<String> roadIds = roadIds(Requests.body(ctx));
        answer(ctx, graph.change(known -> known.roadDesk().open(world, roadIds, actor)));
    }

    private static void answer(RoutingContext ctx, Future<RoadResult> decided) {
        decided.onFailure(ctx::fail).onSuccess(result -> {
            if (result.isDone()) {
                Answers.json(ctx, 200, new Closed(result.closures()));
            } else {
                refuse(ctx, result.refusal());
            }
        });
    }

    private static void refuse(RoutingContext ctx, RoadDesk.Refusal refusal) {
        switch (refusal) {
            case ROAD_UNKNOWN -> Answers.problem(ctx, KnownProblem.ROAD_UNKNOWN, Map.of("most", RoadDesk.MOST_ROADS));
            case REASON_MISSING -> Answers.problem(ctx, KnownProblem.CLOSURE_REASON_MISSING);
            case UNTIL_PASSED -> Answers.problem(ctx, KnownProblem.UNTIL_PASSED);
        }
    }

    private static List<String> roadIds(JsonNode body) {
        List<String> ids = new ArrayList<>();
        body.path("roadIds").forEach(id -> ids.add(id.asText()));
        return ids;
    }
}
