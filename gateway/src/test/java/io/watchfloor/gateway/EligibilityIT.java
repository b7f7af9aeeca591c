package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static io.watchfloor.gateway.Samples.observed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P-004 can sing and is never on shift, P-005 goes off soon: they are sent only for a reason, whoever asks. */
class EligibilityIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private RealRedis redis;
    private PlayedPipeline pipeline;
    private RunningGateway gateway;

    @BeforeEach
    void start() throws IOException {
        ForkedGraph neo4j = ForkedGraph.shared();
        neo4j.wipe();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/district"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        append("people.csv", "P-004,周医生,Dr Zhou,police,pl-1\nP-005,赵敏,Zhao Min,police,pl-1\n");
        append("person_skills.csv", "P-005,patrol,1,\n");
        LocalTime now = LocalTime.now(ZoneId.of("Asia/Shanghai")).truncatedTo(ChronoUnit.MINUTES);
        append("shifts.csv", "P-005,1|2|3|4|5|6|7," + now.minusHours(6) + "," + now.plusMinutes(21) + "\n");
        try (Graph graph = Graph.open(neo4j.settings())) {
            graph.migrate();
            assertThat(graph.districtImport().importFrom(folder).faults()).isEmpty();
        }
        redis = new RealRedis();
        pipeline = new PlayedPipeline(redis);
        gateway = new RunningGateway(redis, neo4j.settings().uri(), Map.of());
        pipeline.awaitReady(gateway);
        pipeline.publish(observed("I-ONE", 1));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> gateway.get("/api/v1/incidents/I-ONE/candidates").statusCode() == 200);
    }

    @AfterEach
    void stop() {
        gateway.close();
        redis.close();
    }

    @Test
    void shouldSendSomebodyOffShiftAndUnqualifiedOnlyForAReasonThatIsKept() {
        HttpResponse<String> refused = post("assignments", "{\"personId\":\"P-004\"}", "zh-CN");
        assertThat(refused.statusCode()).isEqualTo(409);
        JsonNode problem = json(refused);
        assertThat(problem.get("type").asText()).isEqualTo("urn:watchfloor:problem:not-eligible");
        assertThat(problem.get("detail").asText()).contains("周医生", "没有排班", "没有所需技能");
        assertThat(problem.get("errors").findValuesAsText("reason"))
                .containsExactlyInAnyOrder("off-shift", "skill-missing");
        assertThat(json(post("assignments", "{\"personId\":\"P-004\"}", "en"))
                        .get("errors")
                        .findValuesAsText("detail"))
                .contains("No shifts planned");

        assertThat(post("assignments", "{\"personId\":\"P-004\",\"despite\":\"  \"}", "en")
                        .statusCode())
                .isEqualTo(409);
        HttpResponse<String> sent = post("assignments", "{\"personId\":\"P-004\",\"despite\":\"电话确认可到\"}", "en");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        JsonNode timeline = json(gateway.get("/api/v1/incidents/I-ONE")).get("timeline");
        assertThat(timeline.findValuesAsText("note"))
                .anySatisfy(note -> assertThat(note).contains("OFF_SHIFT", "SKILL_MISSING", "电话确认可到"));
    }

    @Test
    void shouldHoldForWhoComesByThemselvesAndForTheTeamOfAPlan() {
        assertThat(post("join-in", "{\"personId\":\"P-004\"}", "en").statusCode())
                .isEqualTo(409);
        JsonNode planned = json(
                gateway.send(as("/api/v1/plan/incidents/I-ONE/send", "{\"personIds\":[\"P-004\",\"P-001\"]}", "en")));
        assertThat(planned.at("/sent/0/personId").asText()).isEqualTo("P-001");
        assertThat(planned.at("/refused/0/type").asText()).isEqualTo("urn:watchfloor:problem:not-eligible");

        HttpResponse<String> joined = post("join-in", "{\"personId\":\"P-004\",\"despite\":\"就在隔壁\"}", "en");
        assertThat(joined.statusCode()).as(joined.body()).isEqualTo(201);
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        json(gateway.get("/api/v1/assignments?active=true"))
                                .get("assignments")
                                .findValuesAsText("personId"))
                .containsExactlyInAnyOrder("P-001", "P-004"));
    }

    /** P-005 goes off shift in some twenty minutes and is forty minutes away, beside every road. */
    @Test
    void shouldSendWhoseShiftEndsBeforeTheyAreThereOnlyForAReason() {
        Awaitility.await().atMost(PATIENCE).until(() -> json(gateway.get("/api/v1/people/P-005"))
                .get("onDuty")
                .asBoolean());
        HttpResponse<String> seen = gateway.post(
                "/api/v1/people/P-005/position", "{\"lat\":31.338,\"lon\":121.47,\"at\":\"" + Instant.now() + "\"}");
        assertThat(seen.statusCode()).as(seen.body()).isEqualTo(204);
        Awaitility.await().atMost(PATIENCE).until(() -> json(gateway.get(
                        "/api/v1/incidents/I-ONE/candidates?person=P-005"))
                .at("/asked/person/reasons")
                .findValuesAsText("code")
                .contains("SHIFT_ENDS_BEFORE_ARRIVAL"));

        HttpResponse<String> refused = post("assignments", "{\"personId\":\"P-005\"}", "zh-CN");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).get("detail").asText()).contains("才能到达");
        assertThat(json(refused).get("errors").findValuesAsText("reason")).containsExactly("shift-ends-before-arrival");
        JsonNode planned =
                json(gateway.send(as("/api/v1/plan/incidents/I-ONE/send", "{\"personIds\":[\"P-005\"]}", "en")));
        assertThat(planned.at("/refused/0/type").asText()).isEqualTo("urn:watchfloor:problem:not-eligible");

        assertThat(post("assignments", "{\"personId\":\"P-005\",\"despite\":\"愿意加班\"}", "en")
                        .statusCode())
                .isEqualTo(201);
        assertThat(json(gateway.get("/api/v1/incidents/I-ONE")).get("timeline").findValuesAsText("note"))
                .anySatisfy(note -> assertThat(note).contains("SHIFT_ENDS_BEFORE_ARRIVAL", "愿意加班"));
    }

    @Test
    void shouldSignSomebodyOffForAllToSeeAndOnAgainByItself() {
        assertThat(availability("P-001", "{\"available\":false}").statusCode()).isEqualTo(400);
        assertThat(availability("P-001", "{\"available\":false,\"reason\":\"BREAK\",\"until\":\"soon\"}")
                        .statusCode())
                .isEqualTo(400);
        String until = Instant.now().plusSeconds(12).toString();
        HttpResponse<String> off =
                availability("P-001", "{\"available\":false,\"reason\":\"BREAK\",\"until\":\"" + until + "\"}");
        assertThat(off.statusCode()).as(off.body()).isEqualTo(200);
        assertThat(json(off).at("/absence/by").asText()).isEqualTo("王值班");

        Awaitility.await().atMost(PATIENCE).until(() -> json(gateway.get("/api/v1/people/P-001"))
                .at("/absence/reason")
                .asText()
                .equals("BREAK"));
        assertThat(post("assignments", "{\"personId\":\"P-001\"}", "en").statusCode())
                .isEqualTo(409);
        Awaitility.await().atMost(PATIENCE).until(() -> json(gateway.get("/api/v1/people/P-001"))
                .get("availability")
                .asText()
                .equals("FREE"));
        assertThat(post("assignments", "{\"personId\":\"P-001\"}", "en").statusCode())
                .isEqualTo(201);
    }

    @Test
    void shouldNotTellSomebodyOffShiftToStandBy() {
        HttpResponse<String> told = gateway.send(as("/api/v1/plan/moves/P-004", "{\"cellId\":\"C-1\"}", "en"));
        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(json(told).get("detail").asText()).contains("Dr Zhou is off shift");
    }

    private void append(String file, String rows) throws IOException {
        Files.writeString(folder.resolve(file), rows, StandardOpenOption.APPEND);
    }

    private HttpResponse<String> availability(String personId, String body) {
        return gateway.send(as("/api/v1/people/" + personId + "/availability", body, "en"));
    }

    private HttpResponse<String> post(String what, String body, String language) {
        return gateway.send(as("/api/v1/incidents/I-ONE/" + what, body, language));
    }

    private HttpRequest.Builder as(String path, String body, String language) {
        return HttpRequest.newBuilder(gateway.address(path))
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .header("X-Watchfloor-Actor", URLEncoder.encode("王值班", StandardCharsets.UTF_8))
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
