package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static io.watchfloor.gateway.Samples.observed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.watchfloor.contract.Json;
import io.watchfloor.graph.ForkedGraph;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
        SampleDistrict.open().close();
        redis = new RealRedis();
        pipeline = new PlayedPipeline(redis);
        gateway = new RunningGateway(redis, ForkedGraph.shared().settings().uri(), Map.of());
        pipeline.awaitReady(gateway);
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
    void shouldAskTheNextByItselfAndNeverAgainWhoeverDeclined() {
        pipeline.publish(observed("I-ONE", 1));
        assertThat(put("area-1", "{\"on\":true,\"reason\":\"夜间人手少\"}").statusCode())
                .isEqualTo(200);
        JsonNode first = awaitSent("I-ONE", 1);
        assertThat(first.hasNonNull("answerBy")).isTrue();
        assertThat(first.at("/succession/most").asInt()).isGreaterThan(1);

        decide(first, "decline", "{\"reason\":\"OTHER\",\"note\":\"走不开\"}");
        JsonNode second = awaitSent("I-ONE", 2);
        assertThat(second.get("personId")).isNotEqualTo(first.get("personId"));
        decide(second, "decline", "{\"reason\":\"BUSY\"}");
        JsonNode third = awaitSent("I-ONE", 3);
        decide(third, "decline", "{\"reason\":\"BUSY\"}");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> suggestion(plan(), "I-ONE").get("missing").asInt() == 1);
        assertThat(sentTo("I-ONE").findValuesAsText("personId")).doesNotHaveDuplicates();
        JsonNode passed =
                json(gateway.get("/api/v1/incidents/I-ONE/candidates")).get("passedOver");
        assertThat(passed.findValuesAsText("code")).contains("ASKED_BEFORE");
        assertThat(passed.findValuesAsText("zh"))
                .anySatisfy(words -> assertThat(words).contains("拒绝派单：走不开"));
        assertThat(passed.findValuesAsText("en"))
                .anySatisfy(words -> assertThat(words).startsWith("Declined ").endsWith(": busy"));
    }

    @Test
    void shouldKeepItsHandsOffWhereAnOfficerCalledSomebodyBack() {
        pipeline.publish(observed("I-ONE", 1));
        assertThat(put("area-1", "{\"on\":true,\"reason\":\"夜间人手少\"}").statusCode())
                .isEqualTo(200);
        JsonNode first = awaitSent("I-ONE", 1);
        decide(first, "recall", "{\"reason\":\"NOT_NEEDED\",\"note\":\"电话已解决\"}");

        // Something else is sent by itself meanwhile, so that it has looked at both.
        pipeline.publish(observed("I-TWO", 1));
        awaitSent("I-TWO", 1);
        pipeline.publish(observed("I-THREE", 1));
        awaitSent("I-THREE", 1);
        assertThat(sentTo("I-ONE")).hasSize(1);
        assertThat(suggestion(plan(), "I-ONE").findValuesAsText("personId"))
                .doesNotContain(first.get("personId").asText());
    }

    @Test
    void shouldNeitherPlanForNorSendToWhatIsPutOff() {
        pipeline.publish(observed("I-ONE", 1));
        awaitSuggestions(1);
        assertThat(gateway.send(as("王值班", "/api/v1/incidents/I-ONE/snooze")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"minutes\":60,\"reason\":\"天亮再看\"}")))
                        .statusCode())
                .isEqualTo(200);
        awaitSuggestions(0);
        assertThat(plan().get("setAside").asInt()).isEqualTo(1);
        assertThat(put("area-1", "{\"on\":true,\"reason\":\"夜间人手少\"}").statusCode())
                .isEqualTo(200);
        pipeline.publish(observed("I-TWO", 1));
        awaitSent("I-TWO", 1);
        assertThat(sentTo("I-ONE")).isEmpty();
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

    private void decide(JsonNode assignment, String step, String body) {
        HttpResponse<String> answer = gateway.send(
                as("李值班", "/api/v1/assignments/" + assignment.get("id").asText() + "/" + step)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Everybody ever sent there, the newest first. */
    private ArrayNode sentTo(String incidentId) {
        ArrayNode sent = Json.mapper().createArrayNode();
        for (JsonNode assignment : json(gateway.get("/api/v1/assignments")).get("assignments")) {
            if (assignment.get("incidentId").asText().equals(incidentId)) {
                sent.add(assignment);
            }
        }
        return sent;
    }

    /** The newest of so many. */
    private JsonNode awaitSent(String incidentId, int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> sentTo(incidentId).size() == count);
        return sentTo(incidentId).get(0);
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
