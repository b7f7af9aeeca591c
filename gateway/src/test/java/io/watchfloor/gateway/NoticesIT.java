package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Notice;
import io.watchfloor.contract.live.LiveMessage;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Telling the people in a drawn area something, and a shift's own matters of an officer with areas; on a real graph and a real Redis. */
class NoticesIT {
    /** Around the stations of P-001 and P-002, and not of P-003. */
    private static final String TWO_OF_THREE =
            "[[31.2295,121.4695],[31.2295,121.4715],[31.2315,121.4715],[31.2315,121.4695]]";

    private static final String EVERYBODY = "[[31.0,121.0],[31.0,122.0],[32.0,122.0],[32.0,121.0]]";

    private static Graph graph;
    private static RealRedis redis;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        graph = SampleDistrict.open();
        redis = new RealRedis();
        PlayedPipeline pipeline = new PlayedPipeline(redis);
        gateway = new RunningGateway(
                redis,
                ForkedGraph.shared().settings().uri(),
                Map.of("WATCHFLOOR_ACCESS_KEY", Base64.getEncoder().encodeToString(new byte[32])));
        pipeline.awaitReady(gateway);
        pipeline.open(gateway, "I-HERE");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        graph.close();
        redis.close();
    }

    @Test
    void whoIsInTheAreaReadsItConfirmsItAndTheFloorSeesWhoHas() {
        Visitor officer = Visitor.make(gateway, "Notifies", null, List.of(), "dispatcher");
        Visitor responder = Visitor.make(gateway, "Reads", "P-001", List.of(), "responder");
        try (LiveClient floor = officer.listen(null);
                LiveClient own = responder.listen("P-001")) {
            HttpResponse<String> sent = notify(officer, "请勿进入人民路以北", TWO_OF_THREE);
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
            String id = json(sent).get("id").asText();
            assertThat(json(sent).get("receipts"))
                    .extracting(receipt -> receipt.get("personId").asText())
                    .containsExactly("P-001", "P-002");

            Notice read = noticeIn(own.await(has(id, notice -> true)), id);
            assertThat(read.text()).isEqualTo("请勿进入人民路以北");
            assertThat(read.actor()).isEqualTo("Notifies");
            assertThat(read.receipts()).extracting(Notice.Receipt::personId).containsExactly("P-001");

            assertThat(confirm(responder, "P-002", id).statusCode())
                    .as("in another's name")
                    .isEqualTo(403);
            HttpResponse<String> confirmed = confirm(responder, "P-001", id);
            assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
            assertThat(confirm(responder, "P-001", id).body()).as("again").isEqualTo(confirmed.body());
            Notice seen = noticeIn(floor.await(has(id, notice -> notice.version() == 2)), id);
            assertThat(seen.receipts().get(0).confirmedAt()).isNotNull();
            assertThat(seen.receipts().get(1).confirmedAt()).isNull();

            try (LiveClient late = responder.listen("P-001")) {
                assertThat(noticeIn(late.await(has(id, notice -> true)), id)
                                .receipts()
                                .get(0)
                                .confirmedAt())
                        .isNotNull();
            }
            assertThat(audited()).containsSubsequence("notify", "confirm-notice");
        }
    }

    @Test
    void whatCannotBeToldIsRefusedInWords() {
        Visitor officer = Visitor.make(gateway, "Careless", null, List.of(), "duty-officer");
        Visitor taker = Visitor.make(gateway, "Listens", null, List.of(), "call-taker");
        String nowhere = "[[10,10],[10,11],[11,11]]";

        HttpResponse<String> nobody = notify(officer, "x", nowhere);
        assertThat(nobody.statusCode()).isEqualTo(409);
        assertThat(json(nobody).get("type").asText()).endsWith("nobody-to-tell");
        assertThat(notify(officer, " ", EVERYBODY).statusCode()).isEqualTo(400);
        assertThat(notify(officer, "x".repeat(501), EVERYBODY).statusCode()).isEqualTo(400);
        assertThat(notify(officer, "x", "[[10,10],[10,11]]").statusCode()).isEqualTo(400);
        assertThat(notify(taker, "x", EVERYBODY).statusCode()).isEqualTo(403);
        assertThat(confirm(officer, "P-001", "M-NONE").statusCode()).isEqualTo(403);
        assertThat(gateway.post("/api/v1/people/P-001/notices/M-NONE/confirm", "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anOfficerWithAreasTellsAndTakesOverOnlyWhatIsTheirs() {
        Visitor here = Visitor.make(gateway, "OfArea1", null, List.of("area-1"), "duty-officer");
        Visitor next = Visitor.make(gateway, "NextOfArea1", null, List.of("area-1"), "duty-officer");
        Visitor elsewhere = Visitor.make(gateway, "OfArea2", null, List.of("area-2"), "duty-officer");
        Visitor whole = Visitor.make(gateway, "OfAll", null, List.of(), "duty-officer");

        assertThat(json(notify(here, "原地等候", EVERYBODY)).get("receipts")).hasSize(3);
        assertThat(notify(elsewhere, "原地等候", EVERYBODY).statusCode()).isEqualTo(409);

        String promise = json(here.post("/api/v1/incidents/I-HERE/notes", "{\"text\":\"回电\",\"dueMinutes\":30}"))
                .get("id")
                .asText();
        assertThat(elsewhere.post("/api/v1/notes/" + promise + "/done", "{}").statusCode())
                .isEqualTo(403);

        JsonNode ofOne = json(here.post("/api/v1/handovers", "{\"hours\":1}"));
        assertThat(ofOne.get("areaIds")).extracting(JsonNode::asText).containsExactly("area-1");
        assertThat(ofOne.at("/content/open")).hasSize(1);
        String path = "/api/v1/handovers/" + ofOne.get("id").asText();
        assertThat(json(elsewhere.get("/api/v1/handovers/draft")).get("open")).isEmpty();
        assertThat(json(elsewhere.get("/api/v1/handovers/draft")).get("promised"))
                .isEmpty();
        assertThat(elsewhere.get(path).statusCode()).isEqualTo(403);
        assertThat(elsewhere.post(path + "/sign", "{}").statusCode()).isEqualTo(403);
        assertThat(handoversOf(elsewhere)).doesNotContain(ofOne.get("id").asText());

        JsonNode ofAll = json(whole.post("/api/v1/handovers", "{\"hours\":1}"));
        assertThat(handoversOf(next))
                .contains(ofOne.get("id").asText())
                .doesNotContain(ofAll.get("id").asText());
        assertThat(next.post("/api/v1/handovers/" + ofAll.get("id").asText() + "/sign", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(json(next.post(path + "/sign", "{}")).get("signedBy").asText())
                .isEqualTo("NextOfArea1");
        assertThat(json(next.get(path)).get("intact").asBoolean()).isTrue();
        assertThat(next.post("/api/v1/notes/" + promise + "/done", "{}").statusCode())
                .isEqualTo(200);
    }

    private static List<String> handoversOf(Visitor officer) {
        return Stream.of(json(officer.get("/api/v1/shift")).get("handovers"))
                .flatMap(list -> list.findValuesAsText("id").stream())
                .toList();
    }

    private static List<String> audited() {
        JsonNode rows = json(gateway.get("/api/v1/audit?limit=100")).get("entries");
        List<String> newestFirst = rows.findValuesAsText("action");
        return Stream.iterate(newestFirst.size() - 1, i -> i >= 0, i -> i - 1)
                .map(newestFirst::get)
                .toList();
    }

    private static Predicate<LiveMessage> has(String id, Predicate<Notice> like) {
        return message -> message.notices() != null
                && message.notices().stream().anyMatch(notice -> notice.id().equals(id) && like.test(notice));
    }

    private static Notice noticeIn(LiveMessage message, String id) {
        return message.notices().stream()
                .filter(notice -> notice.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> notify(Visitor officer, String text, String ring) {
        return officer.post("/api/v1/notices", "{\"text\":\"" + text + "\",\"ring\":" + ring + "}");
    }

    private static HttpResponse<String> confirm(Visitor who, String personId, String noticeId) {
        return who.post("/api/v1/people/" + personId + "/notices/" + noticeId + "/confirm", "{}");
    }
}
