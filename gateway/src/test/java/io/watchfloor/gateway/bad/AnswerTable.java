package io.watchfloor.gateway.bad;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was tried and how it was answered, as a table for people. */
final class AnswerTable {
    private static final int LONGEST = 60;

    /** What belongs to the list as well and is tried where it needs more than a gateway. */
    private static final String ELSEWHERE = """

            Tried elsewhere:

            | kind | what | where |
            |---|---|---|
            | report | signature wrong, stale, replayed | `AccessIT`, ASVS 4.1.5 |
            | report | poison on the stream, past the gateway | fault 18 |
            | report | out of order, an event told twice | the pipeline's `PipelineIT` |
            | request | key of a request used for something else | `AskedOnceIT` |
            | request | somebody else's id, another area's | `AccessIT`, ASVS 8.2.1 and 8.2.2 |
            | request | a path written otherwise | `AccessIT`, ASVS 8.3.1 |
            | request | too many a second | `SecurityIT`, ASVS 2.4.1 |
            | request | who sends on while being refused | `RefusedMidwayIT` |
            | socket | ticket used twice, or expired | `AccessIT`, ASVS 4.4.4 |
            | socket | who never reads | `LiveIT` and fault 14 |
            | setting | Redis that throws away, or keeps no log | `RedisSetupIT` |
            | setting | bad certificate, mistyped key | `SettingsTest` |
            | setting | port taken, folder that cannot be written | `RefusalIT` of the launcher |
            """;

    private final Map<String, String> answers = new TreeMap<>();

    void add(String kind, String what, HttpResponse<String> answer) {
        addText(kind, what, answer.statusCode() + codeOf(answer.body()));
    }

    /** As it came over the wire; empty when the connection was closed without a word. */
    void addRaw(String kind, String what, String answer) {
        String status = answer.startsWith("HTTP/1.") ? answer.substring(9, 12) : "connection closed";
        int body = answer.indexOf("\r\n\r\n");
        addText(kind, what, status + (body < 0 ? "" : codeOf(answer.substring(body))));
    }

    synchronized void addText(String kind, String what, String answer) {
        String shown = what.length() > LONGEST ? what.substring(0, LONGEST) + "…" : what;
        answers.put(kind + " | " + shown.replace("|", "/"), answer);
    }

    private static String codeOf(String body) {
        try {
            JsonNode problem = Json.mapper().readTree(body);
            String type = problem == null ? "" : problem.path("type").asText();
            JsonNode reason = problem == null ? null : problem.at("/errors/0/reason");
            String code = type.substring(type.lastIndexOf(':') + 1).replaceAll(".*/", "");
            return (code.isEmpty() ? "" : " " + code)
                    + (reason == null || reason.isMissingNode() ? "" : ", " + reason.asText());
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    synchronized void write(Path file) throws IOException {
        String rows = answers.entrySet().stream()
                .map(answer -> "| " + answer.getKey() + " | " + answer.getValue() + " |")
                .collect(Collectors.joining("\n"));
        Files.writeString(
                file,
                answers.size() + " tried.\n\n| kind | tried | answered |\n|---|---|---|\n" + rows + "\n" + ELSEWHERE);
    }
}
