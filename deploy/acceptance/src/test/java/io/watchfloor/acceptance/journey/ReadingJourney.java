package io.watchfloor.acceptance.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import io.watchfloor.testbed.Scene;
import io.watchfloor.testbed.Scene.Place;
import io.watchfloor.testbed.Scene.Spot;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people only say in words is typed and placed, shows why, and an officer has the last word. */
@ExtendWith(SharedDutyRoom.class)
class ReadingJourney {
    /** The page opens beside the place; what is in the middle is near it. */
    private static final double IN_VIEW_METERS = 500;

    /** Somebody writes about something at a place: words around its name, and what decides. */
    record Letter(Words words, String before, String after, String type, String typeName, String evidence) {
        String about(Place place) {
            return before + words.say(place.nameZh(), place.nameEn()) + after;
        }

        @Override
        public String toString() {
            return words.toString();
        }
    }

    static Stream<Letter> letters() {
        return Stream.of(
                new Letter(Words.CHINESE, "", "门口的路灯坏了好几天，晚上一片漆黑", "street-light", "路灯故障", "路灯"),
                new Letter(
                        Words.ENGLISH,
                        "There is a burst water main next to ",
                        ", we have no tap water",
                        "water-supply",
                        "Water supply",
                        "water main"));
    }

    static Stream<Words> languages() {
        return Stream.of(Words.CHINESE, Words.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("letters")
    void shouldTypeAndPlaceWhatIsOnlyWords(Letter letter, DutyRoom room) throws Exception {
        Words words = letter.words();
        Place place = room.freshPlace();
        ConsolePage console = room.open(words, place.spot());
        String sourceId = room.hear(letter.about(place));
        String incidentId = Scene.incidentId(sourceId);
        console.search(incidentId);

        assertThat(console.row(incidentId)).containsText(letter.typeName());
        console.awaitTipInTheMiddleOfTheMap(letter.typeName());
        console.clickTheMiddleOfTheMap();
        assertThat(console.incidentId()).hasText(incidentId);
        assertThat(console.type()).hasText(letter.typeName());
        IncidentPanel panel = console.panel();
        assertThat(panel.placedBy()).hasText(words.say("文中地名", "from its words"));
        String reportId = Scene.reportId(sourceId);
        assertThat(panel.evidence(reportId).filter(new Locator.FilterOptions().setHasText(letter.evidence())))
                .hasCount(1);
        assertThat(panel.namedPlace(reportId)).hasText(words.say(place.nameZh(), place.nameEn()));
        JsonNode incident = room.incident(incidentId);
        assertThat(incident.get("type").asText()).isEqualTo(letter.type());
        assertThat(incident.get("placedBy").asText()).isEqualTo("TEXT");
        assertThat(incident.get("placeId").asText()).isEqualTo(place.id());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void shouldLetAnOfficerPlaceWhatNamesNoPlace(Words words, DutyRoom room) throws Exception {
        Place place = room.freshPlace();
        ConsolePage console = room.open(words, place.spot());
        String incidentId = Scene.incidentId(room.hear(
                words.say("有人电话骗我转账，说是公检法，被骗了两万块", "My boss has not paid our wages for three months, please help")));
        console.filter("unlocated").click();
        console.search(incidentId);
        console.openIncident(incidentId);
        IncidentPanel panel = console.panel();
        assertThat(panel.placedBy()).hasText(words.say("未定位", "not located"));

        if (words.equals(Words.CHINESE)) {
            panel.placeByName(place.nameZh(), place.id());
        } else {
            panel.placeInTheMiddleOfTheMap();
        }

        assertThat(panel.placedBy()).hasText(words.say("人工指定", "placed by hand"));
        assertThat(console.row(incidentId)).isHidden();
        assertThat(console.candidates().first()).isVisible();
        panel.locate();
        console.awaitTipInTheMiddleOfTheMap(words.say("诈骗", "Labour dispute"));
        JsonNode incident = room.incident(incidentId);
        assertThat(incident.get("placedBy").asText()).isEqualTo("OFFICER");
        Spot placed =
                new Spot(incident.get("lat").asDouble(), incident.get("lon").asDouble());
        assertThat(placed.metersTo(place.spot())).isLessThan(words.equals(Words.CHINESE) ? 1 : IN_VIEW_METERS);
    }

    @Test
    void shouldTakeAnOfficersWordForTheTypeAndKeepItAsALabel(DutyRoom room) throws Exception {
        Place place = room.freshPlace();
        ConsolePage console = room.open(Words.ENGLISH, place.spot());
        String text = "半夜还在打桩，吵得睡不着";
        String sourceId = room.hear(place.spot(), text);
        String incidentId = Scene.incidentId(sourceId);
        console.search(incidentId);
        console.openIncident(incidentId);
        assertThat(console.type()).hasText("Noise");

        console.panel().correctType("building-site");

        await("the pipeline carries it out").atMost(DutyRoom.SOON).until(() -> "building-site"
                .equals(room.incident(incidentId).get("type").asText()));
        assertThat(console.panel().pending()).hasCount(0);
        assertThat(console.type()).hasText("Building site");
        assertThat(console.row(incidentId)).containsText("Building site");
        assertThat(console.timelineEntry("retype")).containsText("Noise → Building site");
        assertThat(console.timelineEntry("retype")).containsText("Wang");
        keepsTheLabel(room, Scene.reportId(sourceId), text);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void shouldLetAnOfficerSayHowGraveItIsAndTellWhatTheReportsSay(Words words, DutyRoom room) throws Exception {
        Place place = room.freshPlace();
        ConsolePage console = room.open(words, place.spot());
        String incidentId = Scene.incidentId(room.hear(place.spot(), "半夜还在打桩，吵得睡不着"));
        console.search(incidentId);
        console.openIncident(incidentId);
        IncidentPanel panel = console.panel();
        assertThat(panel.grade("IV")).hasAttribute("aria-pressed", "true");
        assertThat(panel.gradeSaid()).isEmpty();

        panel.grade("II").click();

        await("the pipeline carries it out").atMost(DutyRoom.SOON).until(() -> "II"
                .equals(room.incident(incidentId).get("grade").asText()));
        assertThat(panel.pending()).hasCount(0);
        assertThat(panel.grade("II")).hasAttribute("aria-pressed", "true");
        assertThat(panel.gradeSaid()).hasText(words.say("人工定级，来件判为 IV 级", "Set by hand; reports say grade IV"));
        assertThat(console.timelineEntry("regrade"))
                .containsText(words.say("IV 级 一般（蓝） → II 级 重大（橙）", "Grade IV, blue → Grade II, orange"));
        await("its targets are those of the new grade")
                .atMost(DutyRoom.SOON)
                .until(() -> room.incident(incidentId).at("/due/norm").asText().startsWith("NFPA"));
    }

    private static void keepsTheLabel(DutyRoom room, String reportId, String text) {
        await("the label").atMost(DutyRoom.SOON).untilAsserted(() -> {
            List<JsonNode> labels = room.api().getLines("/labels").stream()
                    .filter(label -> reportId.equals(label.get("reportId").asText()))
                    .toList();
            assertThat(labels).singleElement().satisfies(label -> {
                assertThat(label.get("text").asText()).isEqualTo(text);
                assertThat(label.get("fromType").asText()).isEqualTo("noise");
                assertThat(label.get("toType").asText()).isEqualTo("building-site");
                assertThat(label.get("actor").asText()).isEqualTo("Wang");
            });
        });
    }
}
