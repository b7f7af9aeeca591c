package io.watchfloor.acceptance.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.testbed.Scene;
import io.watchfloor.testbed.Scene.Spot;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What nobody answers goes up the ladder, rung by rung, until somebody does. */
@ExtendWith(SharedDutyRoom.class)
class EscalationJourney {
    private static final Pattern OVERDUE = Pattern.compile("\\boverdue\\b");
    private static final long A_MOMENT_SECONDS = 2;

    @Test
    void shouldTellTheNextRungUntilSomebodyAcknowledges(DutyRoom room) throws Exception {
        Spot spot = room.freshPlace().spot();
        ConsolePage console = room.open(Words.ENGLISH, spot);
        String incidentId = Scene.incidentId(room.hear(spot, "着火了，三楼浓烟滚滚，有人困在里面"));
        console.search(incidentId);
        console.openIncident(incidentId);
        IncidentPanel panel = console.panel();
        assertThat(panel.due()).hasAttribute("data-stage", "ACKNOWLEDGE");

        assertThat(panel.due()).hasClass(OVERDUE);
        assertThat(panel.due()).containsText("Answer late");
        assertThat(panel.due()).containsText("shift leader told (1×)");
        assertThat(panel.due()).containsText("director told in");
        Instant nextAt = Instant.parse(due(room, incidentId).get("nextAt").asText());

        console.acknowledge();

        assertThat(panel.due()).hasAttribute("data-stage", "DISPATCH");
        assertThat(panel.due()).not().hasClass(OVERDUE);
        await("the director would have been told").atMost(DutyRoom.SOON).until(() -> Instant.now()
                .isAfter(nextAt.plusSeconds(A_MOMENT_SECONDS)));
        assertThat(due(room, incidentId).get("stage").asText()).isEqualTo("DISPATCH");
        assertThat(due(room, incidentId).get("told").asInt()).isZero();
        assertThat(panel.due()).not().containsText("told (");
    }

    private static JsonNode due(DutyRoom room, String incidentId) throws Exception {
        return room.incident(incidentId).get("due");
    }
}
