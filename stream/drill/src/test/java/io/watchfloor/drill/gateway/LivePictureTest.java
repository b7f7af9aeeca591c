package io.watchfloor.drill.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.contract.live.LiveMessage;
import io.watchfloor.contract.live.Removed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LivePictureTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private final LivePicture picture = new LivePicture();

    @Test
    void shouldBeReplacedByASnapshot() {
        picture.accept(message("snapshot", List.of(incident("I-1", IncidentState.OPENED)), List.of(), null));
        picture.accept(message("snapshot", List.of(incident("I-2", IncidentState.OPENED)), List.of(), null));

        assertThat(picture.openIncidents()).extracting(IncidentView::id).containsExactly("I-2");
    }

    @Test
    void shouldTakeUpsertsAndForgetWhatClosedOrLeft() {
        picture.accept(message(
                "snapshot",
                List.of(
                        incident("I-1", IncidentState.OPENED),
                        incident("I-2", IncidentState.OPENED),
                        incident("I-3", IncidentState.OPENED)),
                List.of(),
                null));

        picture.accept(message(
                "delta",
                List.of(incident("I-1", IncidentState.CLOSED)),
                null,
                new Removed(List.of("I-2"), List.of(), List.of())));

        assertThat(picture.openIncidents()).extracting(IncidentView::id).containsExactly("I-3");
    }

    @Test
    void shouldKeepTheHighestVersionOfAnAssignment() {
        picture.accept(message("delta", null, List.of(assignment(3, AssignmentState.EN_ROUTE)), null));
        picture.accept(message("delta", null, List.of(assignment(2, AssignmentState.ACCEPTED)), null));

        assertThat(picture.activeByPerson().get("P-1").state()).isEqualTo(AssignmentState.EN_ROUTE);
        assertThat(picture.assignmentsOf("I-1")).hasSize(1);
    }

    @Test
    void shouldKnowHowOldItIs() {
        assertThat(picture.isFresh(NOW, Duration.ofSeconds(15))).isFalse();

        picture.accept(message("heartbeat", null, null, null));

        assertThat(picture.isFresh(NOW.plusSeconds(10), Duration.ofSeconds(15))).isTrue();
        assertThat(picture.isFresh(NOW.plusSeconds(16), Duration.ofSeconds(15))).isFalse();
    }

    private static LiveMessage message(
            String kind, List<IncidentView> incidents, List<Assignment> assignments, Removed removed) {
        return new LiveMessage(
                kind, 1, "live", "1-0", NOW, incidents, assignments, null, null, null, null, removed, null);
    }

    private static IncidentView incident(String id, IncidentState state) {
        return new IncidentView(
                id, 1, "noise", Grade.IV, state, "太吵了", null, null, null, null, 1, NOW, NOW, NOW, null, null, null,
                null, null, null, null, 1, null, null, null, null, null, null, null, null, null, null);
    }

    private static Assignment assignment(long version, AssignmentState state) {
        return new Assignment(
                "live", "A-1", version, "I-1", "P-1", state, "王值班", null, NOW, null, null, null, null, NOW);
    }
}
