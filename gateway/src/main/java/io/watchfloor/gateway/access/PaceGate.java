package io.watchfloor.gateway.access;

import io.vertx.ext.web.RoutingContext;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import java.time.Duration;
import java.util.Map;

/**
 * Lets nobody make more requests of the API than their pace allows: a user or a program by who they are, anybody else by
 * their address. Health and figures are asked by machines that must always get an answer.
 */
final class PaceGate {
    private static final String API = "/api/";

    private final RequestPace pace;
    private final Callers callers;
    private final GatewayMetrics metrics;

    PaceGate(RequestPace pace, Callers callers, GatewayMetrics metrics) {
        this.pace = pace;
        this.callers = callers;
        this.metrics = metrics;
    }

    /** Answers and gives false when the caller may not ask now; the principal is null when nobody that is known asks. */
    boolean isOpenTo(RoutingContext ctx, Principal principal) {
        if (!ctx.normalizedPath().startsWith(API)) {
            return true;
        }
        Duration wait = pace.take(
                principal == null ? "address " + callers.addressOf(ctx.request()) : "principal " + principal.id());
        if (wait.isZero()) {
            return true;
        }
        metrics.requestPaced();
        long seconds = wait.toSeconds() + 1;
        ctx.response().putHeader("Retry-After", Long.toString(seconds));
        Answers.problem(ctx, KnownProblem.TOO_MANY_REQUESTS, Map.of("seconds", seconds));
        return false;
    }
}
