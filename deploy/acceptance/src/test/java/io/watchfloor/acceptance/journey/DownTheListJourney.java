package io.watchfloor.acceptance.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.watchfloor.testbed.Scene;
import io.watchfloor.testbed.Scene.Spot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An offer nobody answers goes to the next in line by itself; what is not ours goes to another department and back. */
@ExtendWith(SharedDutyRoom.class)
class DownTheListJourney {
    private static final double OFFER_AND_A_BIT_MILLIS = 30_000;

    @Test
    void shouldOfferToTheNextByItselfUntilSomebodyAcceptsAndReportsBack(DutyRoom room) throws Exception {
        Spot spot = room.freshPlace().spot();
        ConsolePage console = room.open(Words.CHINESE, spot);
        String incidentId = Scene.incidentId(room.hear(spot, "着火了，三楼浓烟滚滚，有人困在里面"));
        console.search(incidentId);
        console.openIncident(incidentId);
        console.acknowledge();
        console.askAtMost(3);
        String first = console.bestCandidate();
        console.send(first);
        assertThat(console.assignmentIn("OFFERED").getByTestId("answer-by")).containsText("内应答");

        assertThat(console.assignmentIn("TIMED_OUT"))
                .isVisible(new IsVisibleOptions().setTimeout(OFFER_AND_A_BIT_MILLIS));
        Locator offered = console.assignmentIn("OFFERED");
        assertThat(offered.getByTestId("list-state")).containsText("顺位派单");
        String second = offered.getAttribute("data-person");
        assertThat(second).isNotEqualTo(first);
        ResponderPage phone = room.openPhone(Words.CHINESE, second);
        phone.press("accept");
        assertThat(console.assignment(second)).hasText(Words.CHINESE.accepted());
        phone.press("arrive");
        phone.finish("明火已扑灭");

        assertThat(console.assignment(second)).hasText(Words.CHINESE.done());
        assertThat(console.state()).containsText(Words.CHINESE.reportedBack());
        assertThat(console.timelineEntry("offer-next")).containsText("自动（代王值班）");
        assertThat(console.timelineEntry("time-out")).hasCount(1);
    }

    @Test
    void shouldHandOverToADepartmentThatGivesItBack(DutyRoom room) throws Exception {
        Spot spot = room.freshPlace().spot();
        ConsolePage console = room.open(Words.ENGLISH, spot);
        String incidentId = Scene.incidentId(room.hear(spot, "A deep pothole in the road, my tyre burst"));
        console.search(incidentId);
        console.openIncident(incidentId);
        console.acknowledge();
        assertThat(console.state()).containsText(Words.ENGLISH.acknowledged());
        IncidentPanel panel = console.panel();

        panel.handOverTo("", "Roads are theirs");
        assertThat(panel.handover()).hasAttribute("data-state", "HANDED");
        assertThat(panel.handover()).containsText("left");
        panel.handover("accept");
        assertThat(panel.handover()).hasAttribute("data-state", "ACCEPTED");
        panel.handover("return", "A private road");

        assertThat(panel.handover()).hasAttribute("data-state", "RETURNED");
        assertThat(panel.handover()).containsText("A private road");
        assertThat(console.state()).containsText(Words.ENGLISH.acknowledged());
        assertThat(console.timelineEntry("handover-return")).containsText("A private road");
    }
}
