package io.watchfloor.gateway.web;

import io.vertx.ext.web.RoutingContext;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.audit.AuditAnchors;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.graph.audit.AuditLog.Entry;
import java.util.List;

/** {@code /audit}: who did what, and whether the log of it is whole. */
final class AuditHandler {
    private static final int USUAL_LIMIT = 100;

    private final String world;
    private final GraphCalls graph;
    private final AuditAnchors anchors;

    record Entries(List<Entry> entries) {}

    AuditHandler(String world, GraphCalls graph, AuditAnchors anchors) {
        this.world = world;
        this.graph = graph;
        this.anchors = anchors;
    }

    void list(RoutingContext ctx) {
        int before = Requests.number(ctx, "before", Integer.MAX_VALUE);
        int limit = Requests.number(ctx, "limit", USUAL_LIMIT);
        graph.query(asked -> asked.auditLog().list(world, before, limit))
                .onFailure(ctx::fail)
                .onSuccess(entries -> Answers.json(ctx, 200, new Entries(entries)));
    }

    void verify(RoutingContext ctx) {
        anchors.check().onFailure(ctx::fail).onSuccess(check -> Answers.json(ctx, 200, check));
    }
}
