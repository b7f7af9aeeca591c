package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static io.watchfloor.gateway.Samples.observed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Grade;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.Downloads;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Roads, cover and the district as tables, over HTTP on a real graph and a real Redis. */
class CoverageIT {
    private static Graph graph;
    private static RealRedis redis;
    private static RunningGateway gateway;
    private static RunningGateway other;

    @BeforeAll
    static void start() {
        graph = SampleDistrict.open();
        redis = new RealRedis();
        gateway = newGateway();
        other = newGateway();
        new PlayedPipeline(redis).publish(observed("I-COVER", 1, Instant.now()));
        until(() -> assertThat(
                        gateway.get("/api/v1/incidents/I-COVER/candidates").statusCode())
                .isEqualTo(200));
        until(() -> assertThat(other.get("/api/v1/incidents/I-COVER/candidates").statusCode())
                .isEqualTo(200));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        other.close();
        redis.close();
        graph.close();
    }

    @Test
    void shouldGoAroundAClosedRoadOnEveryGateway() {
        String road = json(gateway.get("/api/v1/district"))
                .path("roads")
                .get(0)
                .path("id")
                .asText();

        HttpResponse<String> closed =
                gateway.post("/api/v1/roads/close", "{\"roadIds\":[\"" + road + "\"],\"reason\":\"路面塌陷\"}");

        assertThat(closed.statusCode()).isEqualTo(200);
        until(() -> assertThat(json(other.get("/api/v1/roads/closures"))
                        .path("closures")
                        .findValuesAsText("roadId"))
                .containsExactly(road));
        assertThat(gateway.post("/api/v1/roads/open", "{\"roadIds\":[\"" + road + "\"]}")
                        .statusCode())
                .isEqualTo(200);
        until(() -> assertThat(json(other.get("/api/v1/roads/closures")).path("closures"))
                .isEmpty());
    }

    @Test
    void shouldRefuseAClosureThatMakesNoSense() {
        assertProblem(
                gateway.post("/api/v1/roads/close", "{\"roadIds\":[\"R-404\"],\"reason\":\"x\"}"), 404, "road-unknown");
        assertProblem(gateway.post("/api/v1/roads/close", "{\"roadIds\":[],\"reason\":\"x\"}"), 400, "invalid-request");
        assertProblem(
                gateway.post("/api/v1/roads/close", "{\"roadIds\":[\"R-1\"],\"reason\":\"x\",\"until\":\"tomorrow\"}"),
                400,
                "invalid-request");
    }

