package io.watchfloor.gateway.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Json;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What the pipeline says of itself every second; the key expires, so that a pipeline that is gone is silent.
 *
 * @param at when it was said, as the pipeline wrote it; another each time
 * @param lagMillis age of the oldest report it has not put into the picture yet
 * @param filingLagMillis age of the oldest thing it has not filed in the graph yet; -1 while nothing files
 * @param merged reports put into the picture in all; -1 when it does not say
 * @param gaps times its readers found entries gone before they were read, since they started
 * @param resets times its readers found a stream begun anew, since they started
 * @param checkpointAgeMillis age of the oldest of its jobs' newest checkpoints; -1 when it does not say
 * @param checkpointLimitMillis how old that may be
 */
public record Heartbeat(
        String at,
        long lagMillis,
        long filingLagMillis,
        long merged,
        long gaps,
        long resets,
        long checkpointAgeMillis,
        long checkpointLimitMillis) {
    /** Key that holds it. */
    static String key(String world) {
        return "pipeline:heartbeat:" + world;
    }

    /** Everything that was told before this time of the pipeline's clock has been filed; empty while it does not say. */
    public Optional<Instant> filedUpTo() {
        return filingLagMillis < 0 ? Optional.empty() : saidAt().map(said -> said.minusMillis(filingLagMillis));
    }

    /** Times its readers found that something was lost before they had read it, since they started. */
    public long losses() {
        return gaps + resets;
    }

    /** When it was said, by the pipeline's clock; empty when it is no time. */
    public Optional<Instant> saidAt() {
        try {
            return Optional.of(Instant.parse(at));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<Heartbeat> read(String json) {
        try {
            JsonNode node = Json.mapper().readTree(json);
            return Optional.of(new Heartbeat(
                    node.path("at").asText(""),
                    Math.max(0, node.path("lagMillis").asLong()),
                    Math.max(-1, node.path("filingLagMillis").asLong(-1)),
                    node.path("merged").asLong(-1),
                    node.path("gaps").asLong(),
                    node.path("resets").asLong(),
                    node.path("checkpointAgeMillis").asLong(-1),
                    node.path("checkpointLimitMillis").asLong(Long.MAX_VALUE)));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
