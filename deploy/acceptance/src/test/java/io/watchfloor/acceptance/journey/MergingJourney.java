package io.watchfloor.acceptance.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.testbed.Scene;
import io.watchfloor.testbed.Scene.Spot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One incident per event, as far as a machine can tell; an officer takes apart and puts together what it could not. */
@ExtendWith(SharedDutyRoom.class)
class MergingJourney {
    private static final double A_FEW_METERS = 20;
    private static final double A_BLOCK = 300;

    @Test
    void shouldKeepApartWhatAnOfficerTookApart(DutyRoom room) throws Exception {
        Spot spot = room.freshPlace().spot();
        String first = room.hear(spot, "门口一辆货车和电动车撞了，骑车的人躺在地上");
        String second = room.hear(spot.north(A_FEW_METERS), "两辆轿车追尾相撞，司机受伤流血");
        String mother = Scene.incidentId(first);
        room.awaitFiled(mother, first, second);
        ConsolePage console = room.open(Words.CHINESE, spot);
        console.search(mother);
        assertThat(console.countInRow(mother)).hasText("2 件来件");
        console.openIncident(mother);
        IncidentPanel panel = console.panel();
        assertThat(panel.reports()).hasCount(2);

        panel.splitOff(Scene.reportId(second));
        panel.offeredAction().click();

        String child = Scene.incidentId(second);
        assertThat(console.incidentId()).hasText(child);
        room.awaitFiled(mother, first);
        room.awaitFiled(child, second);
        assertThat(panel.report(Scene.reportId(second))).isVisible();
        assertThat(panel.reports()).hasCount(1);
        goesToTheOneItResembles(room, console, spot, first, second);
    }

    private static void goesToTheOneItResembles(
            DutyRoom room, ConsolePage console, Spot spot, String first, String second) throws Exception {
        String mother = Scene.incidentId(first);
        String child = Scene.incidentId(second);
        String third = room.hear(spot.north(A_FEW_METERS / 2), "两辆轿车追尾，司机还在流血");
        room.awaitFiled(child, second, third);
        String fourth = room.hear(spot.north(A_FEW_METERS / 2), "货车撞了电动车，骑车的人还躺在地上");
        room.awaitFiled(mother, first, fourth);
        room.awaitFiled(child, second, third);
        for (String incidentId : new String[] {mother, child}) {
            console.search(incidentId);
            assertThat(console.countInRow(incidentId)).hasText("2 件来件");
        }
    }

    @Test
    void shouldShowJoinedIncidentsAsOneUntilThatIsUndone(DutyRoom room) throws Exception {
        Spot spot = room.freshPlace().spot();
        String first = room.hear(spot, "The lorry at the building site drops mud and stones all over the road");
        String second = room.hear(spot, "The lorries of the building site drop mud and stones all over our road");
        String survivor = Scene.incidentId(first);
        room.awaitFiled(survivor, first, second);
        String third = room.hear(spot.north(A_BLOCK), "A deep pothole in the road, my tyre burst");
        String other = Scene.incidentId(third);
        room.awaitFiled(other, third);
        ConsolePage console = room.open(Words.ENGLISH, spot);
        console.search(other);
        console.openIncident(other);
        IncidentPanel panel = console.panel();

        panel.joinTo(survivor);

        assertThat(console.incidentId()).hasText(survivor);
        assertThat(panel.joined(other)).isVisible();
        assertThat(console.row(other)).isHidden();
        console.search(survivor);
        assertThat(console.countInRow(survivor)).hasText("3 reports");
        JsonNode joined = room.incident(other);
        assertThat(joined.get("state").asText()).isEqualTo("MERGED");
        assertThat(joined.get("mergedInto").asText()).isEqualTo(survivor);

        String fourth = room.hear(spot.north(A_BLOCK), "Deep pothole in the road here, a tyre of mine burst too");
        room.awaitFiled(other, third, fourth);
        assertThat(console.countInRow(survivor)).hasText("4 reports");

        panel.unjoin(other);

        assertThat(panel.joined(other)).isHidden();
        assertThat(console.countInRow(survivor)).hasText("2 reports");
        console.search(other);
        assertThat(console.countInRow(other)).hasText("2 reports");
        assertThat(room.incident(other).get("state").asText()).isEqualTo("REPORTED");
    }
}
