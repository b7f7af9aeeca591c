package io.watchfloor.gateway.bad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchfloor.contract.Channels;
import io.watchfloor.gateway.PlayedPipeline;
import io.watchfloor.gateway.RealRedis;
import io.watchfloor.gateway.RunningGateway;
import io.watchfloor.gateway.SampleDistrict;
import io.watchfloor.gateway.Samples;
import io.watchfloor.gateway.Settings;
import io.watchfloor.gateway.SettingsException;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** One gateway for all of it: after each of them it must still take a report. */
class BadInputsIT {
    private static final String JSON = "application/json";
    private static final String REPORTS = "/api/v1/reports";
    private static final int FUZZED_REQUESTS = 1_000;
    private static final Duration FUZZED_FOR = Duration.ofSeconds(60);
    private static final int FUZZED_SOCKETS = 40;
    private static final int BEAT_EVERY = 20;
    /** What may be answered 503 though nothing is away: one comparison is under way, and the next waits for its turn. */
    private static final String NOT_NOW = "reconciliation-not-now";

    private static final long SEED = 20_260_301;

    private static final ListAppender<ILoggingEvent> UNHANDLED = new ListAppender<>();

    private static final AnswerTable ANSWERS = new AnswerTable();

    @TempDir
    private static Path folder;

