package io.watchfloor.acceptance.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.watchfloor.testbed.Scene;
import io.watchfloor.testbed.Scene.Place;
import io.watchfloor.testbed.Scene.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A shift at the desk, mostly by keyboard: commands, tables, areas, notes, a storm, the wall, and the handover. */
@ExtendWith(SharedDutyRoom.class)
class WorkingScreenIT {
    private static final int STORM = 200;
    private static final String[] STORM_TYPES = {"noise", "garbage", "road-damage", "flooding", "power-outage"};

    @Test
    void shouldDoWhatTheCommandLineSaysAndSayInWordsWhatItCannot(DutyRoom room) throws Exception {
        Spot spot = room.freshPlace().spot();
        DeskPage desk = new DeskPage(room, Words.CHINESE, spot);
        String incidentId = Scene.incidentId(room.hear(spot, "电梯坏了，有人困在里面"));
        desk.console().openIncident(incidentId);

        desk.command("A");
        assertThat(desk.console().acknowledgedBy()).containsText("王值班");
        desk.command("X.1");
        assertThat(desk.commandProblem()).containsText("没有“X”这个指令");
        desk.page().getByTestId("command-field").fill("D.没有这个人");
        desk.page().keyboard().press("Enter");
        assertThat(desk.commandProblem()).containsText("名册上没有“没有这个人”");
        desk.page().keyboard().press("Escape");

        desk.command("N.门牌看不清。已回电");
        assertThat(desk.console().timelineEntry("note")).containsText("门牌看不清。已回电");
        String best = bestCandidate(desk);
        desk.command("D." + best + "." + incidentId);
        assertThat(desk.console().assignment(best)).hasText(Words.CHINESE.offered());
        desk.command("R." + best);
        assertThat(desk.console().assignment(best)).hasText("已撤回");
        desk.command("Z.30.业主已约十点到场");
        assertThat(desk.page().getByTestId("put-off")).containsText("业主已约十点到场");
        assertThat(room.incident(incidentId).get("state").asText()).isEqualTo("OPENED");
    }

    private static String bestCandidate(DeskPage desk) {
        desk.page().getByTestId("tab-dispatch").click();
        assertThat(desk.console().candidates().first()).isVisible();
        return desk.console().bestCandidate();
    }

    @Test
    void shouldListNarrowSaveAndOpenWhatIsOnTheMapByKeyboard(DutyRoom room) throws Exception {
        Spot spot = room.freshPlace().spot();
        DeskPage desk = new DeskPage(room, Words.ENGLISH, spot);
        String incidentId = Scene.incidentId(room.hear(spot, "=着火了，三楼浓烟滚滚"));
        desk.press("t");
        desk.page().getByTestId("table-search").fill(incidentId);
        assertThat(desk.tableRows()).hasCount(1);
        assertThat(desk.saveTable()).contains(incidentId).contains("'=着火了").startsWith("\ufeffId,");

        desk.tableRows().locator("button").press("Enter");
        assertThat(desk.console().incidentId()).hasText(incidentId);

        desk.locate();
        desk.drawAroundTheMiddle();
        assertThat(desk.inArea("incidents")).hasText("1");
        desk.page().getByTestId("area-incidents").press("Enter");
        assertThat(desk.tableRows()).hasCount(1);
        assertThat(desk.page().url()).contains("area=rectangle:");
    }

    @Test
    void shouldLetKeysBeSwitchedOff(DutyRoom room) {
        DeskPage desk = new DeskPage(room, Words.ENGLISH, room.freshPlace().spot());
        desk.press("?");
        desk.page().getByTestId("single-keys").uncheck();
        desk.page().keyboard().press("Escape");
        desk.press("t");
        assertThat(desk.page().getByTestId("table")).isHidden();
        desk.page().getByTestId("desk-menu").press("Enter");
        desk.page().getByTestId("menu-table").press("Enter");
        assertThat(desk.page().getByTestId("table")).isVisible();
    }

