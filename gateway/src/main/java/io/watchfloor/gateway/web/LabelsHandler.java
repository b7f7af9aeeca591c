package io.watchfloor.gateway.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.Json;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.graph.archive.IncidentArchive.Label;
import java.util.List;

/** {@code /labels}: what officers corrected, a line each, for the next training. */
final class LabelsHandler {
    private static final int PAGE = 1_000;

    private final String world;
    private final GraphCalls graph;

    LabelsHandler(String world, GraphCalls graph) {
        this.world = world;
        this.graph = graph;
    }

    /** Page by page, each after the one before has left. */
    void list(RoutingContext ctx) {
        page(0).onFailure(ctx::fail).onSuccess(first -> {
            HttpServerResponse response = ctx.response();
            response.putHeader("Content-Type", "application/x-ndjson; charset=utf-8")
                    .putHeader("Cache-Control", "no-store")
                    .setChunked(true);
            write(ctx, first, 0);
        });
    }

    private void write(RoutingContext ctx, List<Label> labels, int skipped) {
        HttpServerResponse response = ctx.response();
        if (response.closed() || response.ended()) {
            return;
        }
        Future<Void> written = labels.isEmpty() ? Future.succeededFuture() : response.write(lines(labels));
        if (labels.size() < PAGE) {
            written.onSuccess(last -> response.end());
        } else {
            int next = skipped + labels.size();
            // A list that breaks off must not look whole.
            written.compose(gone -> page(next))
                    .onFailure(failure -> response.reset())
                    .onSuccess(more -> write(ctx, more, next));
        }
    }

    private Future<List<Label>> page(int skip) {
        return graph.read(archive -> archive.listLabels(world, skip, PAGE));
    }

    private static String lines(List<Label> labels) {
        StringBuilder lines = new StringBuilder();
        for (Label label : labels) {
            try {
                lines.append(Json.mapper().writeValueAsString(label)).append('\n');
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a record of plain fields can always be written", e);
            }
        }
        return lines.toString();
    }
}
