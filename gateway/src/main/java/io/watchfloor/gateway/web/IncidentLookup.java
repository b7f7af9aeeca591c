package io.watchfloor.gateway.web;

import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.graph.archive.IncidentArchive.StoredIncident;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the incident that a request is about. */
final class IncidentLookup {
    private final String world;
    private final Picture picture;
    private final GraphCalls graph;

    IncidentLookup(String world, Picture picture, GraphCalls graph) {
        this.world = world;
        this.picture = picture;
        this.graph = graph;
    }

    /**
     * The duty desk decides about what the graph has not been told of yet, because the picture may be ahead; what neither
     * of them knows is a mistyped id.
     */
    void whenObserved(RoutingContext ctx, String id, Consumer<ObservedIncident> then) {
        Optional<ObservedIncident> seen = picture.findObserved(id);
        if (seen.isPresent()) {
            then.accept(seen.get());
            return;
        }
        graph.read(archive -> archive.find(world, id).map(StoredIncident::observed))
                .onFailure(ctx::fail)
                .onSuccess(stored -> stored.ifPresentOrElse(then, () -> unknown(ctx)));
    }

    static void unknown(RoutingContext ctx) {
        Answers.problem(ctx, KnownProblem.INCIDENT_UNKNOWN);
    }
}
