package io.watchfloor.acceptance.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.watchfloor.testbed.ApiClient;
import io.watchfloor.testbed.Scene;
import io.watchfloor.testbed.Scene.Spot;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A responder drives into a tunnel and out again: nothing they did is lost, and nothing is done twice. */
@ExtendWith(SharedDutyRoom.class)
class OfflineJourney {
    private static final String OFFICER = "Wang";
    private static final int CREATED = 201;
    private static final Pattern REFUSED = Pattern.compile("\\brefused\\b");
    /** A worker is activated only after its copy is whole, and answers for the page only from then on. */
    private static final String COPY_IS_WHOLE = """
            () => navigator.serviceWorker.getRegistration('/responder').then(
              (registration) => registration?.active?.state === 'activated')
            """;

    static Stream<Words> languages() {
        return Stream.of(Words.CHINESE, Words.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void shouldSendWhatWasDoneInTheTunnelOnceAndInItsOrder(Words words, DutyRoom room) throws Exception {
        Spot spot = room.freshPlace().spot();
        String incidentId = Scene.incidentId(room.hear(spot, "电梯坏了，有人困在里面"));
        DeskPage officer = new DeskPage(room, words, spot);
        officer.console().search(incidentId);
        officer.console().openIncident(incidentId);
        String personId = firstCandidate(room, incidentId);
        Page phone = openPhone(room, words, personId);
        offer(room, incidentId, personId);
        ResponderPage responder = new ResponderPage(phone);
        assertThat(responder.offer()).isVisible();

        phone.context().setOffline(true);
        assertThat(phone.getByTestId("stale-banner")).containsText(words.say("没有网络", "No network"));
        responder.press("accept");
        assertThat(responder.state()).containsText(words.accepted());
        responder.press("en-route");
        phone.getByTestId("photo-file").setInputFiles(new FilePayload("scene.png", "image/png", picture()));
        Locator waiting = phone.getByTestId("outbox-item");
        assertThat(waiting).hasCount(3);
        phone.reload();
        assertThat(responder.offer()).isVisible();
        assertThat(waiting).hasCount(3);
        responder.press("arrive");
        assertThat(waiting).hasCount(4);
        assertThat(responder.state()).containsText(words.onScene());
        Axe.check(phone, "offline, with what waits");
        room.browsers().photograph("tunnel-" + words);
        if (words.equals(Words.ENGLISH)) {
            Pictures.keepWhenAsked(phone, "responder-offline-en");
        }
        assertThat(actions(room, incidentId)).doesNotContain("accept", "photo");

        phone.context().setOffline(false);

        assertThat(phone.getByTestId("outbox")).isHidden();
        assertThat(actions(room, incidentId))
                .filteredOn(action -> !action.equals("acknowledge"))
                .containsExactly("assign", "accept", "en-route", "photo", "arrive");
        assertThat(phone.getByTestId("stale-banner")).isHidden();
        Page desk = officer.page();
        assertThat(desk.getByTestId("photo-small")).hasCount(1);
        desk.getByTestId("photo-small").click();
        assertThat(desk.getByTestId("photo-dialog")).isVisible();
        desk.waitForFunction("() => document.querySelector('[data-testid=photo-large]').naturalWidth === 1600");
        Axe.check(desk, "photo");
        room.browsers().photograph("photo-" + words);
        desk.getByTestId("photo-close").click();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void shouldSayInWordsWhatWasOvertaken(Words words, DutyRoom room) throws Exception {
        Spot spot = room.freshPlace().spot();
        String incidentId = Scene.incidentId(room.hear(spot, "电梯坏了，有人困在里面"));
        await("the incident").atMost(DutyRoom.SOON).ignoreExceptions().until(() -> room.incident(incidentId) != null);
        String personId = firstCandidate(room, incidentId);
        Page phone = openPhone(room, words, personId);
        String assignmentId = offer(room, incidentId, personId);
        ResponderPage responder = new ResponderPage(phone);
        assertThat(responder.offer()).isVisible();

        phone.context().setOffline(true);
        responder.press("accept");
        assertThat(phone.getByTestId("outbox-item")).hasCount(1);
        assertThat(room.api()
                        .post("/assignments/" + assignmentId + "/recall", OFFICER, "{}")
                        .status())
                .isEqualTo(200);
        phone.context().setOffline(false);

        assertThat(phone.getByTestId("outbox-item")).hasClass(REFUSED);
        assertThat(phone.getByTestId("outbox-item")).containsText(words.say("没有被接受", "Not accepted"));
        assertThat(actions(room, incidentId)).doesNotContain("accept");
        phone.reload();
        assertThat(phone.getByTestId("outbox-item")).hasClass(REFUSED);
        Axe.check(phone, "overtaken");
        room.browsers().photograph("overtaken-" + words);
        phone.getByTestId("outbox-read").click();
        assertThat(phone.getByTestId("outbox")).isHidden();
    }

    /** A phone that has been at the page before: its copy is whole. */
    private static Page openPhone(DutyRoom room, Words words, String personId) {
        Page phone = room.browsers()
                .open(room.system().address().resolve("/responder?person=" + personId), words.language());
        phone.setViewportSize(390, 844);
        // asked over and over, because a wait for a function takes the promise itself for a yes
        await("the phone's worker answers")
                .pollInSameThread()
                .atMost(DutyRoom.SOON)
                .until(() -> Boolean.TRUE.equals(phone.evaluate(COPY_IS_WHOLE)));
        assertThat(phone.getByTestId("idle")).isVisible();
        return phone;
    }

    private static String firstCandidate(DutyRoom room, String incidentId) {
        return await("somebody who could go")
                .atMost(DutyRoom.SOON)
                .ignoreExceptions()
                .until(
                        () -> room.api()
                                .get("/incidents/" + incidentId + "/candidates?limit=1")
                                .get("candidates")
                                .get(0)
                                .get("personId")
                                .asText(),
                        id -> !id.isEmpty());
    }

    private static String offer(DutyRoom room, String incidentId, String personId) throws Exception {
        ApiClient.Answer sent = room.api()
                .post("/incidents/" + incidentId + "/assignments", OFFICER, "{\"personId\":\"" + personId + "\"}");
        assertThat(sent.status()).as("%s", sent).isEqualTo(CREATED);
        return sent.body().get("id").asText();
    }

    private static List<String> actions(DutyRoom room, String incidentId) throws Exception {
        JsonNode timeline = room.api().get("/incidents/" + incidentId).get("timeline");
        return timeline.findValuesAsText("action");
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(2_400, 1_800, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(300, 200, 1_800, 1_400);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
