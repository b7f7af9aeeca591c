package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static io.watchfloor.gateway.Samples.NOON;
import static io.watchfloor.gateway.Samples.opened;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Grade;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever asks in Chinese is told why not in Chinese, whoever asks in English in English; and it helps. */
class WordsIT {
    private static final Pattern ENGLISH_SENTENCE = Pattern.compile("[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}");
    private static Graph graph;
    private static RealRedis redis;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        graph = SampleDistrict.open();
        redis = new RealRedis();
        gateway = new RunningGateway(redis, ForkedGraph.shared().settings().uri(), Map.of());
        new PlayedPipeline(redis).publish(opened("I-NOWHERE", 1, Grade.III, NOON, null));
        Awaitility.await().untilAsserted(() -> assertThat(
                        gateway.get("/api/v1/incidents/I-NOWHERE").statusCode())
                .isEqualTo(200));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        redis.close();
        graph.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/incidents/I-NOWHERE/candidates?person=P-001||409|not-located",
                "GET|/incidents/I-404/candidates||404|incident-unknown",
                "POST|/incidents/I-404/acknowledge|{}|404|incident-unknown",
                "POST|/incidents/I-NOWHERE/assignments|{\"personId\":\"P-404\"}|404|person-unknown",
                "GET|/people/P-404||404|person-unknown",
                "GET|/alerts/A-404||404|alert-unknown",
                "GET|/coverage?skill=magic||404|skill-unknown",
                "PUT|/plan/areas/A-404|{\"on\":true,\"reason\":\"x\"}|404|area-unknown",
                "POST|/incidents/I-NOWHERE/notes|{\"text\":\" \"}|400|text-missing",
                "POST|/access/users/U-404/reset|{}|404|user-unknown",
                "POST|/roads/close|{\"roadIds\":[\"R-404\"],\"reason\":\"x\"}|404|road-unknown",
                "POST|/plan/incidents/I-NOWHERE/send|{\"personIds\":[]}|400|invalid-request",
                "POST|/reports|{}|400|invalid-report",
                "POST|/reports|no|400|invalid-report",
                "POST|/incidents/I-NOWHERE/acknowledge|{|400|invalid-request",
                "GET|/incidents?limit=none||400|invalid-request",
                "POST|/session|{\"name\":\"nobody\",\"password\":\"wrong-password\"}|401|wrong-sign-in",
                "GET|/handovers/H-404||404|handover-unknown",
                "GET|/nothing||404|not-found",
            })
    void shouldSayInBothLanguagesWhyNot(String method, String path, String body, int status, String type) {
        JsonNode english = told("en", method, path, body, status, type);
        JsonNode chinese = told("zh-CN,zh;q=0.9,en;q=0.8", method, path, body, status, type);

        assertThat(sentencesOf(english))
                .allSatisfy(sentence -> assertThat(sentence).doesNotMatch(".*\\p{IsHan}.*"));
        assertThat(sentencesOf(chinese)).allSatisfy(sentence -> {
            assertThat(sentence).matches(".*\\p{IsHan}.*");
            assertThat(ENGLISH_SENTENCE.matcher(sentence).find()).as(sentence).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/plan/incidents/I-1/send|{\"personIds\":[]}|empty|personIds|personIds must name at least 1.|personIds 至少须有 1 项。",
                "POST|/plan/incidents/I-1/send|{}|missing|personIds|personIds is missing.|缺少 personIds。",
                "POST|/incidents/I-1/join|{\"into\":\"I-2\",\"force\":true}|unknown-field|force|There is no field force here.|此处没有 force 这一项。",
                "POST|/plan/incidents/I-1/send|{\"personIds\":[7]}|wrong-type|personIds[0]|personIds[0] must be text.|personIds[0] 须为文字。",
                "POST|/incidents/I-1/snooze|{\"minutes\":\"soon\",\"reason\":\"x\"}|wrong-type|minutes|minutes must be a whole number.|minutes 须为整数。",
                "POST|/incidents/I-1/assignments|{\"personId\":\"P-1\",\"tries\":99}|out-of-range|tries|tries must be at most 10.|tries 不得大于 10。",
                "POST|/coverage/what-if|{\"incidents\":[{\"type\":\"noise\",\"lat\":99,\"lon\":1}]}|out-of-range|incidents[0].lat|incidents[0].lat must be at most 90.|incidents[0].lat 不得大于 90。",
                "GET|/incidents/I-1/candidates?source=brain||unknown-value|source|source must be one of memory, graph.|source 须为以下之一：memory, graph。",
                "GET|/district/export?format=pdf||unknown-value|format|format must be one of csv, xlsx.|format 须为以下之一：csv, xlsx。",
                "GET|/incidents?limit=0||out-of-range|limit|limit must be at least 1.|limit 不得小于 1。",
                "GET|/coverage||missing|skill|skill is missing.|缺少 skill。",
                "POST|/incidents/I-1/acknowledge|[]|wrong-type||The body must be a JSON object.|请求内容须为 JSON 对象。",
            })
    void shouldNameTheFieldAndWhatIsExpected(
            String method, String path, String body, String reason, String field, String english, String chinese) {
        JsonNode answer = told("en", method, path, body, 400, "invalid-request");

        assertThat(answer.path("errors")).as(answer.toString()).hasSize(1);
        JsonNode error = answer.path("errors").get(0);
        assertThat(error.path("reason").asText()).isEqualTo(reason);
        assertThat(error.path("field").asText(null)).isEqualTo(field);
        assertThat(answer.path("detail").asText()).isEqualTo(english);
        assertThat(error.path("detail").asText()).isEqualTo(english);
        assertThat(told("zh", method, path, body, 400, "invalid-request")
                        .path("detail")
                        .asText())
                .isEqualTo(chinese);
    }

    @Test
    void shouldTellWhatWasRefusedInTheLanguageOfWhoeverLooks() {
        gateway.post("/api/v1/reports", "{\"source\":\"x\"}");

        Awaitility.await().untilAsserted(() -> {
            JsonNode letters = json(call("zh", "GET", "/deadletters?limit=1", null));
            assertThat(letters.path("deadLetters").findValuesAsText("detail")).containsExactly("缺少 sourceId。");
        });
    }

    private static JsonNode told(String language, String method, String path, String body, int status, String type) {
        HttpResponse<String> answer = call(language, method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Language")).hasValue(language.substring(0, 2));
        JsonNode problem = json(answer);
        assertThat(problem.path("type").asText()).isEqualTo("urn:watchfloor:problem:" + type);
        return problem;
    }

    private static HttpResponse<String> call(String language, String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.address("/api/v1" + path))
                .header("Accept-Language", language)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return gateway.send(body == null ? request : request.header("Content-Type", "application/json"));
    }

    private static List<String> sentencesOf(JsonNode problem) {
        List<String> sentences = new ArrayList<>(problem.findValuesAsText("detail"));
        assertThat(sentences).isNotEmpty();
        return sentences;
    }
}
