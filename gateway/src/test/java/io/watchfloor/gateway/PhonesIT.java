package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs that phones have, as they ask; P-003 is not on shift on any day. */
class PhonesIT {
    private static final String OSMAND = "/api/v1/phones/osmand";
    private static final String OWNTRACKS = "/api/v1/phones/owntracks";

    @TempDir
    private static Path folder;

    private static Graph graph;
    private static RealRedis redis;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        ForkedGraph neo4j = ForkedGraph.shared();
        neo4j.wipe();
        graph = Graph.open(neo4j.settings());
        graph.migrate();
        assertThat(graph.districtImport().importFrom(district()).faults()).isEmpty();
        redis = new RealRedis();
        PlayedPipeline pipeline = new PlayedPipeline(redis);
        gateway = new RunningGateway(redis, neo4j.settings().uri(), Map.of());
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> {
            pipeline.beat();
            return gateway.get("/health/ready").statusCode() == 200;
        });
    }

    @AfterAll
    static void stop() {
        gateway.close();
        graph.close();
        redis.close();
    }

    @Test
    void shouldTakeTraccarClientFromARegisteredDeviceAndAnswerAnUnknownOneAsItExpects() throws IOException {
        JsonNode made = register("P-001", "{}");
        String message = sample("traccar-client.json")
                .replace("wf-7Kd2m9Q4tXz", made.get("key").asText())
                .replace("2026-03-01T07:59:58.000Z", Instant.now().toString());

        assertThat(gateway.post(OSMAND, message).statusCode()).isEqualTo(200);
        awaitSeen("P-001", 30.2781);
        assertThat(gateway.post(OSMAND, message.replace(made.get("key").asText(), "nobody-knows-me"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(gateway.post(OSMAND, "{\"device_id\":").statusCode()).isEqualTo(400);
        assertThat(metrics()).contains("watchfloor_positions_total{outcome=\"unknown-device\",source=\"traccar\"");
        assertThat(metrics()).doesNotContain(made.get("key").asText());
    }

    @Test
    void shouldTakeOsmAndAsAQueryAndAsAForm() {
        String key = register("P-002", "{\"deviceId\":\"phone-of-lilei\"}")
                .get("key")
                .asText();
        String query = "id=" + key + "&lat=31.2315&lon=121.4715&speed=3&timestamp="
                + Instant.now().getEpochSecond();

        assertThat(gateway.get(OSMAND + "?" + query).statusCode()).isEqualTo(200);
        awaitSeen("P-002", 31.2315);
        String form = query.replace("31.2315", "31.2316");
        assertThat(gateway.post(OSMAND, "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
        awaitSeen("P-002", 31.2316);
        assertThat(gateway.get(OSMAND + "?" + query.replace(key, "another-phone"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(gateway.get(OSMAND + "?id=" + key).statusCode()).isEqualTo(400);
        // sent for ever otherwise, and nothing after it
        assertThat(gateway.get(OSMAND + "?id=" + key + "&lat=0&lon=0").statusCode())
                .isEqualTo(200);
        assertThat(metrics()).contains("watchfloor_positions_total{outcome=\"no-fix\",source=\"osmand\"");
    }

    @Test
    void shouldTakeOwnTracksOnlyWithItsSecretUntilTheDeviceIsRevoked() throws IOException {
        JsonNode made = register("P-001", "{\"withSecret\":true,\"label\":\"备用机\"}");
        String key = made.get("key").asText();
        String secret = made.get("secret").asText();
        String message = sample("owntracks.json")
                .replace("30.2781", "31.2301")
                .replace("1772351990", Long.toString(Instant.now().getEpochSecond() + 1));

        HttpResponse<String> taken = ownTracks(key, secret, message);
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body()).isEqualTo("[]");
        awaitSeen("P-001", 31.2301);
        assertThat(ownTracks(key, "wrong", message).statusCode()).isEqualTo(401);
        assertThat(ownTracks(key, secret, "{\"_type\":\"lwt\"}").body()).isEqualTo("[]");
        assertThat(ownTracks(key, secret, "").body()).isEqualTo("[]");

        String id = made.at("/device/id").asText();
        assertThat(gateway.post("/api/v1/devices/" + id + "/revoke", "{}").statusCode())
                .isEqualTo(200);
        assertThat(ownTracks(key, secret, message).statusCode()).isEqualTo(401);
        assertThat(gateway.get("/api/v1/people/P-001/devices").body())
                .contains(id)
                .doesNotContain(key);
    }

    @Test
    void shouldRefuseAPageThatHasNoFix() {
        HttpResponse<String> refused = gateway.post("/api/v1/people/P-001/position", "{\"lat\":0,\"lon\":0}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"no-fix\"");
        assertThat(metrics()).contains("watchfloor_positions_total{outcome=\"no-fix\",source=\"page\"");
    }

    @Test
    void shouldNotKeepWhereSomebodyIsWhoIsNotAtWork() {
        String key = register("P-003", "{}").get("key").asText();

        assertThat(gateway.get(OSMAND + "?id=" + key + "&lat=31.2307&lon=121.4707")
                        .statusCode())
                .isEqualTo(200);
        assertThat(gateway.post("/api/v1/people/P-003/position", "{\"lat\":31.2307,\"lon\":121.4707}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(redis.command("XLEN", "position:live")).doesNotContain("31.2307");
        assertThat(redis.command("XRANGE", "position:live", "-", "+")).doesNotContain("P-003");
        assertThat(metrics()).contains("watchfloor_positions_total{outcome=\"off_duty\",source=\"osmand\"");
    }

    private static JsonNode register(String personId, String body) {
        HttpResponse<String> made = gateway.post("/api/v1/people/" + personId + "/devices", body);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made);
    }

    private static HttpResponse<String> ownTracks(String device, String secret, String body) {
        String credentials = Base64.getEncoder().encodeToString(("chen:" + secret).getBytes(StandardCharsets.UTF_8));
        return gateway.send(HttpRequest.newBuilder(gateway.address(OWNTRACKS))
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + credentials)
                .header("X-Limit-U", "chen")
                .header("X-Limit-D", device)
                .POST(BodyPublishers.ofString(body)));
    }

    private static void awaitSeen(String personId, double lat) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> json(gateway.get("/api/v1/people/" + personId))
                                .get("lat")
                                .asDouble()
                        == lat);
    }

    private static String metrics() {
        return gateway.get("/metrics").body();
    }

    private static String sample(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/phones", name));
    }

    private static Path district() throws IOException {
        Path district = Files.createDirectory(folder.resolve("district"));
        try (var files = Files.list(Path.of("src/test/resources/district"))) {
            for (Path file : files.toList()) {
                Files.copy(file, district.resolve(file.getFileName()));
            }
        }
        Path shifts = district.resolve("shifts.csv");
        Files.writeString(shifts, Files.readString(shifts).replaceFirst("P-003.*\\R?", ""));
        return district;
    }
}
