package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static io.watchfloor.gateway.Samples.observed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.gateway.access.OpenOperations;
import io.watchfloor.gateway.access.Secrets;
import io.watchfloor.gateway.access.SignedRequests;
import io.watchfloor.gateway.access.TimeCodes;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.access.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** Who gets in, what they see and what they may do; against a real graph and a real Redis. */
class AccessIT {
    private static final String FIRST_SECRET = "the-secret-that-the-launcher-printed";
    private static final String PHONE = "13812345678";
    private static final String CALLER = "王女士";
    private static final Duration SOON = Duration.ofSeconds(20);
    /** What ends or changes the session that asks, and its socket. */
    private static final Set<String> OF_THE_SESSION =
            Set.of("signOut", "beginSecondFactor", "setUpAccount", "openLiveTicket", "live");

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
        gateway = new RunningGateway(
                redis,
                neo4j.settings().uri(),
                Map.of(
                        "WATCHFLOOR_ACCESS_KEY",
                        Base64.getEncoder().encodeToString(new byte[32]),
                        "WATCHFLOOR_FIRST_SECRET",
                        FIRST_SECRET,
                        "WATCHFLOOR_TLS_PROXY",
                        "true"));
        pipeline.awaitReady(gateway);
        incident("I-CALL");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        graph.close();
        redis.close();
    }

    @Test
    @DisplayName(
            "ASVS 6.3.2, 6.3.3, 6.5.1, 7.2.3: a secret lets the first user in once; then password and fresh codes do")
    void theFirstUserComesInOnceAndThenWithTwoFactors() {
        Awaitility.await().atMost(SOON).until(() -> json(new Visitor(gateway).get("/api/v1/session"))
                .has("first"));
        Visitor first = new Visitor(gateway);
        JsonNode session = json(first.comeWith(FIRST_SECRET));
        assertThat(session.get("settingUp").asBoolean()).isTrue();
        assertThat(session.get("roles")).hasSize(1);
        assertThat(new Visitor(gateway).comeWith(FIRST_SECRET).statusCode()).isEqualTo(401);
        assertThat(first.get("/api/v1/access/users").statusCode()).isEqualTo(403);
        assertThat(first.setUp("short").statusCode()).isEqualTo(400);

        String before = first.token();
        JsonNode done = json(first.setUp(Visitor.PASSWORD));
        assertThat(done.get("recoveryCodes")).hasSize(10);
        assertThat(first.token()).isNotEqualTo(before).hasSizeGreaterThanOrEqualTo(43);
        assertThat(first.get("/api/v1/access/users").statusCode()).isEqualTo(200);
        assertThat(first.get("/api/v1/incidents").statusCode()).isEqualTo(403);
        assertThat(first.send("DELETE", "/api/v1/session", null).statusCode()).isEqualTo(204);

        Visitor again = new Visitor(gateway);
        assertThat(problem(again.signIn("first-officer", "wrong", null))).endsWith("wrong-sign-in");
        assertThat(problem(again.signIn("FIRST-officer", Visitor.PASSWORD, null)))
                .endsWith("second-factor-needed");
        // the code that proved the factor was taken then; only a later one is taken now
        String used = TimeCodes.codeAt(first.factorSecret(), Instant.now());
        String next = TimeCodes.codeAt(first.factorSecret(), Instant.now().plusSeconds(30));
        assertThat(again.signIn("first-officer", Visitor.PASSWORD, next).statusCode())
                .isEqualTo(200);
        Visitor thief = new Visitor(gateway);
        assertThat(problem(thief.signIn("first-officer", Visitor.PASSWORD, next)))
                .endsWith("wrong-code");
        assertThat(problem(thief.signIn("first-officer", Visitor.PASSWORD, used)))
                .endsWith("wrong-code");
        String recovery = done.get("recoveryCodes").get(0).asText();
        assertThat(new Visitor(gateway)
                        .signIn("first-officer", Visitor.PASSWORD, recovery)
                        .statusCode())
                .isEqualTo(200);
        assertThat(problem(new Visitor(gateway).signIn("first-officer", Visitor.PASSWORD, recovery)))
                .endsWith("wrong-code");
    }

    @Test
    @DisplayName("ASVS 8.2.1: nobody who is not known gets an answer from any operation that is not open")
    void aStrangerIsTurnedAwayEverywhere() {
        JsonNode document = json(gateway.get("/api/v1/openapi.json"));
        List<String> let = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (operation.getKey().matches("get|post|put|patch|delete")) {
                        String filled = path.getKey().replaceAll("\\{\\w+}", "X-1");
                        HttpResponse<String> answer = new Visitor(gateway)
                                .send(operation.getKey().toUpperCase(java.util.Locale.ROOT), filled, null);
                        if (answer.statusCode() != 401) {
                            let.add(operation.getValue().get("operationId").asText());
                        }
                    }
                }));
        assertThat(let).containsExactlyInAnyOrderElementsOf(OpenOperations.ALL);
        assertThat(gateway.sendAsItIs(HttpRequest.newBuilder(gateway.address("/api/v1/incidents"))
                                .header("Authorization", "Bearer no-such-key"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aChangeThatIsMeantForWhatSomebodyElseHasChangedIsRefused() {
        Visitor clerk = Visitor.make(gateway, "Edited", null, List.of(), "call-taker");
        String version = user(clerk).get("version").asText();
        String dispatcher = "{\"roles\":[\"dispatcher\"]}";

        assertThat(change(clerk, dispatcher, version).statusCode()).isEqualTo(200);
        HttpResponse<String> late = change(clerk, "{\"roles\":[\"duty-officer\"]}", version);

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(problem(late)).endsWith("changed-meanwhile");
        assertThat(user(clerk).get("roles")).hasSize(1);
        assertThat(user(clerk).at("/roles/0").asText()).isEqualTo("dispatcher");
        assertThat(change(clerk, dispatcher, user(clerk).get("version").asText())
                        .statusCode())
                .isEqualTo(200);
    }

    private static JsonNode user(Visitor visitor) {
        for (JsonNode user : json(gateway.get("/api/v1/access/users")).get("users")) {
            if (user.get("id").asText().equals(visitor.id())) {
                return user;
            }
        }
        throw new AssertionError("no such user is listed");
    }

    private static HttpResponse<String> change(Visitor visitor, String body, String version) {
        return gateway.send(HttpRequest.newBuilder(gateway.address("/api/v1/access/users/" + visitor.id()))
                .header("Content-Type", "application/json")
                .header("If-Match", '"' + version + '"')
                .PUT(BodyPublishers.ofString(body)));
    }

    @Test
    @DisplayName("ASVS 8.3.1: however a path is written, nobody gets past the guard")
    void aPathWrittenOtherwiseOpensNothing() {
        List<String> answered = new ArrayList<>();
        json(gateway.get("/api/v1/openapi.json"))
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getKey().matches("get|post|put|patch|delete"))
                        .filter(operation -> !OpenOperations.ALL.contains(
                                operation.getValue().get("operationId").asText()))
                        .forEach(operation -> {
                            String method = operation.getKey().toUpperCase(java.util.Locale.ROOT);
                            for (String written : writings(path.getKey().replaceAll("\\{\\w+}", "X-1"))) {
                                int status = new Visitor(gateway)
                                        .send(method, written, null)
                                        .statusCode();
                                if (status < 400 || status >= 500) {
                                    answered.add(method + " " + written + ": " + status);
                                }
                            }
                        }));
        assertThat(answered).isEmpty();
    }

    private static List<String> writings(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return List.of(
                path + "/",
                path + "//",
                path + "/.",
                path + "/%2e",
                path + "/x/..",
                path + ";x=1",
                path + "%2F",
                path.replace("/v1/", "//v1/"),
                path.replace("/v1/", "/v1/./"),
                path.replace("/v1/", "/V1/"),
                path.substring(0, path.length() - last.length()) + "%" + Integer.toHexString(last.charAt(0))
                        + last.substring(1));
    }

    @Test
    @DisplayName("ASVS 3.3, 3.4.1, 3.5, 4.4.1: cookies that only our page sends back, https beyond this machine")
    void cookiesAndConnectionsAreGuarded() {
        Visitor officer = Visitor.make(gateway, "Cookie", null, List.of(), "duty-officer");
        String code = TimeCodes.codeAt(officer.factorSecret(), Instant.now().plusSeconds(30));
        HttpResponse<String> plain = officer.signIn("Cookie", Visitor.PASSWORD, code);
        assertThat(plain.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("watchfloor=")
                .contains("; Path=/", "; HTTPOnly", "; SameSite=Strict")
                .doesNotContain("Domain", "Max-Age");
        assertThat(plain.headers().firstValue("Strict-Transport-Security")).isEmpty();

        HttpResponse<String> encrypted =
                gateway.sendAsItIs(HttpRequest.newBuilder(gateway.address("/api/v1/session/once"))
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-For", "203.0.113.7")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"secret\":\"" + invite("Tls", "duty-officer") + "\"}")));
        assertThat(encrypted.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-watchfloor=")
                .contains("; Secure", "; Path=/", "; HTTPOnly", "; SameSite=Strict");
        assertThat(encrypted.headers().firstValue("Strict-Transport-Security").orElseThrow())
                .startsWith("max-age=63072000");

        HttpResponse<String> outside = gateway.sendAsItIs(
                HttpRequest.newBuilder(gateway.address("/api/v1/session")).header("X-Forwarded-For", "203.0.113.7"));
        assertThat(problem(outside)).endsWith("https-only");
        HttpResponse<String> foreign = gateway.sendAsItIs(HttpRequest.newBuilder(gateway.address("/api/v1/session"))
                .header("Cookie", "watchfloor=" + officer.token())
                .header("Origin", "https://elsewhere.example")
                .DELETE());
        assertThat(problem(foreign)).endsWith("foreign-origin");
        assertThat(officer.get("/api/v1/incidents").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("ASVS 6.1.1: guessing at a user from one address slows that down, and locks nobody out")
    void guessingIsSlowedDownAndLocksNobodyOut() {
        Visitor victim = Visitor.make(gateway, "Victim", null, List.of(), "duty-officer");
        Visitor guesser = new Visitor(gateway);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            statuses.add(guesser.signIn("victim", "guess " + i, null).statusCode());
        }
        assertThat(statuses).startsWith(401, 401, 401).contains(429);
        assertThat(victim.get("/api/v1/incidents").statusCode()).isEqualTo(200);
        String code = TimeCodes.codeAt(victim.factorSecret(), Instant.now().plusSeconds(30));
        ObjectNode body = Json.mapper().createObjectNode().put("name", "Victim").put("password", Visitor.PASSWORD);
        HttpResponse<String> elsewhere = gateway.sendAsItIs(HttpRequest.newBuilder(gateway.address("/api/v1/session"))
                .header("X-Forwarded-For", "127.0.0.2")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.put("code", code).toString())));
        assertThat(elsewhere.statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("ASVS 4.4.4: a ticket lasts half a minute at most, and opens nothing afterwards")
    void aTicketExpires() {
        String ticket =
                Visitor.make(gateway, "Late", null, List.of(), "duty-officer").ticket(null);
        String key = "ticket:" + Secrets.hash(ticket);
        assertThat(Long.parseLong(redis.command("PTTL", key).substring(1))).isBetween(1L, 30_000L);
        redis.command("PEXPIRE", key, "1");
        Awaitility.await().until(() -> redis.command("EXISTS", key).equals(":0"));

        assertThatThrownBy(() -> LiveClient.byTicket(gateway, ticket))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    @DisplayName("ASVS 4.4.4, 7.4.1: a socket needs a fresh ticket, and closes when its user signs out or is disabled")
    void aLiveSocketLivesAsLongAsItsSession() {
        Visitor officer = Visitor.make(gateway, "Live", null, List.of(), "duty-officer");
        String ticket = officer.ticket(null);
        try (LiveClient console = LiveClient.byTicket(gateway, ticket)) {
            console.await(message -> message.kind().equals("snapshot"));
            assertThatThrownBy(() -> LiveClient.byTicket(gateway, ticket))
                    .hasCauseInstanceOf(WebSocketHandshakeException.class);
            assertThatThrownBy(() -> gateway.http()
                            .newWebSocketBuilder()
                            .header("Cookie", "watchfloor=" + officer.token())
                            .buildAsync(gateway.socketAddress("/api/v1/live"), new WebSocket.Listener() {})
                            .join())
                    .hasCauseInstanceOf(WebSocketHandshakeException.class);
            assertThat(officer.send("DELETE", "/api/v1/session", null).statusCode())
                    .isEqualTo(204);
            console.awaitEnd();
        }
        assertThat(officer.ticket(null)).isNull();

        Visitor other = Visitor.make(gateway, "Disabled", null, List.of(), "duty-officer");
        try (LiveClient console = other.listen(null)) {
            console.await(message -> message.kind().equals("snapshot"));
            change(other, "{\"roles\":[\"duty-officer\"],\"disabled\":true}");
            console.awaitEnd();
        }
        assertThat(other.get("/api/v1/incidents").statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("ASVS 8.2.3: a masked role never receives who called, on any route or live")
    void aMaskedRoleNeverReceivesWhoCalled() {
        Visitor officer = Visitor.make(gateway, "Sees", null, List.of(), "duty-officer");
        Visitor director = Visitor.make(gateway, "Director", null, List.of(), "drill-director");
        assertThat(officer.get("/api/v1/incidents/I-CALL").body())
                .contains(PHONE)
                .contains(CALLER);
        JsonNode paths = json(gateway.get("/api/v1/openapi.json")).get("paths");
        List<String> answered = new ArrayList<>();
        paths.properties().forEach(path -> {
            if (path.getValue().has("get")) {
                String filled = path.getKey().replace("{incidentId}", "I-CALL").replaceAll("\\{\\w+}", "P-001");
                HttpResponse<String> answer = director.get(filled);
                assertThat(answer.body()).as(filled).doesNotContain(PHONE).doesNotContain(CALLER);
                if (answer.statusCode() == 200) {
                    answered.add(path.getKey());
                }
            }
        });
        assertThat(answered).contains("/api/v1/incidents", "/api/v1/incidents/{incidentId}/reports", "/api/v1/picture");
        try (LiveClient console = director.listen(null);
                LiveClient seeing = officer.listen(null)) {
            incident("I-LATER");
            var shown = console.await(message -> LiveIT.contains(message, "I-LATER"));
            assertThat(shown.incidents())
                    .noneMatch(incident -> incident.summary().contains(PHONE));
            assertThat(seeing.await(message -> LiveIT.contains(message, "I-LATER"))
                            .incidents())
                    .anyMatch(incident -> incident.summary().contains(PHONE));
            assertThat(console.messages())
                    .allMatch(message -> message.incidents() == null
                            || message.incidents().stream()
                                    .noneMatch(incident -> incident.summary().contains(PHONE)));
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    @DisplayName("ASVS 8.2.1: a session names what its user may use, and the guard lets them use that and nothing else")
    void aSessionNamesExactlyWhatTheGuardLetsThrough(Role role) {
        Visitor visitor = Visitor.make(gateway, "Of-" + role.wireName(), null, List.of(), role.wireName());
        JsonNode session = json(visitor.get("/api/v1/session"));
        List<String> named = new ArrayList<>();
        session.get("operations").forEach(operation -> named.add(operation.asText()));
        List<String> let = new ArrayList<>();
        List<String> denied = new ArrayList<>();
        json(gateway.get("/api/v1/openapi.json"))
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getKey().matches("get|post|put|patch|delete"))
                        .forEach(operation -> {
                            String id = operation.getValue().get("operationId").asText();
                            if (!OpenOperations.ALL.contains(id) && !OF_THE_SESSION.contains(id)) {
                                String method = operation.getKey().toUpperCase(java.util.Locale.ROOT);
                                String filled = path.getKey().replaceAll("\\{\\w+}", "X-1");
                                int status = visitor.send(method, filled, null).statusCode();
                                (status == 403 ? denied : let).add(id);
                            }
                        }));
        named.removeAll(OF_THE_SESSION);
        assertThat(let).containsExactlyInAnyOrderElementsOf(named);
        assertThat(denied).isNotEmpty().allSatisfy(operation -> {
            JsonNode may = session.get("withheld").get(operation);
            assertThat(may).as(operation).isNotNull().noneMatch(other -> other.asText()
                    .equals(role.wireName()));
        });
    }

    @Test
    @DisplayName("ASVS 8.2.2: an officer of an area sees and touches what lies there")
    void anOfficerOfAnAreaSeesAndTouchesWhatLiesThere() {
        incident("I-AREA");
        Visitor here = Visitor.make(gateway, "Here", null, List.of("area-1"), "duty-officer");
        Visitor elsewhere = Visitor.make(gateway, "Elsewhere", null, List.of("area-2"), "duty-officer");
        assertThat(here.get("/api/v1/incidents").body()).contains("I-AREA");
        assertThat(elsewhere.get("/api/v1/incidents").body()).doesNotContain("I-AREA");
        assertThat(elsewhere.get("/api/v1/picture").body()).doesNotContain("I-AREA");
        assertThat(elsewhere.get("/api/v1/incidents/I-AREA").statusCode()).isEqualTo(403);
        assertThat(elsewhere.post("/api/v1/incidents/I-AREA/acknowledge", "{}").statusCode())
                .isEqualTo(403);
        assertThat(here.post("/api/v1/incidents/I-AREA/acknowledge", "{}").statusCode())
                .isEqualTo(200);
        try (LiveClient console = elsewhere.listen(null);
                LiveClient own = here.listen(null)) {
            own.await(message -> LiveIT.contains(message, "I-AREA"));
            console.await(message -> message.kind().equals("snapshot"));
            assertThat(console.messages()).noneMatch(message -> LiveIT.contains(message, "I-AREA"));
        }
    }

    @Test
    @DisplayName("ASVS 8.2.1: a responder does only what is theirs, and who acts is who signed in")
    void aResponderDoesOnlyWhatIsTheirs() {
        incident("I-RESPOND");
        Visitor officer = Visitor.make(gateway, "Dispatch", null, List.of(), "dispatcher");
        Visitor responder = Visitor.make(gateway, "Responder", "P-001", List.of(), "responder");
        HttpResponse<String> sent = officer.post("/api/v1/incidents/I-RESPOND/assignments", "{\"personId\":\"P-001\"}");
        assertThat(sent.statusCode()).isEqualTo(201);
        assertThat(json(sent).get("assignedBy").asText()).isEqualTo("Dispatch");
        String own = json(sent).get("id").asText();
        String other = json(officer.post("/api/v1/incidents/I-RESPOND/assignments", "{\"personId\":\"P-002\"}"))
                .get("id")
                .asText();
        Awaitility.await()
                .atMost(SOON)
                .until(() -> responder
                                .post("/api/v1/assignments/" + own + "/accept", "{}")
                                .statusCode()
                        == 200);
        assertThat(responder
                        .post("/api/v1/assignments/" + other + "/accept", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(responder.get("/api/v1/assignments/" + own + "/way").statusCode())
                .isEqualTo(200);
        assertThat(responder.get("/api/v1/assignments/" + other + "/way").statusCode())
                .isEqualTo(403);
        assertThat(officer.get("/api/v1/assignments/" + other + "/way").statusCode())
                .isEqualTo(200);
        assertThat(responder
                        .post("/api/v1/incidents/I-CALL/join-in", "{\"personId\":\"P-003\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(responder
                        .post("/api/v1/people/P-003/position", "{\"lat\":31.23,\"lon\":121.47}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(responder
                        .post("/api/v1/people/P-001/position", "{\"lat\":31.23,\"lon\":121.47}")
                        .statusCode())
                .isIn(204, 409);
        assertThat(responder.get("/api/v1/incidents/I-RESPOND").body()).doesNotContain(PHONE);
        assertThat(responder.get("/api/v1/incidents/I-CALL").statusCode()).isEqualTo(403);
        assertThat(responder.ticket("P-002")).isNull();
        assertThat(responder.ticket(null)).isNull();
        assertThat(responder.ticket("P-001")).isNotNull();
    }

    @Test
    @DisplayName("ASVS 4.1.5: a signed feed is taken once, in time, and as it was signed")
    void aSignedFeedIsTakenOnceInTimeAndAsItWasSigned() {
        JsonNode made = json(gateway.post(
                "/api/v1/access/keys",
                "{\"name\":\"hotline\",\"roles\":[\"feed\"],\"source\":\"hotline-12345\",\"signed\":true}"));
        String key = made.at("/key/id").asText();
        String secret = made.get("secret").asText();
        String now = Long.toString(Instant.now().getEpochSecond());
        String body = Samples.report("signed-1").put("source", "hotline-12345").toString();
        String nonce = nonce();
        assertThat(signed(key, secret, now, nonce, body, body).statusCode()).isEqualTo(202);
        assertThat(problem(signed(key, secret, now, nonce, body, body))).endsWith("signature-replayed");
        assertThat(problem(signed(key, secret, now, nonce(), body, body.replace("signed-1", "signed-2"))))
                .endsWith("signature-wrong");
        String stale = Long.toString(Instant.now().minusSeconds(400).getEpochSecond());
        assertThat(problem(signed(key, secret, stale, nonce(), body, body))).endsWith("signature-stale");
        String foreign = Samples.report("signed-3").put("source", "another").toString();
        assertThat(signed(key, secret, now, nonce(), foreign, foreign).statusCode())
                .isEqualTo(403);

        assertThat(gateway.post("/api/v1/access/keys/" + key + "/revoke", "{}").statusCode())
                .isEqualTo(200);
        assertThat(signed(key, secret, now, nonce(), body, body).statusCode()).isEqualTo(401);
    }

    @Test
    void aKeyIsShownOnceAndMayDoWhatItsRolesAllow() {
        JsonNode made = json(gateway.post("/api/v1/access/keys", "{\"name\":\"sensors\",\"roles\":[\"feed\"]}"));
        String secret = made.get("secret").asText();
        assertThat(gateway.get("/api/v1/access/keys").body()).doesNotContain(secret);
        assertThat(withKey(secret, "/api/v1/incidents").statusCode()).isEqualTo(403);
        String id = made.at("/key/id").asText();
        assertThat(gateway.post("/api/v1/access/keys/" + id + "/revoke", "{}").statusCode())
                .isEqualTo(200);
        assertThat(withKey(secret, "/api/v1/incidents").statusCode()).isEqualTo(401);
    }

    @Test
    void nobodyIsTwoAdministratorsOrChangesTheirOwnRights() {
        assertThat(problem(gateway.post(
                        "/api/v1/access/users", "{\"name\":\"Both\",\"roles\":[\"audit-admin\",\"security-admin\"]}")))
                .endsWith("two-admins");
        Visitor security = Visitor.make(gateway, "Security", null, List.of(), "security-admin");
        assertThat(problem(security.send(
                        "PUT", "/api/v1/access/users/" + security.id(), "{\"roles\":[\"duty-officer\"]}")))
                .endsWith("own-account");
        assertThat(security.get("/api/v1/audit").statusCode()).isEqualTo(403);
        assertThat(problem(gateway.post("/api/v1/access/users", "{\"name\":\"security\",\"roles\":[\"feed\"]}")))
                .endsWith("name-taken");
    }

    @Test
    @DisplayName("ASVS 16.2, 16.5: denials and reads are in the log, and one altered or cut row is found")
    void theLogKnowsOfDenialsAndReadsAndShowsWhatIsAlteredOrCut() {
        Visitor officer = Visitor.make(gateway, "Curious", null, List.of(), "duty-officer");
        assertThat(officer.get("/api/v1/incidents/I-CALL").statusCode()).isEqualTo(200);
        HttpResponse<String> denied = officer.get("/api/v1/access/users");
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.body()).doesNotContain("Exception").doesNotContain("io.watchfloor");
        Visitor auditor = Visitor.make(gateway, "Auditor", null, List.of(), "audit-admin");
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(
                        auditor.get("/api/v1/audit?limit=200").body())
                .contains("\"action\":\"read-personal-data\"", "\"action\":\"denied\"", "\"refusal\":\"listUsers\""));
        JsonNode whole = json(auditor.get("/api/v1/audit/verification"));
        assertThat(whole.get("intact").asBoolean()).isTrue();

        long altered = whole.get("rows").asLong() / 2;
        String before = set(altered, "somebody else");
        JsonNode found = json(auditor.get("/api/v1/audit/verification"));
        assertThat(found.get("intact").asBoolean()).isFalse();
        assertThat(found.get("brokenAt").asLong()).isEqualTo(altered);
        set(altered, before);
        assertThat(json(auditor.get("/api/v1/audit/verification")).get("intact").asBoolean())
                .isTrue();
    }

    private static void incident(String id) {
        ObjectNode json = Json.mapper().valueToTree(observed(id, 1));
        json.put("summary", "电梯坏了，回电" + PHONE);
        ObservedIncident incident = Json.mapper().convertValue(json, ObservedIncident.class);
        Report report = new Report(
                "live",
                "R-" + id,
                "s",
                id,
                ReportKind.CALL,
                "noise",
                "电梯坏了，回电" + PHONE,
                Samples.NOON,
                Samples.NOON,
                31.23,
                121.47,
                null,
                CALLER);
        FiledReport filed = new FiledReport("live", id, 1, 0.0, 0, report, 1, null);
        graph.incidentFiling().file(List.of(incident), List.of(filed));
        pipeline.publish(incident);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> gateway.get("/api/v1/picture").body().contains(id));
    }

    private static String invite(String name, String role) {
        JsonNode made =
                json(gateway.post("/api/v1/access/users", "{\"name\":\"" + name + "\",\"roles\":[\"" + role + "\"]}"));
        return made.get("secret").asText();
    }

    private static void change(Visitor user, String body) {
        HttpResponse<String> answer =
                gateway.send(HttpRequest.newBuilder(gateway.address("/api/v1/access/users/" + user.id()))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> withKey(String key, String path) {
        return gateway.sendAsItIs(
                HttpRequest.newBuilder(gateway.address(path)).header("Authorization", "Bearer " + key));
    }

    private static HttpResponse<String> signed(
            String key, String secret, String at, String nonce, String signedBody, String sentBody) {
        String uri = "/api/v1/reports";
        String signature =
                SignedRequests.sign(secret, "POST", uri, at, nonce, signedBody.getBytes(StandardCharsets.UTF_8));
        return gateway.sendAsItIs(HttpRequest.newBuilder(gateway.address(uri))
                .header("Content-Type", "application/json")
                .header("X-Watchfloor-Key", key)
                .header(SignedRequests.TIMESTAMP_HEADER, at)
                .header(SignedRequests.NONCE_HEADER, nonce)
                .header(SignedRequests.SIGNATURE_HEADER, signature)
                .POST(BodyPublishers.ofString(sentBody)));
    }

    private static String nonce() {
        return UUID.randomUUID().toString();
    }

    private static String problem(HttpResponse<String> answer) {
        return json(answer).path("type").asText();
    }

    /** Writes another actor into a row, as somebody with access to the database could; what stood there. */
    private static String set(long sequence, String actor) {
        try (Driver driver = GraphDatabase.driver(neo4j.settings().uri(), AuthTokens.none())) {
            return driver.executableQuery("""
                            MATCH (row:Audit {world: 'live', sequence: $sequence})
                            WITH row, row.actor AS before
                            SET row.actor = $actor
                            RETURN before
                            """)
                    .withParameters(Map.of("sequence", sequence, "actor", actor))
                    .execute()
                    .records()
                    .get(0)
                    .get("before")
                    .asString();
        }
    }
}
