package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchfloor.contract.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every route. The graph is down: that is an answer, too. */
class ApiIT {
    private static RealRedis redis;
    private static RunningGateway gateway;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        redis = new RealRedis();
        gateway = new RunningGateway(redis, Map.of("WATCHFLOOR_TILE_URL", "https://{s}.tiles.example/{z}/{x}/{y}.png"));
        document = json(gateway.get("/api/v1/openapi.json"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        redis.close();
    }

    @Test
    void everyDocumentedOperationAnswersInADocumentedWay() {
        List<String> wrong = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (operation.getKey().matches("get|post")) {
                        HttpResponse<String> answer = call(path.getKey(), operation.getKey(), operation.getValue());
                        String fault = faultOf(answer, path.getKey(), operation.getValue());
                        if (fault != null) {
                            wrong.add(operation.getKey() + " " + path.getKey() + ": " + fault);
                        }
                    }
                }));
        assertThat(wrong).isEmpty();
        assertThat(document.get("paths").size()).isGreaterThan(30);
    }

    @Test
    void theDocumentIsServedAsItIsWritten() {
        assertThat(gateway.get("/api/v1/openapi.yaml").body()).startsWith("openapi: 3.1.0");
        assertThat(gateway.get("/api/v1/asyncapi.yaml").body()).startsWith("asyncapi: 3.0.0");
        assertThat(document.at("/paths/~1api~1v1~1reports/post/requestBody/content")
                        .has("application/x-ndjson"))
                .isTrue();
        assertThat(document.at("/components/schemas/Report/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(() -> Samples.report("1").fieldNames());
    }

    @Test
    void theExamplesInTheDocumentAreTaken() {
        document.at("/paths/~1api~1v1~1reports/post/requestBody/content/application~1json/examples")
                .forEach(example -> assertThat(gateway.post(
                                        "/api/v1/reports", example.get("value").toString())
                                .statusCode())
                        .isEqualTo(202));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/nothing,404",
        "GET,/api/v2/incidents,404",
        "GET,/nothing,404",
        "GET,/.git/config,404",
        "GET,/js/..%2F..%2Fopenapi.yaml,404",
        "GET,/js/%2e%2e/%2e%2e/openapi.yaml,404",
        "GET,/webjars/../logback.xml,404",
        "GET,/logback.xml,404",
        "GET,/openapi.yaml,404",
        "DELETE,/api/v1/incidents,405",
        "PUT,/api/v1/reports,405",
        "POST,/metrics,405",
        "GET,/api/v1/incidents?limit=0,400",
        "GET,/api/v1/incidents?limit=100000,400",
        "GET,/api/v1/incidents?limit=many,400",
        "GET,/api/v1/incidents?state=lost,400",
        "GET,/api/v1/incidents?before=I-NONE,400",
        "GET,/api/v1/incidents/%3Cscript%3E,400",
        "GET,/api/v1/deadletters?limit=-1,400",
        "GET,/api/v1/assignments?active=perhaps,400",
    })
    void whatIsNotThereOrNotAllowedIsAProblem(String method, String path, int status) {
        HttpResponse<String> answer = gateway.send(
                HttpRequest.newBuilder(gateway.address(path)).method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).get("status").asInt()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("at io.");
    }

    @Test
    void whateverIsSentIsTheSendersFaultOrTakenAndNeverOurs() {
        Random random = new Random(20260301);
        ObjectNode sound = Samples.report("1");
        List<String> fields = new ArrayList<>();
        sound.fieldNames().forEachRemaining(fields::add);
        List<String> values = List.of(
                "null",
                "0",
                "-1",
                "1e999",
                "\"\"",
                "[]",
                "{}",
                "true",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "[[[[]]]]",
                "\"2026-03-01T08:14:50\"",
                "9007199254740993",
                "\"" + "x".repeat(5_000) + "\"");
        for (int i = 0; i < 600; i++) {
            ObjectNode mutated = sound.deepCopy().put("sourceId", "m" + i);
            for (int n = random.nextInt(3); n >= 0; n--) {
                mutated.set(
                        fields.get(random.nextInt(fields.size())), parse(values.get(random.nextInt(values.size()))));
            }
            String body = mutated.toString();
            String sent = random.nextInt(4) == 0 ? body.substring(0, random.nextInt(body.length())) : body;
            int status = random.nextBoolean()
                    ? gateway.post("/api/v1/reports", sent).statusCode()
                    : gateway.post("/api/v1/reports", "application/x-ndjson", sent.getBytes(StandardCharsets.UTF_8))
                            .statusCode();
            assertThat(status).as(sent).isIn(202, 400, 409);
        }
    }

    @Test
    @DisplayName("ASVS 3.4.3: every page comes with a policy that runs no script but ours")
    void theConsoleIsServedSoThatAnUpgradeIsSeenAtOnce() {
        HttpResponse<String> page = gateway.get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("script-src 'self' 'sha256-")
                .contains("https://*.tiles.example")
                .doesNotContain("unsafe");

        HttpResponse<String> again = gateway.send(HttpRequest.newBuilder(gateway.address("/"))
                .header("If-None-Match", page.headers().firstValue("ETag").orElseThrow()));
        assertThat(again.statusCode()).isEqualTo(304);
        HttpResponse<String> script =
                gateway.send(HttpRequest.newBuilder(gateway.address("/webjars/leaflet/1.9.4/dist/leaflet-src.esm.js"))
                        .header("Accept-Encoding", "gzip"));
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(script.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        assertThat(gateway.get("/responder?person=P-1").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"elsewhere.example", "elsewhere.example:80", ""})
    void aServerOnLoopbackAnswersOnlyUnderItsOwnName(String host) throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
    }

    @Test
    void aRequestThatCouldBeReadInTwoWaysIsRefused() throws IOException {
        String answer = raw(String.join(
                "\r\n",
                "POST /api/v1/reports HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Content-Length: 3",
                "Transfer-Encoding: chunked",
                "Connection: close",
                "",
                "0",
                "",
                ""));

        assertThat(answer).startsWith("HTTP/1.1 400");
    }

    @Test
    void whoActsIsReadAndBounded() throws Exception {
        for (String actor : List.of("%ff", "%00", "a".repeat(200), "%E7%8E%8B%zz")) {
            HttpResponse<String> answer = gateway.http()
                    .send(
                            RunningGateway.authorized(HttpRequest.newBuilder(gateway.address("/api/v1/incidents"))
                                            .header("X-Watchfloor-Actor", actor))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(actor).isEqualTo(400);
        }
    }

    @Test
    void aCompressedBodyIsNotUnpacked() {
        HttpResponse<String> answer = gateway.send(HttpRequest.newBuilder(gateway.address("/api/v1/reports"))
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {31, -117, 8})));

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void withTheGraphDownDecisionsAreRefusedAtOnceAndClearly() {
        HttpResponse<String> answer = gateway.post("/api/v1/assignments/A-1/accept", "{}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).get("type").asText()).endsWith("graph-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private static String faultOf(HttpResponse<String> answer, String path, JsonNode operation) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        boolean documented = operation.get("responses").has(Integer.toString(answer.statusCode()));
        boolean problem = answer.statusCode() >= 400 && !path.equals("/health/ready");
        boolean sound = documented && problem == type.equals("application/problem+json");
        return sound ? null : answer.statusCode() + " " + type;
    }

    private static HttpResponse<String> call(String path, String method, JsonNode operation) {
        String filled = path.replace("{incidentId}", "I-1")
                .replace("{assignmentId}", "A-1")
                .replace("{alertId}", "W-1")
                .replace("{noteId}", "N-1")
                .replace("{handoverId}", "H-1")
                .replace("{personId}", "P-1")
                .replace("{deviceId}", "D-1")
                .replace("{photoId}", "PH-1")
                .replace("{areaId}", "AR-1")
                .replace("{handoverStep}", "accept")
                .replace("{step}", "accept")
                .replaceAll("\\{\\w+}", "X-1");
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.address(filled));
        if (method.equals("get")) {
            return gateway.send(request.GET());
        }
        JsonNode examples = operation.at("/requestBody/content/application~1json/examples");
        String body = examples.isMissingNode()
                ? "{}"
                : examples.elements().next().get("value").toString();
        return gateway.send(
                request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), gateway.verticle().port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    @Test
    void shouldSayHowLongRequestsTookWithoutRoomForMadeUpMethods() {
        gateway.get("/api/v1/incidents?limit=many");
        gateway.send(HttpRequest.newBuilder(gateway.address("/api/v1/incidents"))
                .method("BREW", HttpRequest.BodyPublishers.noBody()));

        String figures = gateway.get("/metrics").body();
        assertThat(figures)
                .contains("watchfloor_http_request_seconds_count{method=\"GET\",status=\"400\"}")
                .contains("watchfloor_http_request_seconds_count{method=\"other\",status=\"405\"}")
                .doesNotContain("BREW");
    }
}
