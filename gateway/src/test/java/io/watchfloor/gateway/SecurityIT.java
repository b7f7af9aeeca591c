package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.slf4j.LoggerFactory;

/** What is written into the system stays what it is, what is secret stays out of addresses, and nobody can flood it. */
class SecurityIT {
    private static final String INCIDENT = "I-TEXT";
    private static final String WANG = "王值班";

    /** Each would end a text, a pattern or a cell, if it were put into one. */
    private static final List<String> INJECTIONS = List.of(
            "'}) WITH 1 AS x MATCH (n) DETACH DELETE n //",
            "\"}) SET n.state = 'CLOSED' //",
            "`) MATCH (p:Person) REMOVE p:Person //",
            "\\u0027}) MATCH (n) DETACH DELETE n //",
            "$text {text} $$ CALL dbms.killQueries(['1'])",
            "x' OR 1=1 RETURN 1; MATCH (n) DETACH DELETE n;",
            "=HYPERLINK(\"http://elsewhere.example\",\"look\")",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "<script>fetch('//elsewhere.example')</script>");

    /** Names of all parameters in addresses; a new one is to be thought about: addresses end in logs and histories. */
    private static final Set<String> IN_ADDRESSES = Set.of(
            "active",
            "alertId",
            "areaId",
            "assignmentId",
            "before",
            "code",
            "days",
            "deviceId",
            "direction",
            "equipmentId",
            "file",
            "format",
            "handoverId",
            "handoverStep",
            "happenedAt",
            "hours",
            "id",
            "incidentId",
            "keyId",
            "lat",
            "leavesMinutes",
            "level",
            "limit",
            "lon",
            "minutes",
            "noteId",
            "noticeId",
            "person",
            "personId",
            "photoId",
            "resume",
            "skill",
            "skip",
            "source",
            "state",
            "step",
            "userId",
            "view");

    private static final String MARK = "mark-7f3a";

    private static Graph graph;
    private static RealRedis redis;
    private static RunningGateway gateway;
    private static Driver driver;

    @BeforeAll
    static void start() {
        graph = SampleDistrict.open();
        redis = new RealRedis();
        PlayedPipeline pipeline = new PlayedPipeline(redis);
        gateway = new RunningGateway(redis, ForkedGraph.shared().settings().uri(), Map.of());
        driver = GraphDatabase.driver(ForkedGraph.shared().settings().uri(), AuthTokens.none());
        pipeline.awaitReady(gateway);
        pipeline.open(gateway, INCIDENT);
    }

    @AfterAll
    static void stop() {
        driver.close();
        gateway.close();
        graph.close();
        redis.close();
    }

    @Test
    @DisplayName("ASVS 1.2.4: a note of Cypher or of a formula comes back as it was, and does what any other note does")
    void shouldTakeANoteAsText() {
        for (String text : INJECTIONS) {
            Map<String, Long> then = counts();
            JsonNode note = note(text, WANG);

            assertThat(note.get("text").asText()).isEqualTo(text);
            assertThat(growth(then, counts())).as(text).isEqualTo(Map.of("DeskNote", 1L));
        }
        assertThat(get("/incidents/" + INCIDENT).get("timeline").findValuesAsText("note"))
                .containsAll(INJECTIONS);
    }

    @Test
    @DisplayName("ASVS 1.2.4: who acts is a name or is refused, whatever it spells")
    void shouldTakeANameAsText() {
        note("plain", WANG);
        for (String name : INJECTIONS) {
            Map<String, Long> before = counts();
            int status = post("plain", name).statusCode();
            assertThat(status).as(name).isIn(200, 400);
            assertThat(growth(before, counts())).as(name).isEqualTo(status == 200 ? Map.of("DeskNote", 1L) : Map.of());
        }
        assertThat(get("/incidents/" + INCIDENT).get("timeline").findValuesAsText("actor"))
                .contains(INJECTIONS.get(0));
    }

    @Test
    @DisplayName("ASVS 1.2.4: a report of Cypher or of a formula is filed and read as it was")
    void shouldTakeAReportAsText() {
        graph.incidentFiling().file(List.of(Samples.observed(INCIDENT, 1)), List.of());
        Map<String, Long> before = counts();
        for (String text : INJECTIONS) {
            String id = "R-" + INJECTIONS.indexOf(text);
            Report report = new Report(
                    Samples.WORLD,
                    id,
                    "s",
                    text,
                    ReportKind.CALL,
                    "noise",
                    text,
                    Samples.NOON,
                    Samples.NOON,
                    31.23,
                    121.47,
                    text,
                    text);
            graph.incidentFiling()
                    .file(
                            List.of(Samples.observed(INCIDENT, 1)),
                            List.of(new FiledReport(Samples.WORLD, INCIDENT, 1, 0.0, 0, report, 1, null)));
        }

        JsonNode reports = get("/incidents/" + INCIDENT + "/reports").get("reports");
        assertThat(reports.findValuesAsText("text")).containsExactlyInAnyOrderElementsOf(INJECTIONS);
        assertThat(reports.findValuesAsText("address")).containsExactlyInAnyOrderElementsOf(INJECTIONS);
        long filed = INJECTIONS.size();
        assertThat(growth(before, counts())).isEqualTo(Map.of("Report", filed, "PART_OF", filed));
    }

