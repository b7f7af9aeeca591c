package io.watchfloor.acceptance.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.watchfloor.testbed.Scene;
import io.watchfloor.testbed.Scene.Spot;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a commander asks: how soon a skill is where, what hangs on one person, what if more happened, which roads are closed. */
@ExtendWith(SharedDutyRoom.class)
class CoverJourney {
    private static final Pattern A_NUMBER = Pattern.compile("\\d+");

    @Test
    void shouldShowHowSoonASkillIsInEachCellAndWhatHangsOnOnePerson(DutyRoom room) {
        DeskPage desk = new DeskPage(room, Words.CHINESE, room.freshPlace().spot());
        Page page = desk.page();
        desk.useTheme("light");
        desk.press("c");
        assertThat(page.getByTestId("cover-summary")).containsText("个网格");
        assertThat(page.getByTestId("legend-coverage")).isVisible();
        assertThat(page.getByTestId("cover-cell").first()).isVisible();
        page.getByTestId("cover-skill").selectOption("lift-rescue");
        assertThat(page.getByTestId("legend-coverage-skill")).containsText("电梯救援");
        page.getByTestId("cover-level").selectOption("5");
        assertThat(page.getByTestId("legend-coverage-skill")).containsText("5 级");
        Axe.check(page, "cover");

        page.getByTestId("tab-coverage").press("ArrowRight");
        page.getByTestId("weak-days").selectOption("90");
        assertThat(page.getByTestId("weak-certificate").first()).containsText("证书");
        page.getByTestId("weak-hours").selectOption("72");
        assertThat(page.getByTestId("weak-gap").first()).containsText("级");
        Axe.check(page, "weak points");
        page.getByTestId("cover-close").click();
        assertThat(page.getByTestId("cover-panel")).isHidden();
        assertThat(page.url()).contains("layers=people,alerts,coverage");
    }

    @Test
    void shouldSayWhoWouldGoIfMoreHappenedHereAndSendNobody(DutyRoom room) throws Exception {
        Spot spot = room.freshPlace().spot();
        DeskPage desk = new DeskPage(room, Words.ENGLISH, spot);
        Page page = desk.page();
        String incidentId = Scene.incidentId(room.hear(spot, "电梯坏了，有人困在里面"));
        desk.console().openIncident(incidentId);
        int assigned =
                room.api().get("/assignments?active=true").get("assignments").size();
        desk.press("c");
        page.getByTestId("tab-whatif").click();
        assertThat(page.getByTestId("whatif-where")).containsText("Where:");
        assertThat(page.getByTestId("whatif-type")).hasValue("elevator-trapped");
        page.getByTestId("whatif-ask").press("Enter");
        assertThat(page.getByTestId("whatif-said")).containsText("2 more of “People trapped in a lift”");
        assertThat(page.getByTestId("whatif-teams").getByTestId("team")).hasCount(2);
        Axe.check(page, "what if");
        assertThat(room.api().get("/assignments?active=true").get("assignments").size())
                .isEqualTo(assigned);
    }

    @Test
    void shouldCloseARoadForAReasonForEveryoneAndOpenItAgain(DutyRoom room) throws Exception {
        Spot spot = room.freshPlace().spot();
        DeskPage desk = new DeskPage(room, Words.CHINESE, spot);
        DeskPage other = new DeskPage(room, Words.ENGLISH, spot);
        Page page = desk.page();
        desk.press("c");
        page.getByTestId("tab-roads").click();
        page.getByTestId("road-point").click();
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("road-chosen")).containsText("1 段");
        page.getByTestId("road-reason").fill("路面塌陷，抢修");
        page.getByTestId("road-until").selectOption("2");
        Axe.check(page, "closing a road");
        page.getByTestId("road-close").click();
        Locator closure = page.getByTestId("closure").filter(new Locator.FilterOptions().setHasText("路面塌陷，抢修"));
        assertThat(closure).containsText("王值班");
        await("the closure is known to whoever asks").atMost(DutyRoom.SOON).untilAsserted(() -> assertThat(
                        room.api().get("/roads/closures").findValuesAsText("reason"))
                .contains("路面塌陷，抢修"));

        other.press("c");
        other.page().getByTestId("tab-roads").click();
        Locator seen = other.page().getByTestId("closure").filter(new Locator.FilterOptions().setHasText("路面塌陷，抢修"));
        assertThat(seen).containsText("until");
        seen.getByTestId("road-open").click();
        assertThat(seen).isHidden();
        assertThat(closure).isHidden();
    }

    @Test
    void shouldShowFromWhereOneIsAtAnIncidentWithinSomeMinutes(DutyRoom room) throws Exception {
        Spot spot = room.freshPlace().spot();
        DeskPage desk = new DeskPage(room, Words.ENGLISH, spot);
        Page page = desk.page();
        desk.console().openIncident(Scene.incidentId(room.hear(spot, "电梯坏了，有人困在里面")));
        page.getByTestId("show-reach").click();
        assertThat(page.getByTestId("reach-text"))
                .hasText(Pattern.compile("Reached within 10 min from \\d+ junctions"));
        int within10 = lastNumber(page.getByTestId("reach-text").textContent());
        page.getByTestId("reach-minutes").selectOption("5");
        assertThat(page.getByTestId("reach-text")).containsText("within 5 min from");
        assertThat(lastNumber(page.getByTestId("reach-text").textContent())).isBetween(1, within10);
        Axe.check(page, "reach");
        page.getByTestId("reach-hide").click();
        assertThat(page.getByTestId("reach-card")).isHidden();
    }

    private static int lastNumber(String text) {
        return A_NUMBER.matcher(text)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group()))
                .reduce((before, last) -> last)
                .orElseThrow();
    }

    @Test
    void shouldRegisterAPhoneThatIsUnderstoodAsItWasToldToBeSetAndRevokeIt(DutyRoom room) throws Exception {
        DeskPage desk = new DeskPage(room, Words.ENGLISH, room.freshPlace().spot());
        Page page = desk.page();
        page.getByTestId("desk-menu").click();
        page.getByTestId("menu-devices").click();
        page.getByTestId("device-person-search").fill("P-001");
        page.getByTestId("device-person-search").press("Enter");
        assertThat(page.getByTestId("device-program")).isVisible();
        page.getByTestId("device-program").selectOption("owntracks");
        page.getByTestId("device-label").fill("duty phone 3");
        page.getByTestId("device-register").click();
        assertThat(page.getByTestId("device-made")).isVisible();
        Axe.check(page, "phones");
        URI address = URI.create(setting(page, "url"));
        String credentials = setting(page, "user") + ":" + setting(page, "password");
        assertThat(post(address, credentials)).isEqualTo(200);
        assertThat(post(address, setting(page, "user") + ":wrong")).isEqualTo(401);

        Locator device = page.getByTestId("device-row")
                .filter(new Locator.FilterOptions().setHasText("duty phone 3"))
                .first();
        device.getByTestId("device-revoke").click();
        assertThat(device).containsText("revoked by Wang");
        assertThat(post(address, credentials)).isEqualTo(401);
        page.getByTestId("devices-close").click();
        assertThat(page.getByTestId("device-settings").locator("code")).hasCount(0);
    }

    private static String setting(Page page, String name) {
        return page.locator("code[data-setting='phones." + name + "']").textContent();
    }

    /** As OwnTracks posts a position; gives the status. */
    private static int post(URI address, String credentials) throws Exception {
        String body = "{\"_type\":\"location\",\"lat\":30.25,\"lon\":120.25,\"acc\":12,\"tst\":"
                + Instant.now().getEpochSecond() + "}";
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + basic)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
