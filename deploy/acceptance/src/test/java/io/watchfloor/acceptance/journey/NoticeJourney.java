package io.watchfloor.acceptance.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An officer draws an area and tells the people in it something; each reads and confirms it, and the officer sees who has. */
@ExtendWith(SharedDutyRoom.class)
class NoticeJourney {
    private static final Pattern CONFIRMED = Pattern.compile("\\bconfirmed\\b");

    static Stream<Words> languages() {
        return Stream.of(Words.CHINESE, Words.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void shouldTellWhoIsInTheAreaAndShowWhoHasReadIt(Words words, DutyRoom room) throws Exception {
        JsonNode person = somebodyOnDuty(room);
        String personId = person.get("id").asText();
        String text = words.say("化工气味扩散，请勿进入人民路以北", "Chemical smell: keep south of Renmin Road");
        Page phone = openPhone(room, words, personId);
        Page desk = openAreaAround(room, words, person);

        desk.getByTestId("notice-write").click();
        Axe.check(desk, "writing a message");
        desk.getByTestId("notice-text").fill(text);
        desk.getByTestId("notice-send").click();
        assertThat(desk.getByTestId("toast").first()).containsText(words.say("已发给", "Sent to"));

        Locator told = phone.getByTestId("my-notice").filter(new Locator.FilterOptions().setHasText(text));
        assertThat(told).isVisible();
        Axe.check(phone, "a message to read");
        desk.getByTestId("desk-menu").click();
        desk.getByTestId("menu-notices").click();
        Locator row = desk.getByTestId("notice-row").filter(new Locator.FilterOptions().setHasText(text));
        Locator receipt = row.locator("[data-person=" + personId + "]");
        assertThat(receipt).containsText(words.say("尚未确认", "not confirmed yet"));
        room.browsers().photograph("notice-" + words);

        phone.context().setOffline(true);
        assertThat(phone.getByTestId("stale-banner")).isVisible();
        told.getByTestId("notice-confirm").click();
        assertThat(told).isHidden();
        assertThat(phone.getByTestId("outbox-item")).hasCount(1);
        phone.context().setOffline(false);

        assertThat(receipt).hasClass(CONFIRMED);
        assertThat(phone.getByTestId("outbox")).isHidden();
        assertThat(told).isHidden();
        Axe.check(desk, "who has read a message");
        room.browsers().photograph("notice-read-" + words);
    }

    private static JsonNode somebodyOnDuty(DutyRoom room) throws IOException, InterruptedException {
        return StreamSupport.stream(room.api().get("/people").get("people").spliterator(), false)
                .filter(one -> one.get("onDuty").asBoolean())
                .filter(one -> "FREE".equals(one.get("availability").asText()))
                .findFirst()
                .orElseThrow();
    }

    private static Page openPhone(DutyRoom room, Words words, String personId) {
        Page phone = room.browsers()
                .open(room.system().address().resolve("/responder?person=" + personId), words.language());
        phone.setViewportSize(390, 844);
        assertThat(phone.getByTestId("idle")).isVisible();
        return phone;
    }

    /** The console with a drawn area in its address, as somebody shares it. */
    private static Page openAreaAround(DutyRoom room, Words words, JsonNode person) {
        String at = person.get("lat").asText() + "," + person.get("lon").asText();
        String address = "/?map=16/" + at.replace(',', '/') + "&area=circle:" + at + ",250";
        Page page = room.browsers().open(room.system().address().resolve(address), words.language());
        new ConsolePage(page).awaitOfficer(words.say("王值班", "Wang"));
        assertThat(page.getByTestId("area-card")).isVisible();
        return page;
    }
}
