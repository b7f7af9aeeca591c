package io.watchfloor.gateway.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.Problem;
import io.watchfloor.contract.ReportProblem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Writes answers. What was answered already, or has nobody to read it any more, is left alone. */
public final class Answers {
    private static final String VIEW_KEY = "watchfloor.view";
    private static final String RETRY_AFTER_SECONDS = "1";

    private Answers() {}

    /** What whoever asks may see of every JSON answer to this request; null for all of it. */
    public static void show(RoutingContext ctx, UnaryOperator<JsonNode> view) {
        ctx.put(VIEW_KEY, view);
    }

    /** A value as JSON. */
    public static void json(RoutingContext ctx, int status, Object value) {
        UnaryOperator<JsonNode> view = ctx.get(VIEW_KEY);
        Object shown = view == null ? value : view.apply(Json.mapper().valueToTree(value));
        send(ctx, status, "application/json", encode(shown));
    }

    /** JSON that is written already. */
    public static void json(RoutingContext ctx, Buffer json) {
        UnaryOperator<JsonNode> view = ctx.get(VIEW_KEY);
        send(ctx, 200, "application/json", view == null ? json : encode(view.apply(decode(json))));
    }

    /** Done, and nothing to say. */
    public static void nothing(RoutingContext ctx) {
        if (isWaiting(ctx)) {
            ctx.response().setStatusCode(204).end();
        }
    }

    /** Why not, in the language that is asked for. */
    public static void problem(RoutingContext ctx, KnownProblem known) {
        problem(ctx, known, Map.of());
    }

    /** Why not, with these values in the sentence's places. */
    public static void problem(RoutingContext ctx, KnownProblem known, Map<String, ?> values) {
        problem(ctx, known.in(Words.languageOf(ctx), values));
    }

    /** What is wrong with what was sent, all of it (400), in the language that is asked for; the first is the sentence. */
    public static void faults(RoutingContext ctx, String type, List<ReportProblem> faults) {
        List<ReportProblem> told = Faults.in(Words.languageOf(ctx), faults);
        problem(ctx, KnownProblem.faults(type, told));
    }

    /** Why not, in words that are in the language of the request; one that passes says when to try again. */
    public static void problem(RoutingContext ctx, Problem problem) {
        if (problem.status() == 503 && !ctx.response().headers().contains("Retry-After")) {
            ctx.response().putHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        if (isWaiting(ctx)) {
            ctx.response().putHeader("Content-Language", Words.languageOf(ctx));
        }
        send(ctx, problem.status(), Problem.MEDIA_TYPE, encode(problem));
    }

    private static void send(RoutingContext ctx, int status, String mediaType, Buffer body) {
        if (isWaiting(ctx)) {
            HttpServerResponse response = ctx.response();
            if (!response.headers().contains("Cache-Control")) {
                response.putHeader("Cache-Control", "no-store");
            }
            response.setStatusCode(status).putHeader("Content-Type", mediaType).end(body);
        }
    }

    private static boolean isWaiting(RoutingContext ctx) {
        return !ctx.response().ended() && !ctx.response().closed();
    }

    private static JsonNode decode(Buffer json) {
        try {
            return Json.mapper().readTree(json.getBytes());
        } catch (IOException e) {
            throw new IllegalStateException("what was written as JSON can be read", e);
        }
    }

    private static Buffer encode(Object value) {
        try {
            return Buffer.buffer(Json.mapper().writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of plain records can always be written", e);
        }
    }
}
