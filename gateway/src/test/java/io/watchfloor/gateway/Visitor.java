package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchfloor.contract.Json;
import io.watchfloor.gateway.access.TimeCodes;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.List;

/** A browser without a page: keeps the cookie that it is given. */
final class Visitor {
    static final String PASSWORD = "a long walk by the river 7";

    private final RunningGateway gateway;
    private String token;
    private String factorSecret;
    private String id;

    Visitor(RunningGateway gateway) {
        this.gateway = gateway;
    }

    /** Somebody of these roles who has set everything up. */
    static Visitor make(RunningGateway gateway, String name, String personId, List<String> areaIds, String... roles) {
        ObjectNode draft = Json.mapper().createObjectNode().put("name", name).put("personId", personId);
        List.of(roles).forEach(draft.putArray("roles")::add);
        areaIds.forEach(draft.putArray("areaIds")::add);
        JsonNode made = json(gateway.post("/api/v1/access/users", draft.toString()));
        Visitor visitor = new Visitor(gateway);
        visitor.id = made.at("/user/id").asText();
        assertThat(visitor.comeWith(made.get("secret").asText()).statusCode()).isEqualTo(200);
        assertThat(visitor.setUp(PASSWORD).statusCode()).isEqualTo(200);
        return visitor;
    }

    String id() {
        return id;
    }

    String token() {
        return token;
    }

    String factorSecret() {
        return factorSecret;
    }

    HttpResponse<String> comeWith(String secret) {
        return send("POST", "/api/v1/session/once", "{\"secret\":\"" + secret + "\"}");
    }

    /** Sets this password and a new second factor. */
    HttpResponse<String> setUp(String password) {
        factorSecret = json(send("POST", "/api/v1/account/second-factor", "{}"))
                .get("secret")
                .asText();
        ObjectNode setup = Json.mapper()
                .createObjectNode()
                .put("password", password)
                .put("code", TimeCodes.codeAt(factorSecret, Instant.now()));
        return send("POST", "/api/v1/account/setup", setup.toString());
    }

    HttpResponse<String> signIn(String user, String password, String code) {
        ObjectNode body = Json.mapper().createObjectNode().put("name", user).put("password", password);
        return send("POST", "/api/v1/session", body.put("code", code).toString());
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    HttpResponse<String> post(String path, String body) {
        return send("POST", path, body);
    }

    HttpResponse<String> send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.address(path));
        if (token != null) {
            request.header("Cookie", "watchfloor=" + token);
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
        }
        HttpResponse<String> answer = gateway.sendAsItIs(request);
        answer.headers()
                .firstValue("Set-Cookie")
                .filter(cookie -> cookie.startsWith("watchfloor="))
                .ifPresent(cookie -> token = cookie.substring("watchfloor=".length(), cookie.indexOf(';')));
        return answer;
    }

    /** A ticket for a console, or for a person's own page. */
    String ticket(String personId) {
        String wish = personId == null ? "{}" : "{\"personId\":\"" + personId + "\"}";
        return json(post("/api/v1/live/ticket", wish)).path("ticket").asText(null);
    }

    LiveClient listen(String personId) {
        return LiveClient.byTicket(gateway, ticket(personId));
    }

    static WebSocket.Builder offering(RunningGateway gateway, String ticket) {
        return gateway.http().newWebSocketBuilder().subprotocols("watchfloor.v1", "ticket." + ticket);
    }
}
