package io.watchfloor.gateway.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.Json;
import io.watchfloor.gateway.access.AccessHandler;
import io.watchfloor.gateway.access.Areas;
import io.watchfloor.gateway.access.Principal;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.graph.decision.Outcome;
import io.watchfloor.graph.shift.ShiftDesk;
import io.watchfloor.graph.shift.ShiftDesk.Handover;
import io.watchfloor.graph.shift.ShiftDesk.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** {@code /shift, /notes, /handovers} and what is noted and put off of an incident: the shift's own matters. */
final class ShiftHandler {
    private static final int HOURS_TOLD_OF = 12;

    private final String world;
    private final Picture picture;
    private final Areas areas;
    private final GraphCalls graph;
    private final IncidentLookup lookup;
    private final AskedReader askedReader;
    private final Clock clock;

    /** A handover to read; {@code intact} tells whether it is still word for word what was handed over. */
    record Shown(
            String id,
            String actor,
            Instant at,
            String remark,
            @JsonRawValue String content,
            List<String> areaIds,
            String signedBy,
            Instant signedAt,
            boolean intact) {
        static Shown of(Handover handover, boolean intact) {
            return new Shown(
                    handover.id(),
                    handover.actor(),
                    handover.at(),
                    handover.remark(),
                    handover.content(),
                    handover.areaIds(),
                    handover.signedBy(),
                    handover.signedAt(),
                    intact);
        }
    }

    ShiftHandler(String world, Picture picture, Areas areas, GraphCalls graph, AskedReader askedReader, Clock clock) {
        this.areas = areas;
        this.askedReader = askedReader;
        this.world = world;
        this.picture = picture;
        this.graph = graph;
        this.clock = clock;
        this.lookup = new IncidentLookup(world, picture, graph);
    }

    void standing(RoutingContext ctx) {
        graph.shift("standing", desk -> desk.standing(world))
                .onFailure(ctx::fail)
                .map(standing -> new Standing(
                        standing.promises(),
                        standing.snoozes(),
                        standing.handovers().stream()
                                .filter(handover -> mayTakeOver(ctx, handover))
                                .toList()))
                .onSuccess(standing -> Answers.json(ctx, 200, standing));
    }

    void note(RoutingContext ctx) {
        String actor = AccessHandler.actorOf(ctx);
        JsonNode body = Requests.body(ctx);
        String text = Requests.text(body, "text");
        Integer minutes =
                body.path("dueMinutes").isInt() ? body.path("dueMinutes").asInt() : null;
        if (text == null) {
            Answers.problem(ctx, KnownProblem.NOTE_EMPTY);
            return;
        }
        String id = ctx.pathParam("incidentId");
        lookup.whenObserved(
                ctx,
                id,
                incident -> askedReader.read(
                        ctx,
                        Requests.text(body, "happenedAt"),
                        asked -> answer(
                                ctx,
                                200,
                                graph.shift("note", asked, desk -> desk.note(world, id, text, minutes, actor)))));
    }

    void done(RoutingContext ctx) {
        String actor = AccessHandler.actorOf(ctx);
        String noteId = ctx.pathParam("noteId");
        Set<String> own = Principal.of(ctx).areaIds();
        graph.shift("read-note", desk -> desk.findNote(world, noteId))
                .onFailure(ctx::fail)
                .onSuccess(note -> {
                    if (note.filter(known -> !areas.mayTouchIncident(own, known.incidentId()))
                            .isPresent()) {
                        ofOtherAreas(ctx);
                    } else {
                        answer(ctx, "promise-kept", 200, desk -> desk.done(world, noteId, actor));
                    }
                });
    }

    void snooze(RoutingContext ctx) {
        String actor = AccessHandler.actorOf(ctx);
        JsonNode body = Requests.body(ctx);
        int minutes = body.path("minutes").asInt();
        String reason = Requests.text(body, "reason");
        about(ctx, "snooze-incident", (desk, id) -> desk.snooze(world, id, minutes, reason, actor));
    }

    void unsnooze(RoutingContext ctx) {
        String actor = AccessHandler.actorOf(ctx);
        about(ctx, "unsnooze-incident", (desk, id) -> desk.unsnooze(world, id, actor));
    }

