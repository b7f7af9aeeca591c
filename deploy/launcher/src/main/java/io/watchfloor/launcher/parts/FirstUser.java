package io.watchfloor.launcher.parts;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** Whether the gateway still waits for its first user. */
final class FirstUser {
    private final Door door;
    private final URI gateway;
    private JsonNode answer;

    FirstUser(Door door, URI gateway) {
        this.door = door;
        this.gateway = gateway;
    }

    /** Asks; whether it knows by now. */
    boolean isKnown() {
        try {
            HttpURLConnection connection = door.connect(gateway.resolve("/api/v1/session"));
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
