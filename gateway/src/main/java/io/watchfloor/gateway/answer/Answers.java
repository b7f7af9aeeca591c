package io.watchfloor.gateway.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.Problem;

/** Writes answers. What was answered already, or has nobody to read it any more, is left alone. */
public final class Answers {
    private static final String RETRY_AFTER_SECONDS = "1";

    private Answers() {}

    /** A value as JSON. */
    public static void json(RoutingContext ctx, int status, Object value) {
        send(ctx, status, "application/json", encode(value));
    }

    /** JSON that is written already. */
    public static void json(RoutingContext ctx, Buffer json) {
        send(ctx, 200, "application/json", json);
    }

    /** Done, and nothing to say. */
    public static void nothing(RoutingContext ctx) {
        if (isWaiting(ctx)) {
            ctx.response().setStatusCode(204).end();
        }
    }

    /** Why not; one that passes says when to try again. */
    public static void problem(RoutingContext ctx, Problem problem) {
        if (problem.status() == 503) {
            ctx.response().putHeader("Retry-After", RETRY_AFTER_SECONDS);
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

    private static Buffer encode(Object value) {
        try {
            return Buffer.buffer(Json.mapper().writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of plain records can always be written", e);
        }
    }
}
