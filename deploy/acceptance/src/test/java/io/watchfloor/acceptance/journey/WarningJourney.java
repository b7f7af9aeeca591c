package io.watchfloor.acceptance.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.testbed.Scene;
import io.watchfloor.testbed.Scene.Spot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many complaints of one kind from one corner are told of as a warning, with what it rests on, and can be silenced. */
@ExtendWith(SharedDutyRoom.class)
class WarningJourney {
    private static final List<String> COMPLAINTS = List.of(
            "楼下烧烤店半夜放音响太吵了",
            "隔壁装修噪音大到没法休息",
            "广场舞音响震天响，投诉好几次没人管",
            "空调外机噪音整晚轰鸣",
            "凌晨还有人在唱歌，吵死了",
            "歌厅低音炮震得窗户响，噪音太大",
            "施工噪音从早到晚，孩子没法学习",
            "噪声扰民太严重了，气死人",
            "半夜放鞭炮，吵得老人睡不着",
            "噪音吵得一家人整夜睡不着觉");

    @Test
    void shouldWarnOfARiseAndStaySilentWhileAnOfficerWantsIt(DutyRoom room) throws Exception {
        Spot spot = room.freshPlace().spot();
        ConsolePage console = room.open(Words.CHINESE, spot);
        List<String> told = new ArrayList<>();
        JsonNode alert = complainUntilWarned(room, spot, told);
        AlertsPanel alerts = console.alerts();
        String alertId = alert.get("id").asText();
        assertThat(alerts.row(alertId)).containsText("噪声扰民");
        assertThat(alerts.row(alertId)).hasAttribute("data-state", "speaking");

        alerts.row(alertId).click();

        showsWhatItRestsOn(alerts, alert, told);
        assertThat(alerts.reason()).hasText(alert.get("reasonZh").asText());
        assertThat(alerts.reason())
                .containsText("“噪声扰民”来件 " + alert.get("count").asInt() + " 件");
        staysSilent(room, alerts, alertId);
        console.switchLanguage();
        assertThat(alerts.title()).hasText("Noise");
        assertThat(alerts.reason()).hasText(alert.get("reasonEn").asText());
        assertThat(alerts.reason()).containsText(alert.get("count").asInt() + " reports of “Noise”");
        assertThat(alerts.snoozedCount()).hasText("1 snoozed");
        speaksAgain(room, alerts, alertId);
    }

    /** A topic in a cell is looked at again after ten seconds, so complaints go on for a little. */
    private static JsonNode complainUntilWarned(DutyRoom room, Spot spot, List<String> told) {
        return await("the alert")
                .pollInSameThread()
                .pollInterval(Duration.ofSeconds(1))
                .atMost(DutyRoom.SOON.multipliedBy(2))
                .until(
                        () -> {
                            String complaint = COMPLAINTS.get(told.size() % COMPLAINTS.size());
                            told.add(Scene.reportId(room.hear(spot, complaint)));
                            return findAlert(room, told);
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<JsonNode> findAlert(DutyRoom room, List<String> reportIds) throws Exception {
        JsonNode alerts = room.api().get("/alerts?state=open").get("alerts");
        return StreamSupport.stream(alerts.spliterator(), false)
                .filter(alert -> reportIds.containsAll(evidence(alert)))
                .findFirst();
    }

    private static List<String> evidence(JsonNode alert) {
        return StreamSupport.stream(alert.get("reportIds").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static void showsWhatItRestsOn(AlertsPanel alerts, JsonNode alert, List<String> told) {
        assertThat(alerts.title()).hasText("噪声扰民");
        assertThat(alerts.level()).containsText("预警");
        assertThat(alerts.bars()).hasCount(alert.get("curve").size());
        assertThat(alerts.barsOver().last()).isVisible();
        List<String> evidence = evidence(alert);
        assertThat(evidence).isNotEmpty().isSubsetOf(told);
        assertThat(alerts.evidence()).hasCount(evidence.size());
        for (String reportId : evidence) {
            assertThat(alerts.evidence(reportId)).hasCount(1);
        }
    }

    private static void staysSilent(DutyRoom room, AlertsPanel alerts, String alertId) throws Exception {
        alerts.snoozeForTwoHours("");
        assertThat(alerts.refusal()).hasText("请写明原因。");
        assertThat(alerts.row(alertId)).hasAttribute("data-state", "speaking");

        alerts.snoozeForTwoHours("夜间抢修，已告知");

        assertThat(alerts.row(alertId)).hasAttribute("data-state", "snoozed");
        assertThat(alerts.snoozedCount()).hasText("静默 1 条");
        assertThat(alerts.snoozed()).containsText("王值班");
        assertThat(alerts.snoozed()).containsText("夜间抢修，已告知");
        JsonNode decision = awaitDecision(room, alertId, true);
        assertThat(decision.get("actor").asText()).isEqualTo("王值班");
        assertThat(decision.get("reason").asText()).isEqualTo("夜间抢修，已告知");
    }

    private static void speaksAgain(DutyRoom room, AlertsPanel alerts, String alertId) throws Exception {
        alerts.unsnooze();
        assertThat(alerts.row(alertId)).hasAttribute("data-state", "speaking");
        assertThat(alerts.snoozedCount()).hasText("0 snoozed");
        assertThat(awaitDecision(room, alertId, false).get("actor").asText()).isEqualTo("王值班");
    }

    /** The page knows from the answer; the picture hears of it a moment later. */
    private static JsonNode awaitDecision(DutyRoom room, String alertId, boolean silent) {
        return await("the picture knows whether it is silent")
                .pollInSameThread()
                .atMost(DutyRoom.SOON)
                .until(
                        () -> room.api().get("/alerts/" + alertId).path("decision"),
                        decision -> decision.isObject() && decision.hasNonNull("snoozedUntil") == silent);
    }
}
