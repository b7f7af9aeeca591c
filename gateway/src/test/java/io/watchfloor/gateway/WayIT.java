package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static io.watchfloor.gateway.Samples.observed;
import static io.watchfloor.gateway.Samples.opened;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Grade;
import io.watchfloor.graph.ForkedGraph;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P-003 is at the school, two streets from what happened at the police station. */
class WayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RealRedis redis;
    private PlayedPipeline pipeline;
    private RunningGateway gateway;

    @BeforeEach
    void start() {
        SampleDistrict.open().close();
        redis = new RealRedis();
        pipeline = new PlayedPipeline(redis);
        gateway = new RunningGateway(redis, ForkedGraph.shared().settings().uri(), Map.of());
        pipeline.awaitReady(gateway);
        pipeline.publish(observed("I-ONE", 1));
        pipeline.publish(opened("I-NOWHERE", 1, Grade.IV, Instant.now(), null));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> gateway.get("/api/v1/incidents/I-NOWHERE").statusCode() == 200);
    }

    @AfterEach
    void stop() {
        gateway.close();
        redis.close();
    }

    @Test
    void shouldSayWhichStreetsToTakeFromWhereSomebodyIsAndGoRoundWhatIsClosed() {
        String assignment = send("I-ONE", "P-003");
        JsonNode answer = json(way(assignment, ""));
        assertThat(answer.get("incidentId").asText()).isEqualTo("I-ONE");
        assertThat(answer.at("/way/stretches").findValuesAsText("nameZh")).containsExactly("二路", "一路");
        assertThat(answer.at("/way/meters").asInt()).isEqualTo(300);
        assertThat(answer.at("/way/seconds").asInt()).isEqualTo(36);
        assertThat(answer.at("/way/points").size()).isEqualTo(5);
        assertThat(json(way(assignment, "?lat=31.2310&lon=121.4710"))
                        .at("/way/stretches")
                        .findValuesAsText("nameEn"))
                .containsExactly("First Road");

        assertThat(gateway.post("/api/v1/roads/close", "{\"roadIds\":[\"r-2\"],\"reason\":\"塌陷\"}")
                        .statusCode())
                .isEqualTo(200);
        Awaitility.await().atMost(PATIENCE).until(() -> way(assignment, "").statusCode() == 409);
        assertThat(json(way(assignment, "")).get("type").asText()).endsWith(":no-way");
        assertThat(way(assignment, "?lat=31.2310&lon=121.4710").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldSayWhatIsWrongWithTheQuestion() {
        String assignment = send("I-ONE", "P-003");
        assertThat(json(way(assignment, "?lat=31.2")).get("detail").asText()).contains("both lat and lon");
        assertThat(way(assignment, "?lat=31.2&lon=x").statusCode()).isEqualTo(400);
        assertThat(json(way(assignment, "?lat=0&lon=0")).at("/errors/0/reason").asText())
                .isEqualTo("no-fix");
        assertThat(way("A-404", "").statusCode()).isEqualTo(404);
        assertThat(json(way(assignment, "?lat=-31.2&lon=121.47")).get("type").asText())
                .endsWith(":no-way");
        assertThat(json(way(send("I-NOWHERE", "P-002"), "")).get("type").asText())
                .endsWith(":not-located");
    }

    private String send(String incidentId, String personId) {
        HttpResponse<String> sent =
                gateway.post("/api/v1/incidents/" + incidentId + "/assignments", "{\"personId\":\"" + personId + "\"}");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        String id = json(sent).get("id").asText();
        Awaitility.await().atMost(PATIENCE).until(() -> way(id, "").statusCode() != 404);
        return id;
    }

    private HttpResponse<String> way(String assignmentId, String query) {
        return gateway.get("/api/v1/assignments/" + assignmentId + "/way" + query);
    }
}
