package io.watchfloor.gateway.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Json;
import java.util.Optional;

/**
 * What the pipeline says of itself every few seconds; the key expires, so that a pipeline that is gone is silent.
 *
 * @param lagMillis age of the oldest report it has not put into the picture yet
 * @param filingLagMillis age of the oldest thing it has not filed in the graph yet
 */
record Heartbeat(long lagMillis, long filingLagMillis) {
    /** Key that holds it. */
    static String key(String world) {
        return "pipeline:heartbeat:" + world;
    }

    static Optional<Heartbeat> read(String json) {
        try {
            JsonNode node = Json.mapper().readTree(json);
            return Optional.of(new Heartbeat(
                    Math.max(0, node.path("lagMillis").asLong()),
                    Math.max(0, node.path("filingLagMillis").asLong())));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
