package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static io.watchfloor.gateway.Samples.observed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One loudspeaker van, two gateways, a real graph and a real Redis. */
class EquipmentIT {
    @TempDir
    static Path folder;

    private static Graph graph;
    private static RealRedis redis;
    private static RunningGateway gateway;
    private static RunningGateway other;

    @BeforeAll
    static void start() throws IOException {
        ForkedGraph.shared().wipe();
        graph = Graph.open(ForkedGraph.shared().settings());
        graph.migrate();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/district"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        Files.writeString(folder.resolve("people.csv"), """
                id,name_zh,name_en,organization_id,station_place_id
                P-001,陈晓明,Chen Xiaoming,police,pl-1
                P-002,李雷,Li Lei,police,pl-1
                P-003,韩梅梅,Han Meimei,police,pl-3
                """);
        Files.writeString(folder.resolve("equipment.csv"), """
                id,name_zh,name_en,kind,organization_id,place_id,operator_skill_id,operator_level
                E-1,广播车,Loudspeaker van,van,police,pl-1,patrol,1
                """);
        Files.writeString(
                folder.resolve("requirements.csv"),
                "incident_type,skill_id,level,count,alternatives,equipment\nnoise,patrol,1,1,,van\n");
        assertThat(graph.districtImport().importFrom(folder).faults()).isEmpty();
        redis = new RealRedis();
        gateway = newGateway();
        other = newGateway();
        PlayedPipeline pipeline = new PlayedPipeline(redis);
        for (String id : List.of("I-VAN1", "I-VAN2", "I-VAN3")) {
            pipeline.publish(observed(id, 1, Instant.now()));
            for (RunningGateway one : List.of(gateway, other)) {
                until(() -> assertThat(candidates(one, id)).containsExactlyInAnyOrder("P-001", "P-002"));
            }
        }
    }

    @AfterAll
    static void stop() {
        gateway.close();
        other.close();
        redis.close();
        graph.close();
    }

    @Test
    void shouldGoWithOneOfTwoWhoAreSentAtOnceAndBeSetByAnOfficer() throws Exception {
        List<HttpResponse<String>> answers = race();
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(201, 409);
        HttpResponse<String> lost = answers.stream()
                .filter(answer -> answer.statusCode() == 409)
                .findFirst()
                .orElseThrow();
        HttpResponse<String> won = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .findFirst()
                .orElseThrow();
        assertThat(json(lost).path("type").asText()).isEqualTo("urn:watchfloor:problem:equipment-taken");
        assertThat(json(lost).path("detail").asText())
                .contains("Loudspeaker van", json(won).path("incidentId").asText());
        assertThat(json(lost).path("heldBy").asText()).isNotBlank();

        for (RunningGateway one : List.of(gateway, other)) {
            until(() -> {
                assertThat(van(one).path("state").asText()).isEqualTo("ON_THE_WAY");
                assertThat(van(one).path("personId").asText())
                        .isEqualTo(json(won).path("personId").asText());
                assertThat(candidates(one, "I-VAN3")).isEmpty();
            });
        }
        String assignment = json(won).path("id").asText();
        assertThat(gateway.post("/api/v1/assignments/" + assignment + "/recall", "{}")
                        .statusCode())
                .isEqualTo(200);
        until(() -> assertThat(van(other).path("state").asText()).isEqualTo("AVAILABLE"));
        until(() -> assertThat(candidates(other, "I-VAN3")).containsExactlyInAnyOrder("P-001", "P-002"));

        assertThat(gateway.post("/api/v1/equipment/E-1/state", "{\"state\":\"BROKEN\",\"note\":\"扩音器坏了\"}")
                        .statusCode())
                .isEqualTo(200);
        until(() -> assertThat(candidates(other, "I-VAN3")).isEmpty());
        assertThat(van(other).path("note").asText()).isEqualTo("扩音器坏了");
        assertThat(gateway.post("/api/v1/equipment/E-1/state", "{\"state\":\"AVAILABLE\",\"placeId\":\"pl-3\"}")
                        .statusCode())
                .isEqualTo(200);
        until(() -> assertThat(candidates(other, "I-VAN3")).containsExactly("P-003"));
    }

    @Test
    void shouldSayWhatIsWrong() {
        assertProblem("/api/v1/equipment/E-404/state", "{\"state\":\"AVAILABLE\"}", 404, "equipment-unknown");
        assertProblem("/api/v1/equipment/E-1/state", "{\"state\":\"BROKEN\"}", 400, "reason-missing");
        assertProblem("/api/v1/equipment/E-1/state", "{\"state\":\"IN_USE\"}", 400, "invalid-request");
        assertProblem(
                "/api/v1/incidents/I-VAN3/assignments",
                "{\"personId\":\"P-003\",\"equipmentId\":\"E-404\"}",
                404,
                "equipment-unknown");
    }

    private static void assertProblem(String path, String body, int status, String name) {
        HttpResponse<String> answer = gateway.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("type").asText()).isEqualTo("urn:watchfloor:problem:" + name);
    }

    private static List<HttpResponse<String>> race() throws Exception {
        ExecutorService officers = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier together = new CyclicBarrier(2);
            Future<HttpResponse<String>> first = officers.submit(send(gateway, "I-VAN1", "P-001", together));
            Future<HttpResponse<String>> second = officers.submit(send(other, "I-VAN2", "P-002", together));
            return List.of(first.get(), second.get());
        } finally {
            officers.shutdownNow();
        }
    }

    private static Callable<HttpResponse<String>> send(
            RunningGateway from, String incidentId, String personId, CyclicBarrier together) {
        return () -> {
            together.await();
            return from.post(
                    "/api/v1/incidents/" + incidentId + "/assignments",
                    "{\"personId\":\"" + personId + "\",\"equipmentId\":\"E-1\"}");
        };
    }

    private static List<String> candidates(RunningGateway from, String incidentId) {
        return json(from.get("/api/v1/incidents/" + incidentId + "/candidates"))
                .path("candidates")
                .findValuesAsText("personId");
    }

    private static JsonNode van(RunningGateway from) {
        return json(from.get("/api/v1/equipment")).path("equipment").get(0);
    }

    private static void until(ThrowingRunnable condition) {
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(condition);
    }

    private static RunningGateway newGateway() {
        return new RunningGateway(redis, ForkedGraph.shared().settings().uri(), Map.of());
    }
}
