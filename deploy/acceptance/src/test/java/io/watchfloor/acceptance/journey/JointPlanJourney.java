package io.watchfloor.acceptance.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import io.watchfloor.testbed.Scene;
import io.watchfloor.testbed.Scene.Spot;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan over all open incidents: seen, sent, people told to stand by, and an area that sends by itself. */
// first of those that share a room: the others bind the people it plans with
@Order(1)
@ExtendWith(SharedDutyRoom.class)
class JointPlanJourney {
    /** Cover is looked at once a minute. */
    private static final double LOOKED_AT_MILLIS = 100_000;

    /** The smallest screen that an officer may have. */
    private static final int SMALL_WIDTH = 1366;

    private static final int SMALL_HEIGHT = 768;
    private static final IsInViewportOptions WHOLLY = new IsInViewportOptions().setRatio(1);

    private static final int OK = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Test
    void shouldSendTheTeamsOfSeveralIncidentsOneByOneAndAllAtOnce(DutyRoom room) throws Exception {
        Spot spot = room.freshPlace().spot();
        DeskPage desk = new DeskPage(room, Words.CHINESE, spot);
        Page page = desk.page();
        List<String> incidents = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Spot near = i == 0 ? spot : room.freshPlace().spot();
            incidents.add(Scene.incidentId(room.hear(near, "电梯坏了，有人困在里面")));
        }
        page.getByTestId("plan-open").click();
        for (String incidentId : incidents) {
            assertThat(row(page, incidentId).getByTestId("plan-person").first()).isVisible();
        }
        Axe.check(page, "joint plan");

        row(page, incidents.get(0)).getByTestId("plan-send").click();
        assertThat(row(page, incidents.get(0)).getByTestId("plan-send")).isHidden();
        assertThat(sentTo(room, incidents.get(0))).isNotEmpty().allMatch("王值班"::equals);

        page.getByTestId("plan-send-all").click();
        page.getByTestId("plan-send-all-confirm").click();
        for (String incidentId : incidents.subList(1, 3)) {
            assertThat(row(page, incidentId).getByTestId("plan-send")).isHidden();
            assertThat(sentTo(room, incidentId)).isNotEmpty();
        }
    }

    static List<Words> languages() {
        return List.of(Words.CHINESE, Words.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void shouldShowTheTeamAndWhoCanGoAtAGlanceOnASmallScreen(Words words, DutyRoom room) throws Exception {
        Spot spot = room.freshPlace().spot();
        DeskPage desk = new DeskPage(room, words, spot);
        desk.page().setViewportSize(SMALL_WIDTH, SMALL_HEIGHT);
        String incidentId = Scene.incidentId(room.hear(spot, "电梯坏了，我妈和两个孩子困在里面，按铃没有人答应，里面很热，老人有心脏病，请你们快一点来人"));
        desk.console().openIncident(incidentId);

        assertThat(desk.page().getByTestId("suggested-team").getByTestId("plan-send"))
                .isInViewport(WHOLLY);
        assertThat(desk.console().candidates().first().getByTestId("send")).isInViewport(WHOLLY);
        awaitOver(room, incidentId); // at some hours of the day few who free people from lifts are on duty
    }

    @Test
    void shouldNoteWhoWasToldToStandByForEveryOfficer(DutyRoom room) throws Exception {
        Spot spot = room.freshPlace().spot();
        DeskPage desk = new DeskPage(room, Words.CHINESE, spot);
        DeskPage other = new DeskPage(room, Words.ENGLISH, spot);
        Page page = desk.page();
        // calls that are over: more of them are to be expected, and nobody is needed for these any more
        List<String> calls = new ArrayList<>();
        for (int metersNorth = -800; metersNorth <= 800; metersNorth += 400) {
            calls.add(Scene.incidentId(room.hear(spot.north(metersNorth), "楼道里煤气味很浓，怀疑燃气泄漏")));
        }
        for (String incidentId : calls) {
            awaitOver(room, incidentId);
        }
        page.getByTestId("plan-open").click();
        Locator move = page.getByTestId("plan-move").first();
        assertThat(move).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LOOKED_AT_MILLIS));
        String personId = move.getAttribute("data-person");
        page.locator("[data-testid=plan-move][data-person='" + personId + "']")
                .getByTestId("plan-tell")
                .click();
        assertThat(told(page, personId)).containsText("王值班");

        other.page().getByTestId("plan-open").click();
        assertThat(told(other.page(), personId)).containsText("told by 王值班");
        assertThat(other.page().locator("[data-testid=plan-move][data-person='" + personId + "']"))
                .hasCount(0);
    }

    @Test
    void shouldLetAnAreaSendByItselfWhileItIsSetSo(DutyRoom room) throws Exception {
        Spot spot = room.freshPlace().spot();
        DeskPage desk = new DeskPage(room, Words.ENGLISH, spot);
        Page page = desk.page();
        String first = Scene.incidentId(room.hear(spot, "电梯坏了，有人困在里面"));
        desk.console().openIncident(first);
        String areaId = areaOf(room, room.incident(first).get("cellId").asText());

        page.getByTestId("plan-open").click();
        setArea(page, areaId, "short of hands tonight", "true");
        try {
            await("the team of " + first + " is sent by itself")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(sentTo(room, first))
                            .isNotEmpty()
                            .allMatch(who -> who.startsWith("Wang") && who.contains("automatic")));
        } finally {
            setArea(page, areaId, "the day shift is here", "false");
        }
        page.getByTestId("plan-close").click();
        assertThat(desk.console().assignmentIn("OFFERED").first()).isVisible();
    }

    private static void awaitOver(DutyRoom room, String incidentId) {
        await("call " + incidentId + " is over").atMost(PATIENCE).until(() -> isOver(room, incidentId));
    }

    private static boolean isOver(DutyRoom room, String incidentId) throws IOException, InterruptedException {
        String incident = "/incidents/" + incidentId;
        return room.api().post(incident + "/acknowledge", "王值班", "{}").status() == OK
                && room.api().post(incident + "/close", "王值班", "{}").status() == OK;
    }

    private static void setArea(Page page, String areaId, String reason, String pressed) {
        Locator box = page.getByTestId("plan-auto");
        if (box.getAttribute("open") == null) {
            box.locator("summary").click();
        }
        page.getByTestId("plan-auto-reason").fill(reason);
        Locator area = page.locator("[data-testid=plan-auto-area][data-area='" + areaId + "']");
        area.click();
        assertThat(area).hasAttribute("aria-pressed", pressed);
    }

    private static String areaOf(DutyRoom room, String cellId) throws Exception {
        for (JsonNode cell : room.api().get("/district").get("cells")) {
            if (cell.get("id").asText().equals(cellId)) {
                return cell.get("areaId").asText();
            }
        }
        throw new AssertionError("the district has no cell " + cellId);
    }

    private static Locator row(Page page, String incidentId) {
        return page.locator("[data-testid=plan-row][data-id='" + incidentId + "']");
    }

    private static Locator told(Page page, String personId) {
        return page.locator("[data-testid=plan-told-row][data-person='" + personId + "']");
    }

    /** Who sent them, for each who was sent. */
    private static List<String> sentTo(DutyRoom room, String incidentId) throws Exception {
        List<String> senders = new ArrayList<>();
        for (JsonNode assignment : room.api().get("/incidents/" + incidentId).get("assignments")) {
            senders.add(assignment.get("assignedBy").asText());
        }
        return senders;
    }
}