    @Test
    @DisplayName("ASVS 14.2.1: no operation asks for a secret or for what tells who somebody is in its address")
    void shouldAskForNothingSecretInAddresses() {
        Set<String> asked = new TreeSet<>();
        json(gateway.get("/api/v1/openapi.json"))
                .findValues("parameters")
                .forEach(list -> list.forEach(parameter -> {
                    if (Set.of("query", "path").contains(parameter.path("in").asText())) {
                        asked.add(parameter.get("name").asText());
                    }
                }));

        assertThat(asked).isNotEmpty().isSubsetOf(IN_ADDRESSES);
    }

    @Test
    @DisplayName("ASVS 14.2.1: a key or a ticket in an address lets nobody in")
    void shouldLetNobodyInByAnAddress() {
        for (String name : List.of("key", "token", "access_token", "api_key", "ticket", "authorization")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                    gateway.address("/api/v1/incidents?limit=1&" + name + "=" + RunningGateway.KEY));
            assertThat(gateway.sendAsItIs(request.GET()).statusCode()).as(name).isEqualTo(401);
        }
        String ticket =
                json(gateway.post("/api/v1/live/ticket", "{}")).path("ticket").asText("none");
        HttpRequest.Builder live = HttpRequest.newBuilder(gateway.address("/api/v1/live?ticket=" + ticket));
        assertThat(gateway.sendAsItIs(live.GET()).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("ASVS 14.2.1: what stands in an address after its path is not written into the log")
    void shouldNotLogWhatAnAddressAsks() {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        root.addAppender(said);
        try {
            for (String path : List.of(
                    "/api/v1/incidents?limit=" + MARK,
                    "/api/v1/live?person=" + MARK,
                    "/api/v1/phones/osmand?id=" + MARK,
                    "/api/v1/session/provider/callback?code=" + MARK + "&state=" + MARK,
                    "/nothing?x=" + MARK)) {
                gateway.get(path);
            }
        } finally {
            root.detachAppender(said);
        }
        assertThat(said.list.stream().filter(event -> event.getLevel().isGreaterOrEqual(Level.INFO)))
                .noneMatch(event -> event.getFormattedMessage().contains(MARK));
    }

    @Test
    @DisplayName("ASVS 2.4.1: who sends too many requests is told when to go on, and nobody else is held up")
    void shouldHoldUpOnlyWhoSendsTooMuch() {
        try (RunningGateway slow = new RunningGateway(
                redis, ForkedGraph.shared().settings().uri(), Map.of("WATCHFLOOR_REQUESTS_PER_SECOND", "2"))) {
            HttpResponse<String> answer = slow.get("/api/v1/picture");
            for (int i = 0; answer.statusCode() != 429 && i < 1_000; i++) {
                answer = slow.get("/api/v1/picture");
            }

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(1);
            assertThat(json(answer).get("type").asText()).endsWith("too-many-requests");
            assertThat(json(answer).get("detail").asText()).contains("1 s");
            assertThat(slow.sendAsItIs(HttpRequest.newBuilder(slow.address("/api/v1/session")))
                            .statusCode())
                    .isLessThan(429);
            assertThat(slow.get("/health/ready").statusCode()).isIn(200, 503);
            assertThat(slow.get("/metrics").body())
                    .containsPattern("watchfloor_requests_refused_total\\{reason=\"pace\"} [1-9]");
        }
    }

    private static JsonNode note(String text, String actor) {
        HttpResponse<String> answer = post(text, actor);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static HttpResponse<String> post(String text, String actor) {
        return gateway.send(HttpRequest.newBuilder(gateway.address("/api/v1/incidents/" + INCIDENT + "/notes"))
                .header("Content-Type", "application/json")
                .header(
                        "X-Watchfloor-Actor",
                        URLEncoder.encode(actor, StandardCharsets.UTF_8).replace("+", "%20"))
                .POST(BodyPublishers.ofString(encode(Map.of("text", text)))));
    }

    private static String encode(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode get(String path) {
        HttpResponse<String> answer = gateway.get("/api/v1" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    /** Nodes by label and relationships by type; the audit log grows by itself, a little later than what it tells of. */
    private static Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (String cypher : List.of(
                "MATCH (n) WHERE NOT n:Audit AND NOT n:AuditHead UNWIND labels(n) AS name RETURN name, count(*) AS many",
                "MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS many")) {
            driver.executableQuery(cypher)
                    .execute()
                    .records()
                    .forEach(row -> counts.put(
                            row.get("name").asString(), row.get("many").asLong()));
        }
        return counts;
    }

    private static Map<String, Long> growth(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> more = new TreeMap<>();
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            long difference = after.getOrDefault(name, 0L) - before.getOrDefault(name, 0L);
            if (difference != 0) {
                more.put(name, difference);
            }
        }
        return more;
    }
}