    @Test
    void shouldAnswerFromTheGraphWhatItAnswersFromMemory() {
        JsonNode memory = json(gateway.get("/api/v1/incidents/I-COVER/candidates"));
        JsonNode fromGraph = json(gateway.get("/api/v1/incidents/I-COVER/candidates?source=graph"));

        assertThat(memory.path("source").asText()).isEqualTo("memory");
        assertThat(fromGraph.path("source").asText()).isEqualTo("graph");
        assertThat(fromGraph.has("projectionAsOf")).isFalse();
        assertThat(Instant.parse(memory.path("projectionAsOf").asText()))
                .isBeforeOrEqualTo(Instant.parse(memory.path("computedAt").asText()))
                .isAfter(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(fromGraph.path("candidates").findValuesAsText("personId"))
                .isEqualTo(memory.path("candidates").findValuesAsText("personId"));
        assertThat(fromGraph.path("team")).isEqualTo(memory.path("team"));
    }

    @Test
    void shouldSayWhyNotSomebodyWhoeverItIs() {
        for (String source : new String[] {"memory", "graph"}) {
            for (District.Person person : graph.readDistrict().people()) {
                JsonNode asked = json(gateway.get("/api/v1/incidents/I-COVER/candidates?limit=1&person=" + person.id()
                                + "&source=" + source))
                        .path("asked");
                assertThat(asked.at("/person/personId").asText()).isEqualTo(person.id());
                assertThat(asked.at("/person/reasons")).isNotEmpty();
                assertThat(asked.at("/person/reasons/0/zh").asText()).isNotBlank();
            }
            assertProblem(
                    gateway.get("/api/v1/incidents/I-COVER/candidates?person=P-404&source=" + source),
                    404,
                    "person-unknown");
        }
        assertThat(json(gateway.get("/api/v1/incidents/I-COVER/candidates")).has("asked"))
                .isFalse();
    }

    @Test
    void shouldListWhoIsFreeForAnIncidentThatIsNotLocatedYet() {
        new PlayedPipeline(redis).publish(Samples.opened("I-NOWHERE", 1, Grade.III, Instant.now(), null));
        for (String source : new String[] {"memory", "graph"}) {
            String path = "/api/v1/incidents/I-NOWHERE/candidates?source=" + source;
            until(() -> assertThat(gateway.get(path).statusCode()).isEqualTo(200));
            JsonNode found = json(gateway.get(path));

            assertThat(found.path("source").asText()).isEqualTo(source);
            assertThat(found.path("located").asBoolean(true)).isFalse();
            assertThat(found.path("candidates")).isNotEmpty().allSatisfy(person -> assertThat(
                            person.has("travelSeconds"))
                    .isFalse());
            assertThat(found.has("team")).isFalse();
            assertProblem(gateway.get(path + "&person=P-001"), 409, "not-located");
        }
        assertThat(json(gateway.get("/api/v1/incidents/I-COVER/candidates"))
                        .path("located")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void shouldTellCoverWeakPointsAndWhatIf() {
        JsonNode coverage = json(gateway.get("/api/v1/coverage?skill=patrol"));
        assertThat(coverage.path("cells")).isNotEmpty();
        assertThat(json(gateway.get("/api/v1/coverage/weak-points?hours=12&days=60"))
                        .path("gaps")
                        .isArray())
                .isTrue();
        assertThat(json(gateway.get("/api/v1/coverage/isochrone?lat=31.23&lon=121.47&minutes=60"))
                        .path("reached"))
                .isNotEmpty();
        until(() -> assertThat(planned()).hasSize(1));
        HttpResponse<String> whatIf = gateway.post(
                "/api/v1/coverage/what-if",
                "{\"incidents\":[{\"type\":\"noise\",\"lat\":31.23,\"lon\":121.47},{\"type\":\"noise\",\"lat\":31.23,\"lon\":121.47}]}");
        assertThat(whatIf.statusCode()).isEqualTo(200);
        assertThat(json(whatIf).path("teams")).hasSize(2);
        assertThat(json(whatIf).path("spokenFor").asInt()).isEqualTo(1);
        assertThat(json(whatIf).path("teams").findValuesAsText("personId"))
                .as("whom the plan needs for what is open")
                .doesNotContainAnyElementsOf(planned());
    }

    private static List<String> planned() {
        List<String> people = new ArrayList<>();
        json(gateway.get("/api/v1/plan"))
                .at("/plan/suggestions")
                .forEach(suggestion -> people.addAll(suggestion.path("people").findValuesAsText("personId")));
        return people;
    }

    @Test
    void shouldSayWhatIsWrongWithAQuestionAboutCover() {
        assertProblem(gateway.get("/api/v1/coverage?skill=magic"), 404, "skill-unknown");
        assertProblem(gateway.get("/api/v1/coverage"), 400, "invalid-request");
        assertProblem(gateway.get("/api/v1/coverage/isochrone?lat=31.2"), 400, "invalid-request");
        assertReason(gateway.get("/api/v1/coverage/isochrone?lat=0&lon=0"), "no-fix", "lat");
        assertReason(gateway.get("/api/v1/coverage/isochrone?lat=-33.4&lon=-70.6"), "outside-district", "lat");
        assertReason(
                gateway.post(
                        "/api/v1/coverage/what-if",
                        "{\"incidents\":[{\"type\":\"noise\",\"lat\":31.23,\"lon\":121.47},{\"type\":\"noise\",\"lat\":39.9,\"lon\":116.4}]}"),
                "outside-district",
                "lat");
        assertProblem(
                gateway.post(
                        "/api/v1/coverage/what-if", "{\"incidents\":[{\"type\":\"alien\",\"lat\":31,\"lon\":121}]}"),
                400,
                "invalid-request");
    }

    @Test
    void shouldExportImportOverHttpAndTakeItOverLive() throws Exception {
        HttpResponse<byte[]> zip = gateway.http()
                .send(
                        RunningGateway.authorized(HttpRequest.newBuilder(gateway.address("/api/v1/district/export")))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(zip.headers().firstValue("Content-Type")).hasValue("application/zip");
        HttpResponse<String> again = gateway.post("/api/v1/district/import", "application/zip", zip.body());
        assertThat(json(again).path("created").asInt(-1)).isZero();

        byte[] areas = "id,name_zh,name_en\n%s,改名街道,Renamed\n"
                .formatted(graph.readDistrict().areas().get(0).id())
                .getBytes(Charset.forName("GB18030"));
        HttpResponse<String> renamed = gateway.post("/api/v1/district/import?file=areas.csv", "text/csv", areas);

        assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(200);
        until(() -> assertThat(json(other.get("/api/v1/district"))
                        .path("areas")
                        .get(0)
                        .path("nameZh")
                        .asText())
                .isEqualTo("改名街道"));
        byte[] workbook = Downloads.workbook(graph.readDistrict());
        assertThat(gateway.post(
                                "/api/v1/district/import",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                workbook)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldTellInChineseWhatIsWrongWithALoneTable() {
        byte[] people = "id,name_zh,name_en,organization_id,station_place_id\n".getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> refused =
                gateway.send(HttpRequest.newBuilder(gateway.address("/api/v1/district/import?file=people.csv"))
                        .header("Content-Type", "text/csv")
                        .header("Accept-Language", "zh")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(people)));

        assertProblem(refused, 422, "district-at-fault");
        assertThat(json(refused).path("detail").asText()).startsWith("未导入任何内容。");
        assertThat(json(refused).path("faults").findValuesAsText("file")).containsOnly("people.csv");
        assertThat(json(refused).path("faults").findValuesAsText("detail"))
                .allSatisfy(detail -> assertThat(detail).startsWith("此处缺少"));
    }

    @Test
    void shouldNameEveryFaultOfARefusedImport() {
        byte[] skills = "person_id,skill_id,level,certified_until\nP-404,patrol,9,\n".getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> refused =
                gateway.post("/api/v1/district/import?file=person_skills.csv", "text/csv", skills);

        assertProblem(refused, 422, "district-at-fault");
        assertThat(json(refused).path("faults").findValuesAsText("column")).contains("person_id", "level");
        assertProblem(
                gateway.post("/api/v1/district/import", "application/zip", new byte[] {1, 2, 3}),
                422,
                "district-at-fault");
        assertProblem(gateway.post("/api/v1/district/import?file=../x.csv", "text/csv", skills), 400, "file-unknown");
        HttpResponse<String> unknown = gateway.post("/api/v1/district/import?file=nix.csv", "text/csv", skills);
        assertProblem(unknown, 400, "file-unknown");
        assertThat(json(unknown).path("detail").asText()).contains("nix.csv", "people.csv", "person_skills.csv");
    }

    private static void assertReason(HttpResponse<String> response, String reason, String field) {
        assertProblem(response, 400, "invalid-request");
        JsonNode error = json(response).path("errors").path(0);
        assertThat(error.path("reason").asText()).isEqualTo(reason);
        assertThat(error.path("field").asText()).isEqualTo(field);
        assertThat(error.path("detail").asText()).isNotBlank();
    }

    private static void assertProblem(HttpResponse<String> response, int status, String name) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(json(response).path("type").asText()).isEqualTo("urn:watchfloor:problem:" + name);
        assertThat(json(response).path("detail").asText()).isNotBlank();
    }

    private static void until(org.awaitility.core.ThrowingRunnable condition) {
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(condition);
    }

    private static RunningGateway newGateway() {
        return new RunningGateway(redis, ForkedGraph.shared().settings().uri(), Map.of());
    }
}
