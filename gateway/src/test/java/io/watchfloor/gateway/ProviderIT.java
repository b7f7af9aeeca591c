package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in at an organization's own provider. */
class ProviderIT {
    private static final String BEGIN = "/api/v1/session/provider";

    private static TestProvider provider;
    private static Graph graph;
    private static RealRedis redis;
    private static RunningGateway gateway;

    private record Begun(URI address, String cookie) {}

    @BeforeAll
    static void start() {
        ForkedGraph neo4j = ForkedGraph.shared();
        neo4j.wipe();
        graph = Graph.open(neo4j.settings());
        graph.migrate();
        redis = new RealRedis();
        provider = new TestProvider();
        gateway = new RunningGateway(
                redis,
                neo4j.settings().uri(),
                Map.of(
                        "WATCHFLOOR_OIDC_ISSUER", provider.issuer().toString(),
                        "WATCHFLOOR_OIDC_CLIENT_ID", "watchfloor",
                        "WATCHFLOOR_OIDC_CLIENT_SECRET", "shared"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> gateway.get("/api/v1/access/users").statusCode() == 200);
        assertThat(gateway.post("/api/v1/access/users", "{\"name\":\"Wang\",\"roles\":[\"duty-officer\"]}")
                        .statusCode())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        provider.close();
        graph.close();
        redis.close();
    }

    @Test
    void whomTheProviderVouchesForIsSignedInWithTheRolesKeptHere() {
        provider.signIn("Wang", "watchfloor");
        Begun begun = begin();
        assertThat(TestProvider.parameters(begun.address().getRawQuery()))
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("response_type", "code")
                .containsKeys("code_challenge", "nonce", "state");
        HttpResponse<String> back = comeBack(begun, provider.authorize(begun.address()));
        assertThat(back.headers().firstValue("Location")).hasValue("/");
        String token = back.headers().firstValue("Set-Cookie").orElseThrow().replaceAll("^watchfloor=([^;]*).*", "$1");
        HttpResponse<String> session = gateway.sendAsItIs(
                HttpRequest.newBuilder(gateway.address("/api/v1/session")).header("Cookie", "watchfloor=" + token));
        assertThat(json(session).get("name").asText()).isEqualTo("Wang");
        assertThat(json(session).get("roles").get(0).asText()).isEqualTo("duty-officer");
        assertThat(json(session).get("settingUp").asBoolean()).isFalse();
    }

    @Test
    void whoIsUnknownHereOrComesWithAnothersAnswerIsRefused() {
        provider.signIn("Stranger", "watchfloor");
        Begun stranger = begin();
        assertRefused(comeBack(stranger, provider.authorize(stranger.address())));

        provider.signIn("Wang", "another-program");
        Begun other = begin();
        assertRefused(comeBack(other, provider.authorize(other.address())));

        provider.signIn("Wang", "watchfloor");
        Begun begun = begin();
        Begun withoutItsCookie = new Begun(begun.address(), "watchfloor-provider=somebody-elses");
        assertRefused(comeBack(withoutItsCookie, provider.authorize(begun.address())));

        Begun twice = begin();
        String code = provider.authorize(twice.address());
        assertThat(comeBack(twice, code).headers().firstValue("Location")).hasValue("/");
        assertRefused(comeBack(twice, provider.authorize(twice.address())));
    }

    private static Begun begin() {
        HttpResponse<String> answer = gateway.sendAsItIs(HttpRequest.newBuilder(gateway.address(BEGIN)));
        assertThat(answer.statusCode()).isEqualTo(303);
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("SameSite=Lax", "HTTPOnly");
        return new Begun(
                URI.create(answer.headers().firstValue("Location").orElseThrow()), cookie.replaceAll(";.*", ""));
    }

    private static HttpResponse<String> comeBack(Begun begun, String code) {
        String state = TestProvider.parameters(begun.address().getRawQuery()).get("state");
        String query = "?state=" + URLEncoder.encode(state, StandardCharsets.UTF_8) + "&code=" + code;
        return gateway.sendAsItIs(HttpRequest.newBuilder(gateway.address(BEGIN + "/callback" + query))
                .header("Cookie", begun.cookie()));
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/#provider=");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("watchfloor="));
    }
}
