package io.watchfloor.acceptance.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.watchfloor.testbed.Scene.Spot;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;

/** What an officer's desk has beside list, map and incident: commands, tables, areas, notes. */
final class DeskPage {
    private final Page page;
    private final ConsolePage console;

    /** The console with an officer at it, looking at a spot from near, at most by keyboard. */
    DeskPage(DutyRoom room, Words words, Spot spot) {
        URI address = room.system().address().resolve("/?map=17/" + spot.lat() + "/" + spot.lon());
        page = room.browsers().open(address, words.language());
        console = new ConsolePage(page);
        console.awaitOfficer(words.say("王值班", "Wang"));
        assertThat(console.connection()).hasText(words.live());
    }

    Page page() {
        return page;
    }

    ConsolePage console() {
        return console;
    }

    void useTheme(String theme) {
        page.evaluate("theme => localStorage.setItem('watchfloor.theme', theme)", theme);
        page.reload();
        assertThat(page.locator("html[data-theme=" + theme + "].is-ready")).isVisible();
    }

    /** Presses a key with the cursor in no field. */
    void press(String key) {
        page.getByTestId("map").focus();
        page.keyboard().press(key);
    }

    /** Types a command and runs it. */
    void command(String line) {
        press(":");
        page.getByTestId("command-field").fill(line);
        page.keyboard().press("Enter");
    }

    Locator commandProblem() {
        return page.getByTestId("command-problem");
    }

    Locator toasts() {
        return page.getByTestId("toast");
    }

    Locator tableRows() {
        return page.getByTestId("table-row");
    }

    /** The table as it is shown, as the file that is saved. */
    String saveTable() throws IOException {
        Download download =
                page.waitForDownload(() -> page.getByTestId("table-save").click());
        return Files.readString(download.path());
    }

    /** Brings the open incident into the middle of the map. */
    void locate() {
        String before = page.url();
        page.getByTestId("locate").press("Enter");
        page.waitForCondition(() -> !page.url().equals(before));
    }

    /** A rectangle around the middle of the map, drawn with the keyboard alone. */
    void drawAroundTheMiddle() {
        press("d");
        page.getByTestId("area-rectangle").focus();
        page.keyboard().press("Enter");
        corner("ArrowUp", "ArrowLeft");
        for (int i = 0; i < 2; i++) {
            move("ArrowDown", "ArrowRight");
        }
        page.keyboard().press("Enter");
    }

    private void corner(String vertical, String horizontal) {
        move(vertical, horizontal);
        page.keyboard().press("Enter");
    }

    /** The map glides a little way at each press; it has to come to rest before the next counts from there. */
    private void move(String vertical, String horizontal) {
        for (String key : new String[] {vertical, horizontal}) {
            String before = page.url();
            page.keyboard().press(key);
            page.waitForCondition(() -> !page.url().equals(before));
        }
    }

    Locator inArea(String what) {
        return page.getByTestId("area-count-" + what);
    }
}
