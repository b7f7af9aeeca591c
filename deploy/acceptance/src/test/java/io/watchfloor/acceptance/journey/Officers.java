package io.watchfloor.acceptance.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchfloor.gateway.access.TimeCodes;
import io.watchfloor.testbed.ApiClient;
import io.watchfloor.testbed.RunningSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Users of a running system: the first one comes in with the secret of the start, and lets the others in. */
final class Officers {
    /** What a browser keeps its session in on loopback. */
    static final String COOKIE = "watchfloor";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "a long walk by the river 7";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final String firstToken;
    private final Map<String, User> users = new HashMap<>();

    /** Somebody who has set a password and a second factor, with the session that they did it in. */
    record User(String id, String name, String password, String factorSecret, String token) {}

    private record Answer(int status, JsonNode body, String token) {}

    private Officers(URI address, String firstToken) {
        this.address = address;
        this.firstToken = firstToken;
    }

    /** Takes the invitation that the launcher printed, and stays as it is, without a password. */
    static Officers of(RunningSystem system) {
        Officers nobody = new Officers(system.address(), null);
        Answer answer = nobody.post("/session/once", null, secret(system.firstSecret()));
        return new Officers(system.address(), answer.token());
    }

    /** The session of the duty officer of this name, who is made when there is none yet. */
    synchronized String token(String name) {
        return users.computeIfAbsent(name, absent -> make(absent, null, List.of(), "duty-officer"))
                .token();
    }

    /** Makes a user who has set everything up; {@code personId} is null when they are nobody of the roster. */
    User make(String name, String personId, List<String> areaIds, String... roles) {
        ObjectNode draft = JSON.createObjectNode().put("name", name).put("personId", personId);
        List.of(roles).forEach(draft.putArray("roles")::add);
        areaIds.forEach(draft.putArray("areaIds")::add);
        JsonNode made = post("/access/users", firstToken, draft).body();
        String session =
                post("/session/once", null, secret(made.get("secret").asText())).token();
        String factor = post("/account/second-factor", session, JSON.createObjectNode())
                .body()
                .get("secret")
                .asText();
        ObjectNode setup =
                JSON.createObjectNode().put("password", PASSWORD).put("code", TimeCodes.codeAt(factor, Instant.now()));
        String token = post("/account/setup", session, setup).token();
        return new User(made.at("/user/id").asText(), name, PASSWORD, factor, token);
    }

    /** Makes a user; the secret that lets them in once. */
    String invite(String name, String role) {
        ObjectNode draft = JSON.createObjectNode().put("name", name);
        draft.putArray("roles").add(role);
        return post("/access/users", firstToken, draft).body().get("secret").asText();
    }

    /** What a user is answered at a path below {@code /api/v1}: status and body. */
    ApiClient.Answer get(User user, String path) {
        HttpRequest.Builder request = request(path, user.token()).GET();
        Answer answer = send(request);
        return new ApiClient.Answer(answer.status(), answer.body());
    }

    /** Changes a user's rights as the first user does. */
    void disable(User user, String role) {
        ObjectNode draft = JSON.createObjectNode().put("disabled", true);
        draft.putArray("roles").add(role);
        done(send(request("/access/users/" + user.id(), firstToken)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(draft.toString()))));
    }

    private static ObjectNode secret(String secret) {
        return JSON.createObjectNode().put("secret", secret);
    }

    private Answer post(String path, String token, ObjectNode body) {
        return done(send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))));
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve("/api/v1" + path));
        return token == null ? request : request.header("Cookie", COOKIE + "=" + token);
    }

    private static Answer done(Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError("refused: " + answer);
        }
        return answer;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            String token = response.headers()
                    .firstValue("Set-Cookie")
                    .map(cookie -> cookie.replaceAll("^" + COOKIE + "=([^;]*).*", "$1"))
                    .orElse(null);
            String body = response.body();
            return new Answer(response.statusCode(), body.isBlank() ? null : JSON.readTree(body), token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
