package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a shift promises, puts off and hands over, on a real graph and a real Redis. */
class ShiftIT {
    private static final String WANG = "王值班";
    private static final String LI = "李值班";

    private static Graph graph;
    private static RealRedis redis;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        graph = SampleDistrict.open();
        redis = new RealRedis();
        PlayedPipeline pipeline = new PlayedPipeline(redis);
        gateway = new RunningGateway(redis, ForkedGraph.shared().settings().uri(), Map.of());
        pipeline.awaitReady(gateway);
        pipeline.open(gateway, "I-OPEN", "I-CLOSED");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        graph.close();
        redis.close();
    }

    @Test
    void aNoteIsInTheTimelineAndAPromiseIsHandedOver() {
        HttpResponse<String> note = post(WANG, "/incidents/I-OPEN/notes", "{\"text\":\"门牌看不清\"}");
        HttpResponse<String> promise = post(WANG, "/incidents/I-OPEN/notes", "{\"text\":\"回电\",\"dueMinutes\":30}");

        assertThat(note.statusCode()).as(note.body()).isEqualTo(200);
        assertThat(json(note).has("dueAt")).isFalse();
        assertThat(Instant.parse(json(promise).get("dueAt").asText())).isAfter(Instant.now());
        String promiseId = json(promise).get("id").asText();
        assertThat(get("/shift").get("promises"))
                .extracting(one -> one.get("id").asText())
                .contains(promiseId);
        assertThat(get("/incidents/I-OPEN").get("timeline"))
                .extracting(entry -> entry.get("action").asText())
                .contains("note", "promise");

        assertThat(post(LI, "/notes/" + promiseId + "/done", "{}").statusCode()).isEqualTo(200);
        assertThat(get("/shift").get("promises"))
                .extracting(one -> one.get("id").asText())
                .doesNotContain(promiseId);
        assertThat(post(LI, "/notes/N-NONE/done", "{}").statusCode()).isEqualTo(404);
        assertThat(post(LI, "/incidents/I-OPEN/notes", "{\"text\":\" \"}").statusCode())
                .isEqualTo(400);
        assertThat(post(LI, "/incidents/I-NONE/notes", "{\"text\":\"x\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anIncidentIsPutOffForAReasonAndATime() {
        HttpResponse<String> snoozed = post(WANG, "/incidents/I-OPEN/snooze", "{\"minutes\":30,\"reason\":\"业主已约\"}");

        assertThat(snoozed.statusCode()).as(snoozed.body()).isEqualTo(200);
        assertThat(get("/shift").get("snoozes").get(0).get("reason").asText()).isEqualTo("业主已约");
        assertThat(get("/incidents/I-OPEN")
                        .get("incident")
                        .get("snooze")
                        .get("by")
                        .asText())
                .isEqualTo(WANG);
        assertThat(post(WANG, "/incidents/I-OPEN/snooze", "{\"minutes\":30}").statusCode())
                .isEqualTo(400);
        assertThat(post(WANG, "/incidents/I-OPEN/snooze", "{\"minutes\":0,\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/incidents/I-OPEN").get("incident").get("state").asText())
                .isEqualTo("REPORTED");

        assertThat(post(LI, "/incidents/I-OPEN/unsnooze", "{}").statusCode()).isEqualTo(200);
        assertThat(get("/shift").get("snoozes")).isEmpty();
        assertThat(get("/incidents/I-OPEN").get("incident").has("snooze")).isFalse();
    }

    @Test
    void theNextOfficerSignsForWhatIsOpenPromisedPutOffAndClosed() {
        post(WANG, "/incidents/I-CLOSED/acknowledge", "{}");
        assertThat(post(WANG, "/incidents/I-CLOSED/close", "{}").statusCode()).isEqualTo(200);
        post(WANG, "/incidents/I-OPEN/notes", "{\"text\":\"复查\",\"dueMinutes\":60}");
        Awaitility.await()
                .until(() -> get("/handovers/draft?hours=1").get("closed").size() == 1);

        HttpResponse<String> made = post(WANG, "/handovers", "{\"remark\":\"三号桥有人看守\",\"hours\":1}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String path = "/handovers/" + json(made).get("id").asText();
        JsonNode content = get(path).get("content");
        assertThat(content.get("open"))
                .extracting(one -> one.get("id").asText())
                .containsExactly("I-OPEN");
        assertThat(content.get("closed").get(0).get("closedBy").asText()).isEqualTo(WANG);
        assertThat(content.get("promised"))
                .extracting(one -> one.get("text").asText())
                .contains("复查");
        assertThat(content.get("onDuty")).isNotNull();

        HttpResponse<String> own = post(WANG, path + "/sign", "{}");
        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(json(own).get("detail").asText()).contains("接班人");
        assertThat(json(post(LI, path + "/sign", "{}")).get("signedBy").asText())
                .isEqualTo(LI);
        assertThat(post("赵值班", path + "/sign", "{}").statusCode()).isEqualTo(409);
        assertThat(get(path).get("intact").asBoolean()).isTrue();
        assertThat(get("/shift").get("handovers").get(0).get("signedBy").asText())
                .isEqualTo(LI);
        assertThat(gateway.get("/api/v1/handovers/H-NONE").statusCode()).isEqualTo(404);
    }

    private static JsonNode get(String path) {
        HttpResponse<String> answer = gateway.get("/api/v1" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static HttpResponse<String> post(String actor, String path, String body) {
        return gateway.send(HttpRequest.newBuilder(gateway.address("/api/v1" + path))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "zh")
                .header("X-Watchfloor-Actor", URLEncoder.encode(actor, StandardCharsets.UTF_8))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
