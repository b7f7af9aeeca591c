package io.watchfloor.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.testbed.ApiClient;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who was sent where and when, by person.
 *
 * @param byPerson of each person what binds or bound them
 */
public record Dispatches(Map<String, List<Stay>> byPerson) {
    /** From when to when somebody was bound; {@code until} is null while they are. */
    public record Stay(String assignment, Instant from, Instant until) {}

    /** As the gateway's picture has them. */
    public static Dispatches read(ApiClient api) throws IOException, InterruptedException {
        Map<String, List<Stay>> byPerson = new HashMap<>();
        for (JsonNode assignment : api.get("/assignments").get("assignments")) {
            byPerson.computeIfAbsent(assignment.get("personId").asText(), person -> new ArrayList<>())
                    .add(new Stay(
                            assignment.get("id").asText(),
                            Instant.parse(assignment.get("offeredAt").asText()),
                            assignment.hasNonNull("endedAt")
                                    ? Instant.parse(assignment.get("endedAt").asText())
                                    : null));
        }
        return new Dispatches(byPerson);
    }

    /** People who were bound by two at the same time. */
    public List<String> sentTwice() {
        return byPerson.entrySet().stream()
                .filter(each -> overlaps(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean overlaps(List<Stay> stays) {
        List<Stay> inOrder = new ArrayList<>(stays);
        inOrder.sort(Comparator.comparing(Stay::from));
        for (int i = 1; i < inOrder.size(); i++) {
            Instant until = inOrder.get(i - 1).until();
            if (until == null || until.isAfter(inOrder.get(i).from())) {
                return true;
            }
        }
        return false;
    }
}
