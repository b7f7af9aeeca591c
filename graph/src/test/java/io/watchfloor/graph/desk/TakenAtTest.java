package io.watchfloor.graph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a step was taken that is told later than it happened. */
class TakenAtTest {
    private static final Instant OFFERED = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-01T08:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T08:10:00Z, 2026-03-01T08:10:00Z",
        "2026-03-01T07:59:00Z, 2026-03-01T08:00:00Z",
        "2026-03-01T08:31:00Z, 2026-03-01T08:30:00Z"
    })
    void shouldLieBetweenTheStepBeforeAndNow(Instant happenedAt, Instant takenAt) {
        assertThat(AssignmentSteps.takenAt(assignment(null), happenedAt, NOW)).isEqualTo(takenAt);
    }

    @Test
    void shouldNotLieBeforeTheAcceptance() {
        Instant accepted = OFFERED.plusSeconds(600);

        assertThat(AssignmentSteps.takenAt(assignment(accepted), OFFERED.plusSeconds(60), NOW))
                .isEqualTo(accepted);
    }

    private static Assignment assignment(Instant acceptedAt) {
        return new Assignment(
                "live",
                "A-1",
                1,
                "I-1",
                "P-1",
                AssignmentState.ACCEPTED,
                "王值班",
                null,
                OFFERED,
                acceptedAt,
                null,
                null,
                null,
                OFFERED);
    }
}
