package io.watchfloor.gateway.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.Json;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import java.nio.charset.StandardCharsets;

/** Looks at what only the body says: the person it is about, and the other incident that it names. */
public final class BodyGuard implements Handler<RoutingContext> {
    private final Reach reach;
    private final Trail trail;

    /** As far as rights reach. */
    public BodyGuard(Reach reach, Trail trail) {
        this.reach = reach;
        this.trail = trail;
    }

    @Override
    public void handle(RoutingContext ctx) {
        Principal principal = Principal.of(ctx);
        boolean themselves = Guard.isOnlyOfThemselves(ctx);
        if (principal == null || !(themselves || principal.isLimitedToAreas())) {
            ctx.next();
            return;
        }
        JsonNode body = body(ctx);
        String personId = body.path("personId").asText(principal.personId());
        String into = body.path("into").asText(null);
        if (themselves && personId != null && !personId.equals(principal.personId())) {
            denied(ctx, principal, KnownProblem.ONLY_YOURSELF);
        } else if (into != null && !reach.mayTouchIncident(principal, into)) {
            denied(ctx, principal, KnownProblem.OTHER_INCIDENT_AREA);
        } else {
            ctx.next();
        }
    }

    private void denied(RoutingContext ctx, Principal principal, KnownProblem why) {
        trail.tellOnce(principal.name(), "denied", Guard.asked(ctx).id(), ctx.normalizedPath());
        Answers.problem(ctx, why);
    }

    private static JsonNode body(RoutingContext ctx) {
        Buffer body = ctx.body() == null ? null : ctx.body().buffer();
        if (body == null || body.length() == 0) {
            return MissingNode.getInstance();
        }
        try {
            return Json.mapper().readTree(body.toString(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            // what is no JSON is refused by whoever checks its form
            return MissingNode.getInstance();
        }
    }
}
