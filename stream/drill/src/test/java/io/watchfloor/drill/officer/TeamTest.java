package io.watchfloor.drill.officer;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.contract.dispatch.Need;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamTest {
    @Test
    void shouldTakeTheSoonestForEveryNeedAndNobodyTwiceForOne() {
        Candidates candidates = candidates(
                List.of(new Need("firefighting", 3, 2, 0), new Need("crowd-control", 1, 1, 0)),
                candidate("P-1", "firefighting"),
                candidate("P-2", "firefighting", "crowd-control"),
                candidate("P-3", "firefighting"),
                candidate("P-4", "crowd-control"));

        assertThat(Team.of(candidates)).containsExactly("P-1", "P-2");
    }

    @Test
    void shouldSendOnlyWhatIsStillMissing() {
        Candidates candidates = candidates(
                List.of(new Need("patrol", 1, 2, 1)), candidate("P-1", "patrol"), candidate("P-2", "patrol"));

        assertThat(Team.of(candidates)).containsExactly("P-1");
    }

    @Test
    void shouldSendNobodyWhenNobodyCan() {
        assertThat(Team.of(candidates(List.of(new Need("patrol", 1, 1, 0))))).isEmpty();
        assertThat(Team.of(candidates(List.of(new Need("patrol", 1, 1, 1)), candidate("P-1", "patrol"))))
                .isEmpty();
    }

    private static Candidates candidates(List<Need> needs, Candidate... candidates) {
        return new Candidates("I-1", Instant.EPOCH, needs, List.of(candidates), List.of(), 0, List.of());
    }

    private static Candidate candidate(String id, String... covers) {
        return new Candidate(id, "某", "Mou", "police", 30.2, 120.2, null, 60, 500, List.of(covers), List.of());
    }
}
