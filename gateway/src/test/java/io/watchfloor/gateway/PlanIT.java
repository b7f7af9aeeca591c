package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static io.watchfloor.gateway.Samples.observed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three people who can patrol, and incidents that need one each. */
class PlanIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RealRedis redis;
    private PlayedPipeline pipeline;
    private RunningGateway gateway;

    @BeforeEach
    void start() {
        ForkedGraph neo4j = ForkedGraph.shared();
        neo4j.wipe();
        try (Graph graph = Graph.open(neo4j.settings())) {
            graph.migrate();
            assertThat(graph.districtImport()
                            .importFrom(Path.of("src/test/resources/district"))
                            .faults())
                    .isEmpty();
        }
        redis = new RealRedis();
        pipeline = new PlayedPipeline(redis);
        gateway = new RunningGateway(redis, neo4j.settings().uri(), Map.of());
        Awaitility.await().atMost(PATIENCE).until(() -> {
            pipeline.beat();
            return gateway.get("/health/ready").statusCode() == 200;
        });
    }

    @AfterEach
    void stop() {
        gateway.close();
        redis.close();
    }

    @Test
    void shouldSuggestSomebodyElseForEachIncidentAndSendThemOnAClick() {
        pipeline.publish(observed("I-ONE", 1));
        pipeline.publish(observed("I-TWO", 1));
        JsonNode plan = awaitSuggestions(2);
        Set<String> people = new HashSet<>(plan.findValuesAsText("personId"));
        assertThat(people).hasSizeGreaterThanOrEqualTo(2);
        assertThat(plan.at("/plan/proof").asText()).isEqualTo("OPTIMAL");

        JsonNode one = suggestion(plan, "I-ONE");
        String person = one.at("/people/0/personId").asText();
        JsonNode answer = json(send("I-ONE", person, "王值班"));
        assertThat(answer.at("/sent/0/personId").asText()).isEqualTo(person);
        assertThat(answer.at("/sent/0/assignedBy").asText()).isEqualTo("王值班");
        assertThat(answer.get("refused")).isEmpty();
        Awaitility.await().atMost(PATIENCE).until(() -> suggestion(plan(), "I-ONE")
                .at("/people/0/underWay")
                .asBoolean());
    }

    @Test
    void shouldSayWhoWasFirstWhenSomebodyIsGone() {
        pipeline.publish(observed("I-ONE", 1));
        pipeline.publish(observed("I-TWO", 1));
        awaitSuggestions(2);
        assertThat(json(send("I-ONE", "P-003", "张三")).get("sent")).hasSize(1);
        JsonNode late = json(send("I-TWO", "P-003", "李四"));
        assertThat(late.get("sent")).isEmpty();
        assertThat(late.at("/refused/0/personId").asText()).isEqualTo("P-003");
        assertThat(late.at("/refused/0/heldBy").asText()).isEqualTo("张三");
        assertThat(late.at("/refused/0/detail").asText()).contains("张三");
    }

    @Test
    void shouldSendByItselfOnlyWhereAnAreaIsSetSoAndInTheNameOfWhoSetIt() {
        assertThat(json(gateway.get("/api/v1/plan/areas")).get("areas")).isEmpty();
        pipeline.publish(observed("I-ONE", 1));
        awaitSuggestions(1);
        assertThat(put("area-1", "{\"on\":true,\"reason\":\" \"}").statusCode()).isEqualTo(400);
        assertThat(put("nowhere", "{\"on\":true,\"reason\":\"x\"}").statusCode())
                .isEqualTo(404);
        assertThat(json(gateway.get("/api/v1/assignments?active=true")).get("assignments"))
                .isEmpty();

        assertThat(json(put("area-1", "{\"on\":true,\"reason\":\"夜间人手少\"}"))
                        .get("setBy")
                        .asText())
                .isEqualTo("王值班");
        Awaitility.await().atMost(PATIENCE).until(() -> !assignments().isEmpty());
        assertThat(assignments().get(0).get("incidentId").asText()).isEqualTo("I-ONE");
        assertThat(assignments().get(0).get("assignedBy").asText())
                .startsWith("王值班")
                .contains("automatic");
        assertThat(json(gateway.get("/api/v1/plan/areas")).at("/areas/0/reason").asText())
                .isEqualTo("夜间人手少");
    }

    @Test
    void shouldShowEveryOfficerWhoWasToldToStandByAndRefuseWhoIsBound() {
        pipeline.publish(observed("I-ONE", 1));
        awaitSuggestions(1);
        JsonNode order = json(tell("P-003", "{\"cellId\":\"C-1\"}"));
        assertThat(order.get("by").asText()).isEqualTo("王值班");
        assertThat(plan().at("/told/0")).isEqualTo(order);
        assertThat(tell("P-003", "{\"cellId\":\"nowhere\"}").statusCode()).isEqualTo(404);
        assertThat(tell("P-003", "{}").statusCode()).isEqualTo(400);

        assertThat(json(send("I-ONE", "P-003", "李四")).get("sent")).hasSize(1);
        HttpResponse<String> late = tell("P-003", "{\"cellId\":\"C-1\"}");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json(late).get("heldBy").asText()).isEqualTo("李四");
    }

    private HttpResponse<String> tell(String personId, String body) {
        return gateway.send(
                as("王值班", "/api/v1/plan/moves/" + personId).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode assignments() {
        return json(gateway.get("/api/v1/assignments?active=true")).get("assignments");
    }

    private JsonNode plan() {
        return json(gateway.get("/api/v1/plan"));
    }

    private JsonNode awaitSuggestions(int count) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> plan().at("/plan/suggestions").size() == count);
        return plan();
    }

    private static JsonNode suggestion(JsonNode plan, String incidentId) {
        for (JsonNode suggestion : plan.at("/plan/suggestions")) {
            if (suggestion.get("incidentId").asText().equals(incidentId)) {
                return suggestion;
            }
        }
        throw new AssertionError("nothing is suggested for " + incidentId + ": " + plan);
    }

    private HttpResponse<String> send(String incidentId, String personId, String actor) {
        return gateway.send(as(actor, "/api/v1/plan/incidents/" + incidentId + "/send")
                .POST(HttpRequest.BodyPublishers.ofString("{\"personIds\":[\"" + personId + "\"]}")));
    }

    private HttpResponse<String> put(String areaId, String body) {
        return gateway.send(as("王值班", "/api/v1/plan/areas/" + areaId).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder as(String actor, String path) {
        return HttpRequest.newBuilder(gateway.address(path))
                .header("Content-Type", "application/json")
                .header("X-Watchfloor-Actor", URLEncoder.encode(actor, StandardCharsets.UTF_8));
    }
}
