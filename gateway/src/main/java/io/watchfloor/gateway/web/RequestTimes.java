package io.watchfloor.gateway.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import io.watchfloor.gateway.answer.Failures;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import java.util.Set;

/**
 * Measures each request until its answer is written. Vert.x would, too, but counts a connection only when it was opened
 * after its server's figures were, and fails every request on one that came in between: whoever comes back to a gateway
 * that starts would wait for ever.
 */
final class RequestTimes implements PlatformHandler {
    /** A client may make up methods; figures have no room for that. */
    private static final Set<HttpMethod> NAMED = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private static final int BAD_REQUEST = 400;
    private static final int SWITCHED_PROTOCOLS = 101;

    private final GatewayMetrics metrics;

    RequestTimes(GatewayMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void handle(RoutingContext context) {
        long began = System.nanoTime();
        HttpMethod method = context.request().method();
        String name = NAMED.contains(method) ? method.name() : "other";
        context.addEndHandler(written -> {
            boolean broken = written.failed() && Failures.isBrokenBody(context, written.cause());
            int status = broken ? BAD_REQUEST : context.response().getStatusCode();
            if (status != SWITCHED_PROTOCOLS) {
                metrics.answered(name, status, System.nanoTime() - began);
            }
        });
        context.next();
    }
}
