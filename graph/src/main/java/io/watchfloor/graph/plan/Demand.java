package io.watchfloor.graph.plan;

import java.util.List;
import java.util.Set;

/**
 * An incident that waits for a team, or whose team is under way and could still be another.
 *
 * @param incidentId which
 * @param weight what a second of its waiting counts, against other incidents
 * @param shapes the ways to make up its team; any of them will do
 * @param suggestedIds who was suggested last; leaving them out is charged
 * @param underWayIds who is on the way already; taking them off is charged more
 */
public record Demand(
        String incidentId, int weight, List<Shape> shapes, Set<String> suggestedIds, Set<String> underWayIds) {
    /** Copies the lists. */
    public Demand {
        shapes = List.copyOf(shapes);
        suggestedIds = Set.copyOf(suggestedIds);
        underWayIds = Set.copyOf(underWayIds);
    }
}