    @Test
    void shouldHandOverToTheNextOfficer(DutyRoom room) throws Exception {
        Spot spot = room.freshPlace().spot();
        DeskPage desk = new DeskPage(room, Words.CHINESE, spot);
        String incidentId = Scene.incidentId(room.hear(spot, "电梯坏了，有人困在里面"));
        desk.console().openIncident(incidentId);
        desk.page().getByTestId("note-open").click();
        desk.page().getByTestId("note-text").fill("半小时内回电来电人");
        desk.page().getByTestId("note-due").selectOption("30");
        desk.page().getByTestId("note-save").click();
        assertThat(desk.page().getByTestId("promise")).containsText("半小时内回电来电人");

        Page page = desk.page();
        page.navigate(room.system().address().resolve("/handover").toString());
        assertThat(page.getByTestId("handover-open")).containsText(incidentId);
        assertThat(page.getByTestId("handover-promised")).containsText("半小时内回电来电人");
        page.getByTestId("handover-remark").fill("三号桥有人看守");
        page.getByTestId("handover-give").click();
        Locator handed = page.getByTestId("handover-item").first();
        assertThat(handed).containsText("王值班");
        handed.getByTestId("handover-sign").click();
        assertThat(page.getByTestId("toast").last()).containsText("不能签收自己的交接");

        Page next = room.browsers().open(room.system().address(), Words.CHINESE.language(), "李值班");
        Locator announced = next.getByTestId("handover-waiting");
        assertThat(announced).containsText("王值班");
        next.reload();
        assertThat(announced).containsText("等待接班签收");
        assertThat(next.getByTestId("menu-waiting")).hasText("1");
        Axe.check(next, "a handover waits");
        Page sheet = next.context()
                .waitForPage(
                        () -> announced.getByTestId("handover-waiting-read").click());
        Locator waiting = sheet.getByTestId("handover-item").first();
        assertThat(sheet.getByTestId("handover-notice")).containsText("三号桥有人看守");
        waiting.getByTestId("handover-sign").click();
        assertThat(waiting).containsText("李值班");
        assertThat(announced).isHidden();
        assertThat(sheet.getByTestId("handover-notice")).containsText("三号桥有人看守");
        assertThat(sheet.getByTestId("handover-open")).containsText(incidentId);
    }

    @Test
    void shouldGroupAStormAndHideNothingOfIt(DutyRoom room) throws Exception {
        DeskPage desk = new DeskPage(room, Words.ENGLISH, room.freshPlace().spot());
        storm(room);
        Page page = desk.page();
        assertThat(page.getByTestId("flood")).isVisible();
        assertThat(page.getByTestId("flood")).containsText("nothing is hidden");
        await("everything is in a row or a group")
                .pollInSameThread()
                .atMost(DutyRoom.SOON)
                .untilAsserted(() -> {
                    page.getByTestId("map").hover();
                    assertThat(open(page)).isGreaterThan(STORM / 4);
                    assertThat(countedInList(page)).isEqualTo(open(page));
                });

        String first = page.getByTestId("group-row").first().getAttribute("data-key"); // another may be, a moment later
        Locator group = page.locator("[data-testid=group-row][data-key='" + first + "']");
        int members = firstNumber(group.locator(".group-count").textContent());
        group.click();
        assertThat(group).hasAttribute("aria-expanded", "true");
        assertThat(page.locator("[data-testid=incident-row][aria-level='2']").first())
                .isVisible();
        assertThat(members).isGreaterThan(1);
        page.getByTestId("flood-turn").click();
        assertThat(page.getByTestId("group-row")).hasCount(0);
    }

    @Test
    void shouldShowTheRoomWhatIsWrongAndNothingToPress(DutyRoom room) throws Exception {
        Place place = room.freshPlace();
        String incidentId = Scene.incidentId(room.hear(place.spot(), "着火了，三楼浓烟滚滚，有人困在里面"));
        Page page = room.browsers().open(room.system().address().resolve("/?kiosk"), Words.CHINESE.language());
        page.setViewportSize(1920, 1080);
        assertThat(page.getByTestId("wall-I")).hasText(Pattern.compile("[1-9]\\d*"));
        assertThat(page.locator("[data-testid=wall-row][data-id='" + incidentId + "']"))
                .isVisible();
        assertThat(page.locator("button:visible, a:visible, input:visible")).hasCount(0);
    }

    /** Two hundred calls at once, all over the district. */
    private static void storm(DutyRoom room) throws Exception {
        List<Place> places = Scene.listPlaces(room.api());
        List<String> reports = new ArrayList<>();
        for (int i = 0; i < STORM; i++) {
            Spot spot = places.get(i % places.size()).spot().north(i * 3);
            reports.add(Scene.report(Scene.newSourceId(), STORM_TYPES[i % STORM_TYPES.length], spot, "第 " + i + " 件"));
        }
        assertThat(room.api().postReports(reports).status()).isEqualTo(202);
    }

    private static int open(Page page) {
        return firstNumber(
                page.getByTestId("filter-open").locator(".chip-count").textContent());
    }

    /** What rows and groups stand for, all of the list scrolled through. */
    private static int countedInList(Page page) {
        return ((Number) page.evaluate("""
                () => {
                  const list = document.querySelector('[data-testid=incident-list]');
                  const seen = new Map();
                  for (let top = 0; top <= list.scrollHeight; top += 300) {
                    list.scrollTop = top;
                    list.dispatchEvent(new Event('scroll'));
                    for (const row of list.querySelectorAll('.row')) {
                      const count = row.querySelector('.group-count');
                      seen.set(row.dataset.key, count ? parseInt(count.textContent) : 1);
                    }
                  }
                  list.scrollTop = 0;
                  return [...seen.values()].reduce((a, b) => a + b, 0);
                }
                """)).intValue();
    }

    private static int firstNumber(String text) {
        return Integer.parseInt(text.replaceAll("^\\D*(\\d+).*$", "$1"));
    }
}
