package io.watchfloor.acceptance.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.watchfloor.testbed.ApiClient;
import io.watchfloor.testbed.RunningSystem;
import io.watchfloor.testbed.Scene;
import io.watchfloor.testbed.Scene.Spot;
import io.watchfloor.testbed.Signal;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The loop, end to end: a report, an incident on the map, somebody sent, somebody arriving, the incident closed. */
class DutyRoomIT {
    private static final String TYPE = "elevator-trapped";
    private static final int ACCEPTED = 202;
    /** Near enough for the same people, too far to be one incident. */
    private static final double METERS_APART = 200;

    private static final Duration BACK_AGAIN = Duration.ofMinutes(1);
    private static final Duration STALE_AFTER = Duration.ofSeconds(10);

    private static RunningSystem system;
    private static ApiClient api;
    private static Browsers browsers;
    private static Iterator<Spot> freshSpots;

    @BeforeAll
    static void startEverything() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
        system = RunningSystem.start("duty-room", "--feed", "none");
        api = new ApiClient(system);
        browsers = new Browsers(system);
        freshSpots = Scene.listSpots(api).iterator();
    }

    @AfterAll
    static void stopEverything() throws InterruptedException {
        if (browsers != null) {
            browsers.close();
        }
        if (system != null) {
            system.stop();
        }
    }

    @AfterEach
    void closePages() {
        browsers.closePages();
    }

    static Stream<Words> languages() {
        return Stream.of(Words.ENGLISH, Words.CHINESE);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void shouldTakeAnIncidentFromItsFirstReportToItsEnd(Words words) throws Exception {
        explain("loop-" + words, () -> {
            Spot spot = freshSpots.next();
            ConsolePage console = openConsole(words, "王值班", "/?map=17/" + spot.lat() + "/" + spot.lon());
            String incidentId = happens("锦绣家园3号楼电梯坏了，我妈还在里面", spot);
            console.search(incidentId);
            assertThat(console.row(incidentId)).isVisible();
            findsItOnTheMap(console, incidentId, words);

            console.acknowledge();
            assertThat(console.state()).containsText(words.acknowledged());
            assertThat(console.acknowledgedBy()).containsText("王值班");

            String personId = console.bestCandidate();
            assertThat(console.reasons(personId).first()).isVisible();
            ResponderPage responder = openResponder(words, personId);
            assertThat(responder.idle()).isVisible();

            console.send(personId);
            assertThat(responder.offer()).isVisible();
            assertThat(responder.state()).hasText(words.offered());
            assertThat(console.assignment(personId)).hasText(words.offered());

            goesThere(console, responder, personId, words);
            console.closeIncident("梯门已修复");
            assertThat(console.state()).containsText(words.closed());
            console.openAgain();
            assertThat(console.state()).not().containsText(words.closed());
            console.closeIncident("确已修复");
            assertThat(console.state()).containsText(words.closed());
            // the first report, acknowledge, assign, accept, en route, arrive, done, close, open again, close
            assertThat(console.timeline()).hasCount(10);
            return null;
        });
    }

    private static void findsItOnTheMap(ConsolePage console, String incidentId, Words words) {
        assertThat(console.tipInTheMiddleOfTheMap()).containsText(words.type());
        console.clickTheMiddleOfTheMap();
        assertThat(console.incidentId()).hasText(incidentId);
        assertThat(console.type()).hasText(words.type());
        assertThat(console.row(incidentId)).hasAttribute("aria-selected", "true");
    }

    private static void goesThere(ConsolePage console, ResponderPage responder, String personId, Words words) {
        responder.press("accept");
        assertThat(console.assignment(personId)).hasText(words.accepted());
        responder.press("en-route");
        assertThat(console.assignment(personId)).hasText(words.enRoute());
        responder.press("arrive");
        assertThat(console.assignment(personId)).hasText(words.onScene());
        assertThat(console.state()).containsText(words.handling());
        responder.finish("人已救出");
        assertThat(console.assignment(personId)).hasText(words.done());
        assertThat(console.state()).containsText(words.reportedBack());
        assertThat(responder.idle()).isVisible();
    }

    @Test
    void shouldSwitchItsLanguageAtOnce() throws Exception {
        explain("language", () -> {
            ConsolePage console = openConsole(Words.ENGLISH, "Wang");
            console.openIncident(happens("电梯停在两层之间"));
            assertThat(console.type()).hasText(Words.ENGLISH.type());

            console.switchLanguage();

            assertThat(console.type()).hasText(Words.CHINESE.type());
            assertThat(console.connection()).hasText(Words.CHINESE.live());
            return null;
        });
    }

    @Test
    void shouldTellTheSecondOfficerWhoSentThePersonFirst() throws Exception {
        explain("two-officers", () -> {
            ConsolePage first = openConsole(Words.ENGLISH, "Wang");
            LiveGate gate = browsers.openBehindGate(system.address(), Words.ENGLISH.language(), "Li");
            ConsolePage second = new ConsolePage(gate.page());
            second.awaitOfficer("Li");
            Spot spot = freshSpots.next();
            first.openIncident(happens("电梯里有两个人", spot));
            second.openIncident(happens("隔壁小区电梯也停了", spot.north(METERS_APART)));
            assertThat(second.candidates().first()).isVisible();
            String personId = first.bestCandidate();
            assertThat(second.candidate(personId)).isVisible();

            // both press before either has heard of the other
            gate.hold();
            first.send(personId);
            assertThat(first.assignment(personId)).hasText(Words.ENGLISH.offered());
            second.send(personId);

            assertThat(second.conflict(personId)).containsText("Wang");
            assertThat(api.get("/assignments?personId=" + personId + "&active=true")
                            .get("assignments"))
                    .hasSize(1);
            return null;
        });
    }

    @Test
    void shouldSayThatThePictureHasStoppedAndGoOnWhenItMovesAgain() throws Exception {
        explain("stale", () -> {
            ConsolePage console = openConsole(Words.ENGLISH, "Wang");
            ProcessHandle gateway = system.find("gateway").orElseThrow();

            Signal.STOP.sendTo(gateway);
            assertThat(console.staleBanner()).isVisible(within(STALE_AFTER.plusSeconds(10)));
            Signal.CONTINUE.sendTo(gateway);

            assertThat(console.staleBanner()).isHidden(new IsHiddenOptions().setTimeout(20_000));
            assertThat(console.connection()).hasText(Words.ENGLISH.live(), eventually());
            return null;
        });
    }

    @Test
    void shouldComeBackWithWhatHappenedMeanwhileWhenTheGatewayIsKilled() throws Exception {
        explain("dropped", () -> {
            Page page = browsers.open(system.address(), Words.ENGLISH.language());
            ConsolePage console = new ConsolePage(page);
            assertThat(console.connection()).hasText(Words.ENGLISH.live());
            page.evaluate("window.loadedOnce = true");

            system.kill("gateway");
            assertThat(console.connection()).hasText(Words.ENGLISH.reconnecting());
            String incidentId = happens("电梯下坠");
            console.search(incidentId);

            assertThat(console.row(incidentId)).isVisible(within(BACK_AGAIN));
            assertThat(console.connection()).hasText(Words.ENGLISH.live(), eventually());
            assertThat(page.evaluate("window.loadedOnce")).isEqualTo(true);
            return null;
        });
    }

    private static ConsolePage openConsole(Words words, String officer) {
        return openConsole(words, officer, "/");
    }

    private static ConsolePage openConsole(Words words, String officer, String view) {
        ConsolePage console = new ConsolePage(browsers.open(system.address().resolve(view), words.language(), officer));
        console.awaitOfficer(officer);
        assertThat(console.connection()).hasText(words.live());
        return console;
    }

    private static ResponderPage openResponder(Words words, String personId) {
        return new ResponderPage(
                browsers.open(system.address().resolve("/responder?person=" + personId), words.language()));
    }

    /** Somebody calls about a lift where nothing has happened yet; the id of the incident that opens. */
    private static String happens(String words) {
        return happens(words, freshSpots.next());
    }

    private static String happens(String words, Spot spot) {
        String sourceId = Scene.newSourceId();
        String report = Scene.report(sourceId, TYPE, spot, words);
        await("the call is taken")
                .atMost(BACK_AGAIN)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> api.postReports(List.of(report)).status() == ACCEPTED);
        return Scene.incidentId(sourceId);
    }

    private static IsVisibleOptions within(Duration limit) {
        return new IsVisibleOptions().setTimeout((double) limit.toMillis());
    }

    private static HasTextOptions eventually() {
        return new HasTextOptions().setTimeout((double) BACK_AGAIN.toMillis());
    }

    private static void explain(String test, Callable<Void> steps) throws Exception {
        try {
            system.explain(steps);
        } catch (Exception | AssertionError e) {
            browsers.photograph(test);
            throw e;
        }
    }
}
