package io.watchfloor.pipeline.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.ObservedIncident;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConflationTest {
    @Test
    void shouldKeepTheNewestVersionBeforeEverythingThatFollowedTheFirst() {
        List<Object> kept = Conflation.newestOfEachIncident(
                List.of(incident("a", 1), "report 1", incident("b", 4), "report 2", incident("a", 2), "report 3"));

        assertThat(kept).containsExactly(incident("a", 2), "report 1", incident("b", 4), "report 2", "report 3");
    }

    @Test
    void shouldNeverGoBackToAnOlderVersion() {
        List<Object> kept = Conflation.newestOfEachIncident(List.of(incident("a", 3), incident("a", 2)));

        assertThat(kept).containsExactly(incident("a", 3));
    }

    private static ObservedIncident incident(String id, long version) {
        Instant at = Instant.parse("2026-03-01T08:00:00Z");
        return new ObservedIncident(
                "live", id, version, "fire", null, "", null, null, null, at, at, at, at, 1, "live", 1, null, null,
                null);
    }
}