    private static Graph graph;
    private static RealRedis redis;
    private static PlayedPipeline pipeline;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        UNHANDLED.start();
        eventLoop().addAppender(UNHANDLED);
        graph = SampleDistrict.open();
        redis = new RealRedis();
        pipeline = new PlayedPipeline(redis);
        gateway = new RunningGateway(
                redis,
                ForkedGraph.shared().settings().uri(),
                Map.of(
                        "WATCHFLOOR_PHOTO_FOLDER", folder("photos"),
                        "WATCHFLOOR_JOURNAL_FOLDER", folder("journal"),
                        "WATCHFLOOR_REQUEST_PATIENCE", "PT3S",
                        "WATCHFLOOR_ACCESS_KEY", Base64.getEncoder().encodeToString(new byte[32])));
        pipeline.awaitReady(gateway);
        pipeline.open(gateway, "I-FUZZ", "I-FUZZ2");
    }

    private static String folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An exception that nobody expected is logged by the event loop, and whatever it was about to do is not done. */
    @AfterAll
    static void stop() throws IOException {
        ANSWERS.write(Path.of("target", "bad-inputs.md"));
        gateway.close();
        graph.close();
        redis.close();
        eventLoop().detachAppender(UNHANDLED);
        assertThat(UNHANDLED.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEmpty();
    }

    private static Logger eventLoop() {
        return (Logger) LoggerFactory.getLogger("io.vertx.core.impl.ContextImpl");
    }

    @AfterEach
    void shouldStillTakeAReport() {
        assertThat(gateway.post(REPORTS, sound().toString()).statusCode()).isEqualTo(202);
    }

    @TestFactory
    Stream<DynamicTest> shouldRefuseAndKeepABadReport() {
        return BadReports.refused().entrySet().stream()
                .map(bad -> DynamicTest.dynamicTest(bad.getKey(), () -> {
                    long before = deadLetters();
                    HttpResponse<String> answer = gateway.post(REPORTS, "application/json", bad.getValue());
                    ANSWERS.add("report", bad.getKey(), answer);
                    assertProblem(answer);
                    if (answer.statusCode() != 413) {
                        Awaitility.await().until(() -> deadLetters() > before);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldRefuseItAsALineAmongGoodOnes() {
        return BadReports.refused().entrySet().stream()
                .filter(bad ->
                        bad.getValue().length > 3 && !new String(bad.getValue(), StandardCharsets.UTF_8).contains("\n"))
                .map(bad -> DynamicTest.dynamicTest(bad.getKey(), () -> {
                    byte[] good = (sound() + "\n").getBytes(StandardCharsets.UTF_8);
                    byte[] lines = join(good, bad.getValue(), "\n".getBytes(StandardCharsets.UTF_8), good);
                    HttpResponse<String> answer = gateway.post(REPORTS, "application/x-ndjson", lines);
                    assertThat(answer.statusCode()).isEqualTo(202);
                    JsonNode body = RunningGateway.json(answer);
                    assertThat(body.at("/accepted")).hasSize(2);
                    assertThat(body.at("/refused")).hasSize(1);
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldTakeWhatIsOddAndKeepItAsItIs() {
        return BadReports.taken().entrySet().stream()
                .map(odd -> DynamicTest.dynamicTest(odd.getKey(), () -> {
                    HttpResponse<String> answer = gateway.post(REPORTS, odd.getValue());
                    ANSWERS.add("odd but sound report", odd.getKey(), answer);
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
                    String id = RunningGateway.json(answer).at("/accepted/0/id").asText();
                    assertThat(redis.messages(Channels.intake("live", 0)))
                            .filteredOn(message -> message.contains(id))
                            .hasSize(1);
                }));
    }

    @Test
    void shouldKnowTheSecondCopyAndRefuseAnotherContentUnderItsId() {
        ObjectNode report = sound();
        assertThat(gateway.post(REPORTS, report.toString()).statusCode()).isEqualTo(202);
        assertThat(RunningGateway.json(gateway.post(REPORTS, report.toString()))
                        .at("/accepted/0/duplicate")
                        .asBoolean())
                .isTrue();
        HttpResponse<String> conflict =
                gateway.post(REPORTS, report.put("text", "别的").toString());
        ANSWERS.add("report", "another content under a known id", conflict);
        assertThat(conflict.statusCode()).isEqualTo(409);
    }

    @Test
    void shouldNotUnfoldAGzipBomb() {
        HttpResponse<String> answer = gateway.send(HttpRequest.newBuilder(gateway.address(REPORTS))
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(BadReports.bomb())));
        ANSWERS.add("report", "gzip bomb of 40 MB", answer);
        assertProblem(answer);
    }

    @TestFactory
    Stream<DynamicTest> shouldGiveUpWhatComesByteByByte() {
        String host = "Host: 127.0.0.1:" + gateway.address("/").getPort() + "\r\n" + RawHttp.KEY_HEADER;
        String post = "POST " + REPORTS + " HTTP/1.1\r\n" + host;
        return Map.of(
                        "head byte by byte", "GET /",
                        "body byte by byte",
                                post + "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{\"",
                        "lines byte by byte",
                                post + "Content-Type: application/x-ndjson\r\nContent-Length: 100000\r\n\r\n")
                .entrySet()
                .stream()
                .map(slow -> DynamicTest.dynamicTest(slow.getKey(), () -> {
                    try (RawHttp raw = new RawHttp(gateway.address("/"))) {
                        raw.send(slow.getValue());
                        Awaitility.await().until(() -> raw.send("x").input().available() > 0);
                        String answer = raw.answer();
                        ANSWERS.addRaw("HTTP", slow.getKey(), answer);
                        assertThat(answer).startsWith("HTTP/1.1 408").doesNotContain("Exception");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldRefuseBrokenHttp() {
        String host = "Host: 127.0.0.1:" + gateway.address("/").getPort() + "\r\n" + RawHttp.KEY_HEADER;
        String big = "x".repeat(20_000);
        return Map.of(
                        "both lengths",
                        "POST " + REPORTS + " HTTP/1.1\r\n" + host
                                + "Content-Type: application/json\r\n"
                                + "Content-Length: 4\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n"
                                + "0\r\n\r\n"
                                + "GET /smuggled HTTP/1.1\r\n" + host + "\r\n",
                        "two lengths",
                        "POST " + REPORTS + " HTTP/1.1\r\n" + host
                                + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
                        "large header",
                        "GET /api/v1/picture HTTP/1.1\r\n" + host + "X-Large: " + big + "\r\n\r\n",
                        "long path",
                        "GET /api/v1/" + big + " HTTP/1.1\r\n" + host + "\r\n",
                        "no host",
                        "GET /api/v1/picture HTTP/1.1\r\n" + RawHttp.KEY_HEADER + "\r\n",
                        "foreign host",
                        "GET /api/v1/picture HTTP/1.1\r\nHost: elsewhere.example\r\n" + RawHttp.KEY_HEADER + "\r\n",
                        "not HTTP",
                        "\u0016\u0003\u0001 hello\r\n\r\n",
                        "unknown method",
                        "BREW /api/v1/picture HTTP/1.1\r\n" + host + "\r\n")
                .entrySet()
                .stream()
                .map(bad -> DynamicTest.dynamicTest(bad.getKey(), () -> {
                    try (RawHttp raw = new RawHttp(gateway.address("/"))) {
                        String answer = raw.send(bad.getValue()).answer();
                        ANSWERS.addRaw("HTTP", bad.getKey(), answer);
                        assertNeitherServedNorFailed(answer);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldRefuseBadRequests() {
        String repeated = "/api/v1/incidents?limit=1&limit=2";
        return Stream.of(
                        "/api/v1/incidents?limit=1000000000000",
                        "/api/v1/incidents?limit=-1",
                        "/api/v1/incidents?limit=NaN",
                        repeated,
                        "/api/v1/incidents/..%2F..%2Fetc%2Fpasswd",
                        "/api/v1/incidents/%00",
                        "/api/v1/incidents/%E0%80%AF",
                        "/%2e%2e/%2e%2e/etc/passwd",
                        "/js/..%2F..%2Fsettings.yaml",
                        "/api/v1/nothing-here",
                        "/api/v1/ledger/reconcile?minutes=x")
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    try (RawHttp raw = new RawHttp(gateway.address("/"))) {
                        raw.send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + RawHttp.KEY_HEADER
                                + "Connection: close\r\n\r\n");
                        String answer = raw.answer();
                        ANSWERS.addRaw("request", "GET " + path, answer);
                        assertThat(answer).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 5");
                        assertThat(answer).doesNotContain("root:").doesNotContain("Exception");
                    }
                }));
    }

    /** A kept connection is never found closed: what costs it is answered with a word that it does. */
    @Test
    void shouldSurviveRandomRequestsToEveryOperation() {
        OpenApiFuzzer fuzzer = new OpenApiFuzzer(gateway, new Random(SEED));
        List<String> failures = new ArrayList<>();
        Map<Integer, Integer> statuses = new TreeMap<>();
        long end = System.nanoTime() + FUZZED_FOR.toNanos();
        int sent = 0;
        while (sent < FUZZED_REQUESTS && System.nanoTime() < end) {
            if (sent++ % BEAT_EVERY == 0) {
                pipeline.beat();
            }
            OpenApiFuzzer.Shot shot = fuzzer.next();
            HttpResponse<String> answer = gateway.send(shot.request());
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            boolean notNow = answer.statusCode() == 503 && answer.body().contains(NOT_NOW);
            if ((answer.statusCode() >= 500 && !notNow) || looksLikeAStackTrace(answer.body())) {
                failures.add(shot.what() + " → " + answer.statusCode() + " " + answer.body());
            }
        }
        ANSWERS.addText(
                "fuzzer",
                sent + " requests made from the document, seed " + SEED,
                failures.size() + " answered badly; " + statuses);
        assertThat(failures).isEmpty();
        assertThat(statuses).as("some get as far as the graph").containsKeys(200, 400, 404);
    }

    @Test
    void shouldSurviveRandomFramesOnTheSocket() throws IOException {
        SocketFuzzer fuzzer = new SocketFuzzer(gateway, new Random(SEED));
        for (int i = 0; i < FUZZED_SOCKETS; i++) {
            SocketFuzzer.Shot shot = fuzzer.next();
            assertThat(fuzzer.answerTo(shot))
                    .as(HexFormat.of().formatHex(shot.bytes().getBytes()))
                    .isIn(shot.allowed());
        }
        ANSWERS.addText("fuzzer", FUZZED_SOCKETS + " sockets of random frames, seed " + SEED, "none answered badly");
    }

    @TestFactory
    Stream<DynamicTest> shouldCloseASocketThatSendsWhatIsNotAllowedAndCountIt() {
        SocketFuzzer fuzzer = new SocketFuzzer(gateway, new Random(SEED));
        return fuzzer.kinds().stream()
                .map(shot -> DynamicTest.dynamicTest(shot.what(), () -> {
                    double before = figure("watchfloor_live_messages_refused_total");
                    int status = fuzzer.answerTo(shot);
                    ANSWERS.addText(
                            "socket",
                            shot.what(),
                            status == SocketFuzzer.STAYS_OPEN ? "stays open" : "closed " + status);
                    assertThat(status).isIn(shot.allowed());
                    boolean refused = status > 1000;
                    Awaitility.await()
                            .until(() -> figure("watchfloor_live_messages_refused_total") > before == refused);
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldRefuseWhatAsksForNothingThatIsThereAndCountIt() {
        return Stream.of(
                        new Asked("note in another type", "POST", "/incidents/I-FUZZ/notes", "text/plain", "x", 415),
                        new Asked("note as XML", "POST", "/incidents/I-FUZZ/notes", "application/xml", "<x/>", 415),
                        new Asked(
                                "note with a field more",
                                "POST",
                                "/incidents/I-FUZZ/notes",
                                JSON,
                                "{\"text\":\"x\",\"by\":1}",
                                400),
                        new Asked(
                                "note of 1970",
                                "POST",
                                "/incidents/I-FUZZ/notes",
                                JSON,
                                "{\"text\":\"x\",\"happenedAt\":\"1970-01-01T00:00:00Z\"}",
                                400),
                        new Asked(
                                "note at milliseconds",
                                "POST",
                                "/incidents/I-FUZZ/notes",
                                JSON,
                                "{\"text\":\"x\",\"happenedAt\":1772352890000}",
                                400),
                        new Asked(
                                "step before there is an assignment",
                                "POST",
                                "/assignments/A-NONE/arrive",
                                JSON,
                                "{}",
                                404),
                        new Asked("promise that nobody made", "POST", "/notes/N-NONE/done", JSON, "{}", 404),
                        new Asked("closing what was never opened", "POST", "/incidents/I-NONE/close", JSON, "{}", 404),
                        new Asked(
                                "signing what was never handed over",
                                "POST",
                                "/handovers/H-NONE/sign",
                                JSON,
                                "{}",
                                404),
                        new Asked(
                                "sending nobody",
                                "POST",
                                "/incidents/I-FUZZ/assignments",
                                JSON,
                                "{\"personId\":\"P-NONE\"}",
                                404),
                        new Asked("page of a billion", "GET", "/incidents?limit=1000000000", JSON, "", 400),
                        new Asked("before a day that is none", "GET", "/incidents?before=2026-02-30", JSON, "", 400))
                .map(bad -> DynamicTest.dynamicTest(bad.what(), () -> {
                    String counter = "watchfloor_http_request_seconds_count{method=\"" + bad.method() + "\",status=\""
                            + bad.status() + "\"";
                    double before = figure(counter);
                    HttpResponse<String> answer =
                            gateway.send(HttpRequest.newBuilder(gateway.address("/api/v1" + bad.path()))
                                    .header("Content-Type", bad.type())
                                    .method(
                                            bad.method(),
                                            bad.body().isEmpty()
                                                    ? HttpRequest.BodyPublishers.noBody()
                                                    : HttpRequest.BodyPublishers.ofString(bad.body())));
                    ANSWERS.add("request", bad.what(), answer);
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(bad.status());
                    assertProblem(answer);
                    Awaitility.await().until(() -> figure(counter) > before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldShowEverythingToWhoResumesFromNonsense() {
        return Stream.of("", "abc", "-1", "99999999999999999999-1", "9999999999999-0", "%00", "1-1-1", "1e9-0")
                .map(resume -> DynamicTest.dynamicTest("resume " + resume, () -> {
                    try (RawHttp raw = new RawHttp(gateway.address("/"))) {
                        String head = raw.send(SocketFuzzer.upgrade(
                                        "/api/v1/live?resume=" + resume,
                                        gateway.address("/").getPort(),
                                        ""))
                                .head();
                        String answered = head.startsWith("HTTP/1.1 101") ? FrameReader.text(raw.input()) : head;
                        ANSWERS.addText(
                                "socket",
                                "resume from '" + resume + "'",
                                answered.contains("\"kind\":\"snapshot\"") ? "a snapshot" : answered.substring(9, 12));
                        assertThat(answered).matches("(?s)HTTP/1.1 400.*|\\{.*\"kind\":\"snapshot\".*");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldRefuseBadSockets() {
        return SocketFuzzer.badUpgrades(gateway.address("/").getPort()).entrySet().stream()
                .map(bad -> DynamicTest.dynamicTest(bad.getKey(), () -> {
                    try (RawHttp raw = new RawHttp(gateway.address("/"))) {
                        String head = raw.send(bad.getValue()).head();
                        ANSWERS.addRaw("socket", bad.getKey(), head);
                        assertThat(head).startsWith("HTTP/1.1 4").doesNotContain("Exception");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldRefuseWrongSettings() {
        return Map.of(
                        "WATCHFLOOR_HTTP_PORT", "99999",
                        "WATCHFLOOR_REDIS_URL", "http://127.0.0.1:6379",
                        "WATCHFLOOR_WORLD", "Live!",
                        "WATCHFLOOR_NO_SUCH_KEY", "1",
                        "WATCHFLOOR_INTAKE_QUEUE", "0",
                        "WATCHFLOOR_INTAKE_WINDOW", "an hour",
                        "WATCHFLOOR_JOURNAL_FOLDER", "/proc/nowhere",
                        "WATCHFLOOR_JOURNAL_MEGABYTES", "-5",
                        "WATCHFLOOR_TILE_URL", "javascript:alert(1)")
                .entrySet()
                .stream()
                .map(wrong -> DynamicTest.dynamicTest(wrong.getKey(), () -> {
                    Throwable refusal = catchThrowable(() -> Settings.parse(Map.of(wrong.getKey(), wrong.getValue())));
                    assertThat(refusal).isInstanceOf(SettingsException.class).hasMessageContaining(wrong.getKey());
                    ANSWERS.addText("setting", wrong.getKey() + "=" + wrong.getValue(), "start refused");
                }));
    }

    /** One request and its status. */
    private record Asked(String what, String method, String path, String type, String body, int status) {}

    /** All series of this name, or that begin like this, together. */
    private static double figure(String beginning) {
        return gateway.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static void assertProblem(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(looksLikeAStackTrace(answer.body())).as(answer.body()).isFalse();
        assertThat(RunningGateway.json(answer).get("detail").asText()).isNotBlank();
    }

    private static void assertNeitherServedNorFailed(String answer) {
        assertThat(answer)
                .doesNotStartWith("HTTP/1.1 5")
                .doesNotStartWith("HTTP/1.1 2")
                .doesNotContain("smuggled")
                .doesNotContain("Exception");
    }

    private static boolean looksLikeAStackTrace(String body) {
        return body.contains("\tat ") || body.contains("Exception") || body.contains("io.vertx");
    }

    private static long deadLetters() {
        String length = redis.command("XLEN", Channels.DEAD_LETTER);
        return Long.parseLong(length.substring(1));
    }

    private static ObjectNode sound() {
        return Samples.report("sound-" + System.nanoTime());
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
