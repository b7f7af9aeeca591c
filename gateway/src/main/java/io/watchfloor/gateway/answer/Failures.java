package io.watchfloor.gateway.answer;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.openapi.validation.ValidatorException;
import io.watchfloor.contract.Problem;
import io.watchfloor.gateway.desk.GraphSilentException;
import io.watchfloor.gateway.desk.OverloadedException;
import io.watchfloor.graph.connection.GraphUnavailableException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong into a problem; what nobody foresaw is logged here and told as nothing but "our fault". */
public final class Failures implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    public void handle(RoutingContext ctx) {
        Answers.problem(ctx, problemOf(ctx));
    }

    private static Problem problemOf(RoutingContext ctx) {
        Throwable failure = ctx.failure();
        if (failure instanceof GraphUnavailableException) {
            LOG.debug("the graph did not answer: {}", failure.getMessage());
            return Problem.of(
                    503,
                    "graph-unavailable",
                    "Graph unavailable",
                    "The graph cannot be reached; nothing was decided. Try again.");
        }
        if (failure instanceof GraphSilentException) {
            return Problem.of(
                    503,
                    "graph-unavailable",
                    "Graph unavailable",
                    "The graph stopped answering; whether it was decided shows when it is back. Asking again does no harm.");
        }
        if (failure instanceof OverloadedException) {
            return Problem.of(503, "overloaded", "Overloaded", "Too many decisions are under way; try again.");
        }
        Optional<ValidatorException> invalid = invalidity(failure);
        if (invalid.isPresent()) {
            return InvalidRequest.problemOf(invalid.get());
        }
        int status = failure instanceof HttpException http ? http.getStatusCode() : ctx.statusCode();
        if (status >= 500 || status < 400) {
            LOG.error("{} {} failed", ctx.request().method(), ctx.normalizedPath(), failure);
        }
        return ofStatus(status);
    }

    /** The router wraps it, sometimes more than once. */
    private static Optional<ValidatorException> invalidity(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ValidatorException invalid) {
                return Optional.of(invalid);
            }
        }
        return Optional.empty();
    }

    /** The problem that a bare status stands for. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> Problem.of(400, "invalid-request", "Invalid request", "The request cannot be understood.");
            case 404 -> Problem.of(404, "not-found", "Not found", "There is nothing here.");
            case 405 -> Problem.of(405, "method-not-allowed", "Method not allowed", "That cannot be done here.");
            case 406 -> Problem.of(406, "not-acceptable", "Not acceptable", "Answers are JSON.");
            case 413 -> Problem.of(413, "too-large", "Too large", "The body is larger than is taken here.");
            case 415 -> Problem.of(415, "wrong-content-type", "Wrong content type", "That content type is not taken.");
            default -> Problem.of(500, "our-fault", "Our fault", "Something went wrong here; it has been noted.");
        };
    }
}
