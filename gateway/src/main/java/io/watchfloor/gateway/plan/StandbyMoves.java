package io.watchfloor.gateway.plan;

import io.watchfloor.contract.Availability;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.plan.StandbyMove;
import java.util.List;
import java.util.Set;

/** Moves are looked for once a minute; between that, people find something else to do. */
final class StandbyMoves {
    private StandbyMoves() {}

    /** Without whoever a plan has a use for, or is not free any more. */
    static List<StandbyMove> stillOpen(
            List<StandbyMove> moves, Set<String> plannedPersonIds, DispatchProjection projection) {
        return moves.stream()
                .filter(move -> !plannedPersonIds.contains(move.personId()))
                .filter(move -> isFree(projection, move.personId()))
                .toList();
    }

    private static boolean isFree(DispatchProjection projection, String personId) {
        return projection
                .find(personId)
                .map(person -> person.status() == null || person.status().availability() == Availability.FREE)
                .orElse(false);
    }
}
