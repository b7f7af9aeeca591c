package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static io.watchfloor.gateway.Samples.observed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Availability;
import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.contract.live.LiveMessage;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeskIT {
    private static ForkedGraph neo4j;
    private static Graph graph;
    private static RealRedis redis;
    private static PlayedPipeline pipeline;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        neo4j = ForkedGraph.shared();
        graph = SampleDistrict.open();
        redis = new RealRedis();
        pipeline = new PlayedPipeline(redis);
        gateway = new RunningGateway(redis, neo4j.settings().uri(), Map.of());
        pipeline.awaitReady(gateway);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        graph.close();
        redis.close();
    }

    @Test
    void anIncidentIsAcknowledgedSomebodyIsSentArrivesAndFinishesAndItIsClosed() {
        incident("I-STORY");
        try (LiveClient console = new LiveClient(gateway, "");
                LiveClient phone = new LiveClient(gateway, "?view=responder&person=P-001")) {
            JsonNode candidates = json(gateway.get("/api/v1/incidents/I-STORY/candidates"));
            assertThat(candidates.at("/candidates/0/personId").asText()).startsWith("P-00");
            assertThat(candidates.at("/candidates/0/reasons")).isNotEmpty();

            assertThat(json(post("/api/v1/incidents/I-STORY/acknowledge", null, "王值班"))
                            .get("acknowledgedBy")
                            .asText())
                    .isEqualTo("王值班");
            HttpResponse<String> sent = post("/api/v1/incidents/I-STORY/assignments", person("P-001"), "王值班");
            assertThat(sent.statusCode()).isEqualTo(201);
            String assignment = json(sent).get("id").asText();
            phone.await(message -> message.assignments() != null
                    && !message.assignments().isEmpty()
                    && message.incidents() != null
                    && message.incidents().get(0).id().equals("I-STORY"));
            console.await(message -> hasPerson(message, "P-001", Availability.ASSIGNED));
            assertThat(json(gateway.get("/api/v1/assignments?personId=P-001&active=true"))
                            .get("assignments"))
                    .hasSize(1);

            for (String step : List.of("accept", "en-route", "arrive", "done")) {
                HttpResponse<String> answer =
                        post("/api/v1/assignments/" + assignment + "/" + step, "{\"note\":\"好\"}", "P-001");
                assertThat(answer.statusCode()).as(step).isEqualTo(200);
            }
            assertThat(post("/api/v1/assignments/" + assignment + "/decline", null, "P-001")
                            .statusCode())
                    .isEqualTo(409);
            HttpResponse<String> closed = post("/api/v1/incidents/I-STORY/close", "{\"note\":\"已核实\"}", "王值班");
            assertThat(json(closed).get("state").asText()).isEqualTo("CLOSED");
            HttpResponse<String> open = post("/api/v1/incidents/I-STORY/reopen", null, "王值班");
            assertThat(json(open).get("state").asText()).isEqualTo("REPORTED_BACK");
            post("/api/v1/incidents/I-STORY/close", null, "王值班");
            console.await(message -> message.incidents() != null
                    && message.incidents().stream()
                            .anyMatch(incident ->
                                    incident.id().equals("I-STORY") && incident.state() == IncidentState.CLOSED));
            console.await(message -> hasPerson(message, "P-001", Availability.FREE));
        }
        JsonNode detail = json(gateway.get("/api/v1/incidents/I-STORY"));
        assertThat(detail.get("timeline").findValuesAsText("action"))
                .contains("acknowledge", "assign", "accept", "arrive", "done", "close");
        assertThat(detail.get("assignments").findValuesAsText("state")).containsExactly("DONE");
        assertThat(detail.get("reports")).hasSize(1);
        assertThat(detail.get("reportsMore").asInt()).isZero();
        assertThat(graph.outbox().listOldest(10)).isEmpty();
    }

    @Test
    void theSecondOfficerIsToldWhoWasFirst() {
        incident("I-FIRST");
        incident("I-SECOND");
        assertThat(post("/api/v1/incidents/I-FIRST/assignments", person("P-002"), "张三")
                        .statusCode())
                .isEqualTo(201);
        HttpResponse<String> second = post("/api/v1/incidents/I-SECOND/assignments", person("P-002"), "李四");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(second).get("heldBy").asText()).isEqualTo("张三");
        assertThat(json(second).get("detail").asText()).contains("张三");
        HttpResponse<String> same = post("/api/v1/incidents/I-FIRST/assignments", person("P-002"), "李四");
        assertThat(same.statusCode()).isEqualTo(409);
        assertThat(json(same).get("heldBy").asText()).isEqualTo("张三");
        assertThat(post("/api/v1/incidents/I-FIRST/assignments", person("P-002"), "张三")
                        .statusCode())
                .isEqualTo(201);
        assertThat(post("/api/v1/incidents/I-FIRST/close", null, "张三").statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatIsUnknownIsSaidSo() {
        incident("I-KNOWN");
        assertThat(gateway.get("/api/v1/incidents/I-NOWHERE").statusCode()).isEqualTo(404);
        assertThat(gateway.get("/api/v1/incidents/I-NOWHERE/candidates").statusCode())
                .isEqualTo(404);
        assertThat(gateway.get("/api/v1/people/P-999").statusCode()).isEqualTo(404);
        assertThat(post("/api/v1/incidents/I-NOWHERE/acknowledge", null, "a").statusCode())
                .isEqualTo(404);
        assertThat(post("/api/v1/incidents/I-KNOWN/assignments", person("P-999"), "a")
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("/api/v1/assignments/A-NONE/accept", null, "a").statusCode())
                .isEqualTo(404);
        assertThat(post("/api/v1/assignments/A-NONE/vanish", null, "a").statusCode())
                .isIn(400, 404);
        assertThat(post("/api/v1/incidents/I-KNOWN/assignments", "{}", "a").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPersonIsSeenWhereTheirPhoneIs() {
        try (LiveClient console = new LiveClient(gateway, "")) {
            HttpResponse<String> taken = gateway.post(
                    "/api/v1/people/P-003/position", "{\"lat\":31.2305,\"lon\":121.4705,\"accuracyMeters\":7}");
            assertThat(taken.statusCode()).isEqualTo(204);
            console.await(message -> message.people() != null
                    && message.people().stream()
                            .anyMatch(person -> person.id().equals("P-003") && person.lat() == 31.2305));
        }
        assertThat(gateway.post("/api/v1/people/P-003/position", "{\"lat\":131,\"lon\":121}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(gateway.post("/api/v1/people/P-999/position", "{\"lat\":31,\"lon\":121}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theDistrictIsServedWithoutItsPeopleAndOnlyOnce() {
        HttpResponse<String> district = gateway.get("/api/v1/district");
        JsonNode json = json(district);

        assertThat(json.has("people")).isFalse();
        assertThat(json.get("cells")).hasSize(1);
        assertThat(json.get("incidentTypes").size()).isGreaterThan(20);
        assertThat(json.get("tileUrl").isNull()).isTrue();
        assertThat(json.get("tileDatum").asText()).isEqualTo("WGS84");
        String tag = district.headers().firstValue("ETag").orElseThrow();
        assertThat(gateway.send(HttpRequest.newBuilder(gateway.address("/api/v1/district"))
                                .header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
        assertThat(json(gateway.get("/api/v1/people")).get("people")).hasSize(3);
    }

    @Test
    void aGatewayThatStartsLaterKnowsWhatWasDecided() {
        incident("I-EARLIER");
        post("/api/v1/incidents/I-EARLIER/acknowledge", null, "王值班");
        redis.command("DEL", "picture:live");
        try (RunningGateway later = new RunningGateway(redis, neo4j.settings().uri(), Map.of())) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                            json(later.get("/api/v1/picture")).at("/incidents").findValuesAsText("acknowledgedBy"))
                    .contains("王值班"));
        }
    }

    @Test
    void aDecisionDoesNotWaitForAGraphThatStalls() throws Exception {
        incident("I-STALL");
        kill("-STOP");
        try {
            HttpResponse<String> stalled = post("/api/v1/incidents/I-STALL/acknowledge", null, "王值班");
            assertThat(stalled.statusCode()).isEqualTo(503);
            assertThat(json(stalled).get("type").asText()).endsWith("graph-unavailable");
            assertThat(json(post("/api/v1/incidents/I-STALL/acknowledge", null, "王值班"))
                            .get("detail")
                            .asText())
                    .contains("nothing was decided");
            assertThat(gateway.get("/api/v1/picture").statusCode()).isEqualTo(200);
        } finally {
            kill("-CONT");
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        post("/api/v1/incidents/I-STALL/acknowledge", null, "王值班")
                                .statusCode())
                .isEqualTo(200));
    }

    private static void kill(String signal) throws Exception {
        assertThat(new ProcessBuilder("kill", signal, Long.toString(neo4j.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** As the pipeline does: into the graph and onto the picture. */
    private static void incident(String id) {
        ObservedIncident observed = observed(id, 1);
        Report report = new Report(
                "live",
                "R-" + id,
                "s",
                id,
                ReportKind.CALL,
                "noise",
                "吵",
                Instant.now(),
                Instant.now(),
                31.23,
                121.47,
                null,
                null);
        graph.incidentFiling()
                .file(List.of(observed), List.of(new FiledReport("live", id, 1, 0.0, 0, report, 1, null)));
        pipeline.publish(observed);
        Awaitility.await().until(() -> gateway.get("/api/v1/picture").body().contains(id));
    }

    private static boolean hasPerson(LiveMessage message, String id, Availability availability) {
        return message.people() != null
                && message.people().stream()
                        .anyMatch(person -> person.id().equals(id) && person.availability() == availability);
    }

    private static String person(String id) {
        return "{\"personId\":\"" + id + "\"}";
    }

    private static HttpResponse<String> post(String path, String body, String actor) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.address(path))
                .header("X-Watchfloor-Actor", URLEncoder.encode(actor, StandardCharsets.UTF_8));
        return gateway.send(
                body == null
                        ? request.POST(HttpRequest.BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
