package io.watchfloor.acceptance.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.watchfloor.testbed.RunningSystem;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Takes the pictures of the READMEs again, of the made-up district with its simulated callers and responders. Runs only when
 * asked, by {@code console/screenshots/retake}.
 */
@EnabledIfSystemProperty(named = Pictures.ASKED, matches = "true")
class PicturesIT {
    private static final Duration LIVELY_WITHIN = Duration.ofMinutes(10);
    private static final int LIVELY_INCIDENTS = 12;
    private static final int LIVELY_ALERTS = 1;
    private static final Set<String> WAITING = Set.of("REPORTED", "OPENED");
    private static final double AREA_METERS = 900;
    private static final Comparator<JsonNode> GRAVEST_FIRST = Comparator.comparingInt(PicturesIT::gradeRank)
            .thenComparingInt(incident -> -incident.get("reportCount").asInt());

    private static DutyRoom room;

    @BeforeAll
    static void awaitALivelyPicture() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        room = DutyRoom.of(RunningSystem.start("pictures"));
        Page page = room.browsers().open(room.system().address(), "en-US");
        await("enough is going on").pollInSameThread().atMost(LIVELY_WITHIN).until(() -> isLively(page));
        room.browsers().closePages();
    }

    private static boolean isLively(Page page) {
        Locator open = page.getByTestId("filter-open").locator(".chip-count");
        String count = open.textContent();
        return !count.isEmpty()
                && Integer.parseInt(count) >= LIVELY_INCIDENTS
                && page.getByTestId("alert-row").count() >= LIVELY_ALERTS;
    }

    @AfterAll
    static void stopEverything() {
        if (room != null) {
            room.close();
        }
    }

    @AfterEach
    void closePages() {
        room.browsers().closePages();
    }

    static List<Words> languages() {
        return List.of(Words.CHINESE, Words.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void shouldShowTheConsole(Words words) throws Exception {
        Page page = open(words, "/?incident=" + gravest().get("id").asText());
        assertThat(page.getByTestId("candidate-row").first()).isVisible();
        assertThat(page.getByTestId("needs")).isVisible();
        Pictures.keep(page, "console-" + words.language().substring(0, 2));
    }

    @Test
    void shouldShowAFloodAndAMessageToThePeopleInAnArea() throws Exception {
        JsonNode middle = gravest();
        String area = "circle:" + middle.get("lat").asDouble() + ","
                + middle.get("lon").asDouble() + "," + AREA_METERS;
        Page page = open(Words.ENGLISH, "/?area=" + area);
        assertThat(page.getByTestId("flood")).isVisible();
        page.getByTestId("group-row").first().click();
        assertThat(page.locator("[data-testid=incident-row][aria-level='2']").first())
                .isVisible();
        page.getByTestId("notice-write").click();
        page.getByTestId("notice-text").fill("Chemical smell: keep upwind of the station and wait there");
        Pictures.keep(page, "flood-en");
    }

    @Test
    void shouldShowTheWall() throws Exception {
        Page page = room.browsers().open(room.system().address().resolve("/?kiosk"), Words.CHINESE.language());
        page.setViewportSize(1920, 1080);
        assertThat(page.getByTestId("wall-row").first()).isVisible();
        assertThat(page.getByTestId("connection-state")).hasText(Words.CHINESE.live());
        Pictures.keep(page, "wall-zh");
    }

    @Test
    void shouldShowTheHandover() throws Exception {
        Page page = room.browsers().open(room.system().address().resolve("/handover"), Words.CHINESE.language());
        assertThat(page.getByTestId("handover-open")).isVisible();
        page.getByTestId("handover-remark").fill("三号桥有人看守，夜班请每小时确认一次");
        Pictures.keep(page, "handover-zh");
    }

    /** The open incident with a place that most reports tell of, among those of the gravest grade that is there. */
    private static JsonNode gravest() throws IOException, InterruptedException {
        JsonNode incidents = room.api().get("/incidents?state=open&limit=500").get("incidents");
        return StreamSupport.stream(incidents.spliterator(), false)
                .filter(incident -> WAITING.contains(incident.get("state").asText()) && incident.has("lat"))
                .min(GRAVEST_FIRST)
                .orElseThrow();
    }

    private static int gradeRank(JsonNode incident) {
        return List.of("I", "II", "III", "IV").indexOf(incident.get("grade").asText());
    }

    /** The console with its sounds allowed, which a browser does at the first click. */
    private static Page open(Words words, String path) {
        Page page = room.browsers().open(room.system().address().resolve(path), words.language());
        ConsolePage console = new ConsolePage(page);
        assertThat(console.connection()).hasText(words.live());
        page.getByTestId("list-search").click();
        page.getByTestId("map").focus();
        assertThat(page.getByTestId("incident-list").locator(".row").first()).isVisible();
        return page;
    }
}
