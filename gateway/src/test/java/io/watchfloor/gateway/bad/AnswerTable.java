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
                file, answers.size() + " tried.\n\n| kind | tried | answered |\n|---|---|---|\n" + rows + "\n");
    }
}
