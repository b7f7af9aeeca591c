package io.watchfloor.gateway.plan;

import static io.watchfloor.gateway.Samples.NOON;
import static io.watchfloor.graph.district.DistrictDraft.holds;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Availability;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.district.DistrictDraft;
import io.watchfloor.graph.plan.StandbyMove;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandbyMovesTest {
    private final DispatchProjection projection = Graph.project(new DistrictDraft()
            .place("A", 0, 0)
            .person("P-1", "A", holds("patrol", 1))
            .person("P-2", "A", holds("patrol", 1))
            .person("P-3", "A", holds("patrol", 1))
            .build());

    @Test
    void shouldNotMoveWhoeverThePlanNeedsOrIsNotFreeAnyMore() {
        projection.apply(new PersonStatus("live", "P-2", 1, Availability.ASSIGNED, "A-1", "I-1", NOON));
        List<StandbyMove> moves = List.of(move("P-1"), move("P-2"), move("P-3"), move("P-404"));

        assertThat(StandbyMoves.stillOpen(moves, Set.of("P-1"), projection))
                .extracting(StandbyMove::personId)
                .containsExactly("P-3");
    }

    private static StandbyMove move(String personId) {
        return new StandbyMove(personId, "C-1", 30, 120, 60, 90, 1);
    }
}
