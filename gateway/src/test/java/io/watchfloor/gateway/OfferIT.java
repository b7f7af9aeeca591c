package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static io.watchfloor.gateway.Samples.observed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentOrigin;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.SuccessionState;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.archive.IncidentArchive.TimelineEntry;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two gateways on one graph look at the same clock: offers run out once, and go on to the next once. */
class OfferIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final ForkedGraph NEO4J = ForkedGraph.shared();
    private static RealRedis redis;
    private static PlayedPipeline pipeline;
    private static Graph graph;

    @BeforeEach
    void start() {
        if (redis != null) {
            redis.close();
        }
        redis = new RealRedis();
        pipeline = new PlayedPipeline(redis);
        graph = SampleDistrict.open();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void shouldOfferToTheNextInLineOnceWhenNobodyAnswersAndAfterADecline() {
        try (RunningGateway one = gateway();
                RunningGateway other = gateway()) {
            incident("I-LIST", one, other);
            JsonNode sent = send(one, "I-LIST", "{\"personId\":\"P-001\",\"tries\":3,\"answerSeconds\":5}");
            assertThat(sent.get("answerBy").asText()).isNotEmpty();
            assertThat(sent.at("/succession/most").asInt()).isEqualTo(3);

            Assignment second = awaitNext("I-LIST", 2);
            assertThat(second.origin()).isEqualTo(AssignmentOrigin.NEXT_IN_LINE);
            assertThat(second.assignedBy()).isEqualTo("王值班");
            assertThat(post(other, "/api/v1/assignments/" + second.id() + "/decline", "{}", second.personId())
                            .statusCode())
                    .isEqualTo(400);
            assertThat(post(
                                    other,
                                    "/api/v1/assignments/" + second.id() + "/decline",
                                    "{\"reason\":\"TOO_FAR\"}",
                                    second.personId())
                            .statusCode())
                    .isEqualTo(200);
            Assignment third = awaitNext("I-LIST", 3);
            assertThat(post(other, "/api/v1/assignments/" + third.id() + "/accept", "{}", third.personId())
                            .statusCode())
                    .isEqualTo(200);

            List<Assignment> all = stored("I-LIST");
            assertThat(all)
                    .extracting(Assignment::state)
                    .containsExactly(AssignmentState.TIMED_OUT, AssignmentState.DECLINED, AssignmentState.ACCEPTED);
            assertThat(all).extracting(Assignment::personId).doesNotHaveDuplicates();
            assertThat(graph.incidentArchive().listTimeline("live", "I-LIST"))
                    .extracting(TimelineEntry::action)
                    .containsExactly("assign", "time-out", "offer-next", "decline", "offer-next", "accept");
        }
    }

    @Test
    void shouldRunOutAfterTheGatewayThatSentWasStopped() {
        try (RunningGateway first = gateway()) {
            incident("I-DURABLE", first);
            send(first, "I-DURABLE", "{\"personId\":\"P-001\",\"tries\":2,\"answerSeconds\":5}");
        }
        try (RunningGateway later = gateway()) {
            assertThat(later.get("/api/v1/assignments?active=true").statusCode())
                    .isEqualTo(200);
            Assignment next = awaitNext("I-DURABLE", 2);
            assertThat(next.succession().attempt()).isEqualTo(2);
            List<Assignment> all = Awaitility.await()
                    .atMost(PATIENCE)
                    .until(
                            () -> stored("I-DURABLE"),
                            now -> now.get(1).succession().state() == SuccessionState.SPENT);
            assertThat(all).hasSize(2);
            assertThat(all.get(1).state()).isEqualTo(AssignmentState.TIMED_OUT);
        }
    }

    @Test
    void shouldEndTheListWhenNobodyIsLeftAndHandTheIncidentOver() {
        try (RunningGateway gateway = gateway()) {
            incident("I-ALONE", gateway);
            incident("I-OTHER", gateway);
            for (String busy : List.of("P-002", "P-003")) {
                send(gateway, "I-OTHER", "{\"personId\":\"" + busy + "\"}");
            }
            JsonNode sent = send(gateway, "I-ALONE", "{\"personId\":\"P-001\",\"tries\":5}");
            post(
                    gateway,
                    "/api/v1/assignments/" + sent.get("id").asText() + "/decline",
                    "{\"reason\":\"BUSY\"}",
                    "P-001");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> stored("I-ALONE").get(0).succession().state() == SuccessionState.NOBODY);

            HttpResponse<String> handed = post(
                    gateway,
                    "/api/v1/incidents/I-ALONE/handover",
                    "{\"organizationId\":\"police\",\"reason\":\"噪声执法\"}",
                    "王值班");
            assertThat(handed.statusCode()).isEqualTo(200);
            assertThat(json(handed).at("/handover/state").asText()).isEqualTo("HANDED");
            assertThat(json(handed).get("state").asText()).isEqualTo("DISPATCHED");
            assertThat(post(gateway, "/api/v1/incidents/I-ALONE/handover/return", "{}", "公安")
                            .statusCode())
                    .isEqualTo(400);
            HttpResponse<String> back =
                    post(gateway, "/api/v1/incidents/I-ALONE/handover/return", "{\"reason\":\"不属本部门职责\"}", "公安");
            assertThat(json(back).at("/handover/state").asText()).isEqualTo("RETURNED");
            assertThat(json(back).get("state").asText()).isEqualTo("REPORTED");
        }
    }

    private static RunningGateway gateway() {
        RunningGateway gateway = new RunningGateway(redis, NEO4J.settings().uri(), Map.of());
        Awaitility.await().atMost(PATIENCE).until(() -> {
            pipeline.beat();
            return gateway.get("/health/ready").statusCode() == 200;
        });
        return gateway;
    }

    private static void incident(String id, RunningGateway... gateways) {
        graph.incidentFiling().file(List.of(observed(id, 1)), List.of());
        pipeline.publish(observed(id, 1));
        for (RunningGateway gateway : gateways) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> gateway.get("/api/v1/picture").body().contains(id));
        }
    }

    private static JsonNode send(RunningGateway gateway, String incidentId, String body) {
        HttpResponse<String> sent = post(gateway, "/api/v1/incidents/" + incidentId + "/assignments", body, "王值班");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        return json(sent);
    }

    private static Assignment awaitNext(String incidentId, int attempt) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> stored(incidentId), all -> all.size() == attempt)
                .get(attempt - 1);
    }

    private static List<Assignment> stored(String incidentId) {
        return graph.incidentArchive().find("live", incidentId).orElseThrow().assignments();
    }

    private static HttpResponse<String> post(RunningGateway gateway, String path, String body, String actor) {
        return gateway.send(HttpRequest.newBuilder(gateway.address(path))
                .header("X-Watchfloor-Actor", URLEncoder.encode(actor, StandardCharsets.UTF_8))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
