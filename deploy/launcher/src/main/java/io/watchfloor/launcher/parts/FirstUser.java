package io.watchfloor.launcher.parts;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** Whether the gateway still waits for its first user. */
final class FirstUser {
    private static final int TIMEOUT_MILLIS = 2_000;

    private final URI gateway;
    private JsonNode answer;

    FirstUser(URI gateway) {
        this.gateway = gateway;
    }

    /** Asks; whether it knows by now. */
    boolean isKnown() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    gateway.resolve("/api/v1/session").toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try (InputStream body = connection.getInputStream()) {
                answer = Json.mapper().readTree(body);
            }
            return answer.has("first");
        } catch (IOException e) {
            return false;
        }
    }

    /** What it said last. */
    boolean isInvited() {
        return answer.get("first").asBoolean();
    }
}
