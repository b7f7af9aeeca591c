package io.watchfloor.gateway.web;

import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.healthchecks.Status;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.live.Health;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.health.HealthWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** {@code /health/ready}: 200 when every part is up and the picture is whole, else 503; either way each part. */
final class HealthHandler implements Handler<RoutingContext> {
    private final HealthChecks checks;
    private final HealthWatch watch;
    private final BooleanSupplier pictureWhole;

    record Readiness(String status, List<Health.Part> parts) {}

    HealthHandler(Vertx vertx, HealthWatch watch, BooleanSupplier pictureWhole) {
        this.watch = watch;
        this.pictureWhole = pictureWhole;
        this.checks = HealthChecks.create(vertx);
        for (String part : List.of("redis", "graph", "pipeline")) {
            checks.register(part, status(() -> watch.isUp(part)));
        }
        checks.register("picture", status(pictureWhole));
    }

    @Override
    public void handle(RoutingContext ctx) {
        checks.checkStatus().onFailure(ctx::fail).onSuccess(result -> {
            List<Health.Part> parts = new ArrayList<>(watch.health().parts());
            parts.add(new Health.Part("picture", pictureWhole.getAsBoolean(), 0));
            boolean up = Boolean.TRUE.equals(result.getUp());
            Answers.json(ctx, up ? 200 : 503, new Readiness(up ? "UP" : "DOWN", parts));
        });
    }

    private static Handler<Promise<Status>> status(BooleanSupplier up) {
        return promise -> promise.complete(up.getAsBoolean() ? Status.OK() : Status.KO());
    }
}