    void draft(RoutingContext ctx) {
        Duration lookBack = Duration.ofHours(Requests.number(ctx, "hours", HOURS_TOLD_OF));
        draft(ctx, lookBack).onFailure(ctx::fail).onSuccess(content -> Answers.json(ctx, 200, content));
    }

    void handOver(RoutingContext ctx) {
        String actor = AccessHandler.actorOf(ctx);
        JsonNode body = Requests.body(ctx);
        String remark = Requests.text(body, "remark");
        Duration lookBack = Duration.ofHours(body.path("hours").asInt(HOURS_TOLD_OF));
        List<String> own = Principal.of(ctx).areaIds().stream().sorted().toList();
        draft(ctx, lookBack)
                .onFailure(ctx::fail)
                .onSuccess(content -> answer(
                        ctx, "hand-over", 201, desk -> desk.handOver(world, write(content), remark, own, actor)));
    }

    void get(RoutingContext ctx) {
        String id = ctx.pathParam("handoverId");
        whenMayTakeOver(ctx, id, handover -> graph.shift("read-handover", desk -> desk.isIntact(world, id))
                .onFailure(ctx::fail)
                .onSuccess(intact -> Answers.json(ctx, 200, Shown.of(handover, intact))));
    }

    void sign(RoutingContext ctx) {
        String actor = AccessHandler.actorOf(ctx);
        String id = ctx.pathParam("handoverId");
        whenMayTakeOver(ctx, id, handover -> answer(ctx, "take-over", 200, desk -> desk.sign(world, id, actor)));
    }

    private Future<HandoverContent> draft(RoutingContext ctx, Duration lookBack) {
        Set<String> own = Principal.of(ctx).areaIds();
        return graph.shift("standing", desk -> desk.standing(world))
                .map(standing -> HandoverContent.of(
                        picture,
                        standing,
                        lookBack,
                        clock.instant(),
                        cellId -> areas.isWithin(own, cellId),
                        incidentId -> areas.mayTouchIncident(own, incidentId)));
    }

    private void whenMayTakeOver(RoutingContext ctx, String id, Consumer<Handover> then) {
        graph.shift("find-handover", desk -> desk.findHandover(world, id))
                .onFailure(ctx::fail)
                .onSuccess(found -> {
                    if (found.isEmpty()) {
                        Answers.problem(ctx, KnownProblem.HANDOVER_UNKNOWN);
                    } else if (mayTakeOver(ctx, found.get())) {
                        then.accept(found.get());
                    } else {
                        ofOtherAreas(ctx);
                    }
                });
    }

    /** Whoever answers for some areas takes over these or some of them, and not the whole district. */
    private static boolean mayTakeOver(RoutingContext ctx, Handover handover) {
        Set<String> own = Principal.of(ctx).areaIds();
        return own.isEmpty() || (!handover.areaIds().isEmpty() && own.containsAll(handover.areaIds()));
    }

    private static void ofOtherAreas(RoutingContext ctx) {
        Answers.problem(ctx, KnownProblem.OTHER_HANDOVER_AREAS);
    }

    private interface Act<T> {
        Outcome<T> apply(ShiftDesk desk, String incidentId);
    }

    /** Only about an incident that somebody knows. */
    private <T> void about(RoutingContext ctx, String action, Act<T> act) {
        String id = ctx.pathParam("incidentId");
        lookup.whenObserved(ctx, id, incident -> answer(ctx, action, 200, desk -> act.apply(desk, id)));
    }

    private <T> void answer(RoutingContext ctx, String action, int status, Function<ShiftDesk, Outcome<T>> act) {
        answer(ctx, status, graph.shift(action, act));
    }

    private static <T> void answer(RoutingContext ctx, int status, Future<Outcome<T>> asked) {
        asked.onFailure(ctx::fail).onSuccess(outcome -> {
            if (!outcome.isDone()) {
                DeskAnswers.refused(ctx, outcome.refusal());
            } else if (outcome.value() instanceof Handover handover) {
                Answers.json(ctx, status, Shown.of(handover, true));
            } else {
                Answers.json(ctx, status, outcome.value());
            }
        });
    }

    private static String write(HandoverContent content) {
        try {
            return Json.mapper().writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain records are written as JSON", e);
        }
    }
}
