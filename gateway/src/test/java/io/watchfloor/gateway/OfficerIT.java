package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static io.watchfloor.gateway.Samples.NOON;
import static io.watchfloor.gateway.Samples.alarmHealth;
import static io.watchfloor.gateway.Samples.alert;
import static io.watchfloor.gateway.Samples.escalation;
import static io.watchfloor.gateway.Samples.measure;
import static io.watchfloor.gateway.Samples.observed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Correction;
import io.watchfloor.contract.EscalationStage;
import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Ids;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.ObservedIncidents;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What officers correct, join and keep silent, on a real graph and a real Redis. */
class OfficerIT {
    private static final int PARTITIONS = 3;

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
        gateway = newGateway();
        pipeline.awaitReady(gateway);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        graph.close();
        redis.close();
    }

    @Test
    void aCorrectionGoesToTheIntakeStreamOfItsRegionOnce() {
        incident("I-TYPE", 2);
        HttpResponse<String> first = post("/api/v1/incidents/I-TYPE/type", "{\"type\":\"gas-leak\"}");
        HttpResponse<String> again = post("/api/v1/incidents/I-TYPE/type", "{\"type\":\"gas-leak\"}");
        HttpResponse<String> placed = post("/api/v1/incidents/I-TYPE/place", "{\"placeId\":\"pl-3\"}");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(202);
        Awaitility.await().until(() -> corrections("I-TYPE").size() == 2);
        Correction type = corrections("I-TYPE").get(0);
        assertThat(type.id()).isEqualTo(json(first).get("correctionId").asText());
        assertThat(type.type()).isEqualTo("gas-leak");
        assertThat(type.actor()).isEqualTo("王值班");
        assertThat(type.known().id()).isEqualTo("I-TYPE");
        assertThat(corrections("I-TYPE").get(1).lat()).isEqualTo(31.232);
        assertThat(redis.messages("picture:live")).noneMatch(json -> json.contains("\"kind\":\"correction\""));

        List<JsonNode> labels = labels("I-TYPE");
        assertThat(labels).hasSize(4);
        assertThat(labels.get(0).get("fromType").asText()).isEqualTo("noise");
        assertThat(labels.get(0).get("toType").asText()).isEqualTo("gas-leak");
        assertThat(labels.get(0).get("text").asText()).isEqualTo("吵 0");
        assertThat(labels.get(3).get("placeId").asText()).isEqualTo("pl-3");
    }

    @Test
    void anOfficersGradeGoesToThePipelineAndIsShownWithWhatTheReportsSay() {
        incident("I-GRADE", 2);
        HttpResponse<String> first = post("/api/v1/incidents/I-GRADE/grade", "{\"grade\":\"I\"}");
        HttpResponse<String> again = post("/api/v1/incidents/I-GRADE/grade", "{\"grade\":\"I\"}");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        Awaitility.await().until(() -> corrections("I-GRADE").size() == 1);
        Correction sent = corrections("I-GRADE").get(0);
        assertThat(sent.id()).isEqualTo(json(first).get("correctionId").asText());
        assertThat(sent.grade()).isEqualTo(Grade.I);
        assertThat(sent.type()).isNull();
        assertThat(labels("I-GRADE")).hasSize(2).allSatisfy(label -> assertThat(
                        label.get("fromGrade").asText() + label.get("toGrade").asText())
                .isEqualTo("IVI"));

        pipeline.publish(ObservedIncidents.graded(observed("I-GRADE", 2), 3, Grade.I, Grade.IV));
        Awaitility.await().untilAsserted(() -> {
            JsonNode shown = json(gateway.get("/api/v1/incidents/I-GRADE")).get("incident");
            assertThat(shown.get("grade").asText()).isEqualTo("I");
            assertThat(shown.get("reportedGrade").asText()).isEqualTo("IV");
        });
        problem("/api/v1/incidents/I-GRADE/grade", "{\"grade\":\"V\"}", "grade", "unknown-value");
        problem("/api/v1/incidents/I-GRADE/grade", "{}", "grade", "missing");
    }

    @Test
    void aCorrectionThatIsMeantForAnOlderVersionIsRefused() {
        incident("I-STALE", 1);
        String seen = gateway.get("/api/v1/incidents/I-STALE")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        pipeline.publish(observed("I-STALE", 9));
        Awaitility.await().until(() -> !gateway.get("/api/v1/incidents/I-STALE")
                .headers()
                .firstValue("ETag")
                .orElseThrow()
                .equals(seen));

        HttpResponse<String> late =
                gateway.send(HttpRequest.newBuilder(gateway.address("/api/v1/incidents/I-STALE/type"))
                        .header("Content-Type", "application/json")
                        .header("If-Match", seen)
                        .POST(HttpRequest.BodyPublishers.ofString("{\"type\":\"gas-leak\"}")));

        assertThat(late.statusCode()).as(late.body()).isEqualTo(412);
        assertThat(json(late).get("type").asText()).endsWith("changed-meanwhile");
        assertThat(corrections("I-STALE")).isEmpty();
    }

    @Test
    void reportsOfAnotherEventAreTakenOut() {
        incident("I-SPLIT", 3);
        String second = "R-I-SPLIT-1";
        HttpResponse<String> split = post("/api/v1/incidents/I-SPLIT/split", "{\"reportIds\":[\"" + second + "\"]}");

        assertThat(split.statusCode()).as(split.body()).isEqualTo(202);
        assertThat(json(split).get("incidentId").asText()).isEqualTo(Ids.incident(second));
        Awaitility.await().until(() -> corrections("I-SPLIT").size() == 1);
        assertThat(corrections("I-SPLIT").get(0).moved())
                .extracting(filed -> filed.report().id())
                .containsExactly(second);
        HttpResponse<String> all =
                post("/api/v1/incidents/I-SPLIT/split", "{\"reportIds\":[\"R-I-SPLIT-0\",\"R-I-SPLIT-2\"]}");
        assertThat(all.statusCode()).isEqualTo(409);
        assertThat(json(all).get("type").asText()).endsWith("nothing-left");
    }

    @Test
    void oneIncidentBecomesPartOfAnotherAndIsGivenBack() {
        incident("I-ONE", 1);
        incident("I-TWO", 1);
        try (LiveClient console = new LiveClient(gateway, "")) {
            HttpResponse<String> joined = post("/api/v1/incidents/I-TWO/join", "{\"into\":\"I-ONE\"}");
            assertThat(joined.statusCode()).as(joined.body()).isEqualTo(200);
            assertThat(json(joined).get("mergedInto").asText()).isEqualTo("I-ONE");
            console.await(message -> message.incidents() != null
                    && message.incidents().stream()
                            .anyMatch(incident -> incident.id().equals("I-TWO")
                                    && incident.state() == IncidentState.MERGED
                                    && "I-ONE".equals(incident.mergedInto())));
        }
        assertThat(post("/api/v1/incidents/I-ONE/join", "{\"into\":\"I-TWO\"}").statusCode())
                .isEqualTo(409);
        assertThat(post("/api/v1/incidents/I-ONE/join", "{\"into\":\"I-NOWHERE\"}")
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> apart = post("/api/v1/incidents/I-TWO/unjoin", null);
        assertThat(json(apart).get("state").asText()).isEqualTo("REPORTED");
        assertThat(post("/api/v1/incidents/I-TWO/unjoin", null).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsWrongIsSaidFieldByField() {
        incident("I-WRONG", 1);
        pipeline.publish(alert("W-WRONG", 1, false));
        awaitPicture(gateway, "W-WRONG");
        problem("/api/v1/incidents/I-WRONG/type", "{\"type\":\"dragons\"}", "type", "unknown-value");
        problem("/api/v1/incidents/I-WRONG/type", "{}", "type", "missing");
        problem("/api/v1/incidents/I-WRONG/type", "{\"type\":7}", "type", "wrong-type");
        problem("/api/v1/incidents/I-WRONG/type", "{\"type\":\"fire\",\"typ\":1}", "typ", "unknown-field");
        problem("/api/v1/incidents/I-WRONG/place", "{\"lat\":131,\"lon\":1}", "lat", "out-of-range");
        problem("/api/v1/incidents/I-WRONG/place", "{\"lat\":31}", "lat", "out-of-range");
        problem("/api/v1/incidents/I-WRONG/split", "{\"reportIds\":[]}", "reportIds", "empty");
        problem("/api/v1/alerts/W-WRONG/snooze", "{\"minutes\":1441,\"reason\":\"x\"}", "minutes", "out-of-range");
        problem("/api/v1/alerts/W-WRONG/snooze", "{\"minutes\":1.5,\"reason\":\"x\"}", "minutes", "wrong-type");
        problem("/api/v1/alerts/W-WRONG/snooze", "{\"minutes\":5}", "reason", "missing");
        problem("/api/v1/alerts/W-WRONG/snooze", "{\"minutes\":5,\"reason\":\"  \"}", "reason", "missing");
        for (String path : List.of("alerts/W-NONE/snooze", "incidents/I-NONE/type")) {
            String body = path.startsWith("alerts") ? "{\"minutes\":5,\"reason\":\"x\"}" : "{\"type\":\"fire\"}";
            assertThat(post("/api/v1/" + path, body).statusCode()).isEqualTo(404);
        }
        assertThat(post("/api/v1/incidents/I-WRONG/place", "{\"placeId\":\"pl-404\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("/api/v1/incidents/I-WRONG/split", "{\"reportIds\":[\"R-404\"]}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(gateway.get("/api/v1/alerts/W-NONE").statusCode()).isEqualTo(404);
        assertThat(gateway.get("/api/v1/alerts?state=some").statusCode()).isEqualTo(400);
        HttpResponse<String> foreign =
                gateway.send(HttpRequest.newBuilder(gateway.address("/api/v1/alerts/W-WRONG/unsnooze"))
                        .header("Origin", "https://elsewhere.example")
                        .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    @Test
    void anAlertShowsItsEvidenceAndIsKeptSilentForAReason() {
        incident("I-RISE", 2);
        pipeline.publish(alert("W-RISE", 1, false, "R-I-RISE-0", "R-I-RISE-1", "R-unfiled"));
        pipeline.publish(alert("W-OVER", 1, true));
        awaitPicture(gateway, "W-OVER");

        assertThat(json(gateway.get("/api/v1/alerts")).get("alerts").findValuesAsText("id"))
                .contains("W-RISE")
                .doesNotContain("W-OVER");
        assertThat(json(gateway.get("/api/v1/alerts?state=all")).get("alerts").findValuesAsText("id"))
                .contains("W-OVER");
        assertThat(json(gateway.get("/api/v1/alerts/W-RISE/reports")).findValuesAsText("text"))
                .containsExactly("吵 1", "吵 0");
        assertThat(json(gateway.get("/api/v1/alerts/W-RISE")).has("decision")).isFalse();

        try (LiveClient console = new LiveClient(gateway, "")) {
            HttpResponse<String> silent = post("/api/v1/alerts/W-RISE/snooze", "{\"minutes\":60,\"reason\":\"夜间抢修\"}");
            assertThat(json(silent).get("reason").asText()).isEqualTo("夜间抢修");
            console.await(message -> message.alertDecisions() != null
                    && message.alertDecisions().stream()
                            .anyMatch(decision -> decision.alertId().equals("W-RISE")));
        }
        assertThat(json(gateway.get("/api/v1/alerts/W-RISE"))
                        .at("/decision/actor")
                        .asText())
                .isEqualTo("王值班");
        JsonNode speaks = json(post("/api/v1/alerts/W-RISE/unsnooze", null));
        assertThat(speaks.get("version").asInt()).isEqualTo(2);
        assertThat(speaks.has("snoozedUntil")).isFalse();
    }

    @Test
    void whatStandsOutlivesTheStreamAndTheGateway() {
        incident("I-WAITS", 1);
        pipeline.publish(alert("W-STANDS", 3, false));
        pipeline.publish(alert("W-CLEARED", 1, false));
        pipeline.publish(escalation("I-WAITS", 2, EscalationStage.DISPATCH));
        pipeline.publish(measure("noise", 4));
        pipeline.publish(alarmHealth(5));
        awaitPicture(gateway, "W-CLEARED");
        post("/api/v1/alerts/W-STANDS/snooze", "{\"minutes\":60,\"reason\":\"已知\"}");
        pipeline.publish(alert("W-CLEARED", 2, true));
        Awaitility.await()
                .until(() -> redis.lines("HKEYS", "picture-latest:live")
                                .containsAll(List.of("alert:W-STANDS", "escalation:I-WAITS", "alarm-health"))
                        && !redis.lines("HKEYS", "picture-latest:live").contains("alert:W-CLEARED"));
        redis.command("DEL", "picture:live");

        try (RunningGateway later = newGateway()) {
            pipeline.awaitReady(later);
            JsonNode alerts = json(later.get("/api/v1/alerts?state=all"));
            assertThat(alerts.get("alerts").findValuesAsText("id"))
                    .contains("W-STANDS")
                    .doesNotContain("W-CLEARED");
            assertThat(alerts.get("decisions").findValuesAsText("reason")).contains("已知");
            assertThat(json(later.get("/api/v1/incidents/I-WAITS"))
                            .at("/incident/due/stage")
                            .asText())
                    .isEqualTo("DISPATCH");
            JsonNode measures = json(later.get("/api/v1/measures"));
            assertThat(measures.at("/measures/0/version").asInt()).isEqualTo(4);
            assertThat(measures.at("/alarmHealth/version").asInt()).isEqualTo(5);
        }
    }

    private static RunningGateway newGateway() {
        return new RunningGateway(
                redis, neo4j.settings().uri(), Map.of("WATCHFLOOR_INTAKE_PARTITIONS", Integer.toString(PARTITIONS)));
    }

    private static void awaitPicture(RunningGateway shown, String what) {
        Awaitility.await().until(() -> shown.get("/api/v1/picture").body().contains(what));
    }

    /** As the pipeline does: into the graph and onto the picture. */
    private static void incident(String id, int reports) {
        ObservedIncident observed = observed(id, reports);
        graph.incidentFiling()
                .file(
                        List.of(observed),
                        IntStream.range(0, reports)
                                .mapToObj(number -> report(id, number))
                                .toList());
        pipeline.publish(observed);
        awaitPicture(gateway, id);
    }

    private static FiledReport report(String incidentId, int number) {
        String id = "R-" + incidentId + "-" + number;
        Report report = new Report(
                "live",
                id,
                "s",
                id,
                ReportKind.CALL,
                "noise",
                "吵 " + number,
                NOON,
                NOON.plusSeconds(number),
                31.23,
                121.47,
                null,
                null);
        return new FiledReport("live", incidentId, 1, 0.0, 0, report, 1, null);
    }

    private static List<Correction> corrections(String incidentId) {
        int partition = Math.floorMod(observed(incidentId, 1).region().hashCode(), PARTITIONS);
        return redis.messages("intake:live:" + partition).stream()
                .map(MessageCodec::decode)
                .filter(Correction.class::isInstance)
                .map(Correction.class::cast)
                .filter(correction -> correction.incidentId().equals(incidentId))
                .toList();
    }

    private static List<JsonNode> labels(String incidentId) {
        HttpResponse<String> labels = gateway.get("/api/v1/labels");
        assertThat(labels.headers().firstValue("Content-Type")).hasValue("application/x-ndjson; charset=utf-8");
        return labels.body()
                .lines()
                .map(OfficerIT::line)
                .filter(label -> label.get("incidentId").asText().equals(incidentId))
                .toList();
    }

    private static JsonNode line(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void problem(String path, String body, String field, String reason) {
        HttpResponse<String> answer = post(path, body);
        assertThat(answer.statusCode()).as(body + answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).get("errors")).as(body + answer.body()).anySatisfy(error -> {
            assertThat(error.get("field").asText()).isEqualTo(field);
            assertThat(error.get("reason").asText()).isEqualTo(reason);
        });
    }

    private static HttpResponse<String> post(String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.address(path))
                .header("X-Watchfloor-Actor", URLEncoder.encode("王值班", StandardCharsets.UTF_8));
        return gateway.send(
                body == null
                        ? request.POST(HttpRequest.BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
