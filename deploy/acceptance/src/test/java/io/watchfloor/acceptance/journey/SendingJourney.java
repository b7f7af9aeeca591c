package io.watchfloor.acceptance.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.watchfloor.testbed.Scene;
import io.watchfloor.testbed.Scene.Spot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is not sent without a word: off shift or unqualified, signed off, or asked before. */
@ExtendWith(SharedDutyRoom.class)
class SendingJourney {
    @Test
    void shouldAskWhySomebodyIsSentWhoIsNotEligibleAndKeepThat(DutyRoom room) throws Exception {
        Spot spot = room.freshPlace().spot();
        DeskPage desk = new DeskPage(room, Words.CHINESE, spot);
        Page page = desk.page();
        String incidentId = Scene.incidentId(room.hear(spot, "着火了，三楼浓烟滚滚"));
        desk.console().openIncident(incidentId);
        String unfit = offDuty(room);

        desk.command("D." + unfit + "." + incidentId);
        Locator form = page.getByTestId("despite");
        assertThat(form).isVisible();
        assertThat(page.getByTestId("despite-why")).containsText("不当班");
        page.getByTestId("despite-send").click();
        assertThat(form).containsText("请写明原因");
        Axe.check(page, "not eligible");
        page.getByTestId("despite-cancel").click();
        assertThat(sentTo(room, incidentId)).isEmpty();

        desk.command("D." + unfit + "." + incidentId);
        page.getByTestId("despite-reason").fill("电话确认可到");
        page.getByTestId("despite-reason").press("Enter");
        assertThat(desk.console().assignment(unfit)).hasText(Words.CHINESE.offered());
        assertThat(desk.console().timelineEntry("assign")).containsText("电话确认可到");
        assertThat(desk.console().timelineEntry("assign")).containsText("不当班");
        assertThat(sentTo(room, incidentId)).containsExactly(unfit);
    }

    @Test
    void shouldSignSomebodyOffAndOnAgain(DutyRoom room) throws Exception {
        DeskPage desk = new DeskPage(room, Words.ENGLISH, room.freshPlace().spot());
        Page page = desk.page();
        JsonNode person = person(room, true);
        String id = person.get("id").asText();
        page.getByTestId("desk-menu").click();
        page.getByTestId("menu-absences").click();
        page.getByTestId("absence-add").click();
        page.getByTestId("absence-person-search").fill(id);
        page.keyboard().press("Enter");
        page.getByTestId("absence-reason").selectOption("ILL");
        page.getByTestId("absence-minutes").selectOption("120");
        page.getByTestId("absence-confirm").click();
        Locator row = page.locator("[data-testid=absence-row][data-person='" + id + "']");
        assertThat(row).containsText("Ill");
        assertThat(row).containsText("back by themselves at");
        Axe.check(page, "signed off");
        assertThat(room.api().get("/people/" + id).get("availability").asText()).isEqualTo("UNAVAILABLE");

        row.getByTestId("absence-back").click();
        assertThat(row).hasCount(0);
    }

    private static List<String> sentTo(DutyRoom room, String incidentId) throws Exception {
        return room.api().get("/incidents/" + incidentId).get("assignments").findValuesAsText("personId");
    }

    private static String offDuty(DutyRoom room) throws Exception {
        return person(room, false).get("id").asText();
    }

    /** The last of the roster who is free, and on shift or not: journeys that take the nearest leave them alone. */
    private static JsonNode person(DutyRoom room, boolean onDuty) throws Exception {
        JsonNode found = null;
        for (JsonNode person : room.api().get("/people").get("people")) {
            boolean free = person.get("availability").asText().equals("FREE");
            if (free && person.get("onDuty").asBoolean() == onDuty) {
                found = person;
            }
        }
        assertThat(found).isNotNull();
        return found;
    }
}
