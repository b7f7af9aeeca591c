package io.watchfloor.acceptance.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.watchfloor.testbed.Scene;
import io.watchfloor.testbed.Scene.Spot;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page and panel, in both languages and both themes, keeps nobody out that a checker can notice. */
@ExtendWith(SharedDutyRoom.class)
class AccessibilityJourney {
    static Stream<Arguments> looks() {
        return Stream.of(Arguments.of(Words.CHINESE, "dark"), Arguments.of(Words.ENGLISH, "light"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void shouldKeepNobodyOutOfTheConsole(Words words, String theme, DutyRoom room) throws Exception {
        Spot spot = room.freshPlace().spot();
        DeskPage desk = new DeskPage(room, words, spot);
        desk.useTheme(theme);
        String incidentId = Scene.incidentId(room.hear(spot, "电梯坏了，有人困在里面"));
        desk.console().openIncident(incidentId);
        Page page = desk.page();
        assertThat(desk.console().candidates().first()).isVisible();
        Axe.check(page, "incident, dispatch");
        for (String tab : new String[] {"tab-reports", "tab-timeline"}) {
            page.getByTestId(tab).click();
            Axe.check(page, tab);
        }
        page.getByTestId("note-open").click();
        Axe.check(page, "note");
        page.getByTestId("incident-panel-close").click();

        for (String opener : new String[] {"sounds", "desk-menu", "health", "officer", "layers"}) {
            page.getByTestId(opener).click();
            Axe.check(page, opener);
            page.keyboard().press("Escape");
        }
        for (String key : new String[] {"t", ":", "?"}) {
            page.getByTestId("map").focus();
            page.keyboard().press(key);
            assertThat(page.locator("dialog[open]")).isVisible();
            Axe.check(page, "key " + key);
            page.keyboard().press("Escape");
        }
        page.getByTestId("draw-area").click();
        Axe.check(page, "drawing an area");
        page.keyboard().press("Escape");
        page.getByTestId("measures-open").click();
        Axe.check(page, "measures");
    }

    @ParameterizedTest
    @MethodSource("looks")
    void shouldKeepNobodyOutOfTheOtherPages(Words words, String theme, DutyRoom room) {
        for (String path : new String[] {"/responder", "/handover", "/?kiosk"}) {
            Page page = room.browsers().open(room.system().address().resolve(path), words.language());
            page.evaluate("theme => localStorage.setItem('watchfloor.theme', theme)", theme);
            page.reload();
            page.waitForFunction(
                    "() => document.querySelector('.is-ready, [data-testid=person-row], [data-testid=wall-rows]')");
            Axe.check(page, path);
        }
    }
}
