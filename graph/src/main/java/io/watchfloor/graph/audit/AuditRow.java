package io.watchfloor.graph.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.Sha256;
import io.watchfloor.graph.connection.GraphTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;

/**
 * One row of the audit log. Its hash covers everything in it and the hash of the row before, so that a row that is
 * changed, removed or put in between is found.
 *
 * @param sequence 1 for the first row of a world, then without a gap
 * @param refusal why it was not decided; null when it was
 * @param about what else it is about: another incident, an alert, a correction; null when nothing
 * @param happenedAt when it was done, where it was told later; null when it was told at once
 */
public record AuditRow(
        String world,
        long sequence,
        Instant at,
        String actor,
        String action,
        String refusal,
        String incidentId,
        String assignmentId,
        String personId,
        String note,
        String about,
        Instant happenedAt,
        String previousHash) {

    /** What the first row of a world follows. */
    static final String NO_HASH = "";

    /**
     * SHA-256 over a JSON array of all fields, in hexadecimal: as JSON no two different rows read the same. A row that
     * was told at once and is about nothing else has two fields less, one about something else has one less: as rows
     * had before there were such fields.
     */
    String hash() {
        List<Object> fields = new ArrayList<>(Arrays.asList(
                world,
                sequence,
                at.toString(),
                actor,
                action,
                refusal,
                incidentId,
                assignmentId,
                personId,
                note,
                previousHash));
        if (about != null || happenedAt != null) {
            fields.add(about);
        }
        if (happenedAt != null) {
            fields.add(happenedAt.toString());
        }
        try {
            return Sha256.hex(Json.mapper().writeValueAsString(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings can be written", e);
        }
    }

    Map<String, Object> toProperties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("world", world);
        properties.put("sequence", sequence);
        properties.put("at", GraphTime.toGraph(at));
        properties.put("actor", actor);
        properties.put("action", action);
        properties.put("refusal", refusal);
        properties.put("incidentId", incidentId);
        properties.put("assignmentId", assignmentId);
        properties.put("personId", personId);
        properties.put("note", note);
        properties.put("about", about);
        properties.put("happenedAt", GraphTime.toGraph(happenedAt));
        properties.put("previousHash", previousHash);
        properties.put("hash", hash());
        return properties;
    }

    public static AuditRow from(Value node) {
        return new AuditRow(
                node.get("world").asString(),
                node.get("sequence").asLong(),
                GraphTime.fromGraph(node.get("at")),
                node.get("actor").asString(null),
                node.get("action").asString(null),
                node.get("refusal").asString(null),
                node.get("incidentId").asString(null),
                node.get("assignmentId").asString(null),
                node.get("personId").asString(null),
                node.get("note").asString(null),
                node.get("about").asString(null),
                GraphTime.fromGraph(node.get("happenedAt")),
                node.get("previousHash").asString(null));
    }
}
