package io.watchfloor.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Speaks the HTTP interface as anybody outside would. */
public final class ApiClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int PAGE = 1_000;
    private static final int CLIENT_ERROR = 400;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final URI address;
    private final String authorization;

    /** With the key of whoever is at this system's machine. */
    public ApiClient(RunningSystem system) {
        this.address = system.address();
        this.authorization = "Bearer " + system.key();
    }

    /** An answer: status and body, which is null when there is none. */
    public record Answer(int status, JsonNode body) {}

    /** GET below {@code /api/v1}; fails unless it is answered well. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        Answer answer = send(request(path).GET());
        if (answer.status() >= CLIENT_ERROR) {
            throw new IOException("GET " + path + " was answered " + answer);
        }
        return answer.body();
    }

    /** GET of one JSON object a line below {@code /api/v1}. */
    public List<JsonNode> getLines(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request(path).GET().build(), BodyHandlers.ofString());
        if (response.statusCode() >= CLIENT_ERROR) {
            throw new IOException("GET " + path + " was answered " + response.statusCode() + " " + response.body());
        }
        List<JsonNode> lines = new ArrayList<>();
        for (String line : response.body().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    /** POST of a JSON body below {@code /api/v1}. */
    public Answer post(String path, String officer, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-Watchfloor-Actor", URLEncoder.encode(officer, StandardCharsets.UTF_8))
                .POST(BodyPublishers.ofString(json)));
    }

    /** POST of reports, one JSON object a line. */
    public Answer postReports(List<String> lines) throws IOException, InterruptedException {
        return send(request("/reports")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(String.join("\n", lines) + "\n")));
    }

    /** All incidents, however many pages they are. */
    public List<JsonNode> listIncidents() throws IOException, InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        String before = "";
        while (true) {
            JsonNode page = get("/incidents?state=all&limit=" + PAGE + before).get("incidents");
            page.forEach(all::add);
            if (page.size() < PAGE) {
                return all;
            }
            before = "&before=" + page.get(page.size() - 1).get("id").asText();
        }
    }

    /** Ids of all reports filed under an incident. */
    public List<String> listReportIds(String incidentId) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        while (true) {
            JsonNode page = get("/incidents/" + incidentId + "/reports?skip=" + ids.size() + "&limit=" + PAGE)
                    .get("reports");
            page.forEach(filed -> ids.add(filed.get("report").get("id").asText()));
            if (page.size() < PAGE) {
                return ids;
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve("/api/v1" + path))
                .header("Authorization", authorization)
                .timeout(TIMEOUT);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        String body = response.body();
        return new Answer(response.statusCode(), body.isBlank() ? null : JSON.readTree(body));
    }
}
