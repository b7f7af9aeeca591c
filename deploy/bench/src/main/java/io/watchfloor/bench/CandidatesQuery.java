package io.watchfloor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.ReportKind;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long {@code GET /incidents/{id}/candidates} takes over HTTP, one question at a time, all incident types. */
final class CandidatesQuery {
    private static final int WARM_UP = 400;
    private static final int MEASURED = 2_000;
    private static final Duration INCIDENTS_WITHIN = Duration.ofSeconds(30);

    private final Gateway gateway;
    private final SplittableRandom random = new SplittableRandom(17);

    CandidatesQuery(Gateway gateway) {
        this.gateway = gateway;
    }

    void measure(PrintStream out) throws IOException, InterruptedException {
        int people = gateway.get("/api/v1/people").get("people").size();
        List<String> incidents = openIncidents();
        ask(incidents, WARM_UP, new Histogram(3));
        Histogram micros = new Histogram(3);
        int withCandidates = ask(incidents, MEASURED, micros);
        Histogram floor = new Histogram(3);
        readPlainly(floor);
        out.printf(
                "| baseline: one incident of the list over HTTP | p50 %.1f ms, p99 %.1f ms | |%n",
                floor.getValueAtPercentile(50) / 1e3, floor.getValueAtPercentile(99) / 1e3);
        out.printf(
                "| candidates with reasons, %,d people | p50 %.1f ms, p99 %.1f ms |"
                        + " %.1f times the baseline's p50, %,d questions, %,d with a candidate |%n",
                people,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                (double) micros.getValueAtPercentile(50) / floor.getValueAtPercentile(50),
                MEASURED,
                withCandidates);
    }

    /** What an answer from memory costs when nothing has to be searched. */
    private void readPlainly(Histogram micros) throws IOException {
        for (int i = 0; i < MEASURED; i++) {
            long started = System.nanoTime();
            gateway.get("/api/v1/incidents?state=open&limit=1");
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - started));
        }
    }

    private int ask(List<String> incidents, int questions, Histogram micros) throws IOException {
        int withCandidates = 0;
        for (int i = 0; i < questions; i++) {
            String incident = incidents.get(random.nextInt(incidents.size()));
            long started = System.nanoTime();
            JsonNode answer = gateway.get("/api/v1/incidents/" + incident + "/candidates?limit=8");
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - started));
            withCandidates += answer.get("candidates").isEmpty() ? 0 : 1;
        }
        return withCandidates;
    }

    /** Opens four incidents of every type at places of the district, and waits until they are in the picture. */
    private List<String> openIncidents() throws IOException, InterruptedException {
        JsonNode places = gateway.get("/api/v1/district").get("places");
        StringBuilder body = new StringBuilder();
        int expected = 0;
        for (IncidentType type : IncidentTypes.listAll()) {
            for (int i = 0; i < 4; i++) {
                JsonNode place = places.get(random.nextInt(places.size()));
                body.append(report(type, place, expected++)).append('\n');
            }
        }
        gateway.post(body.toString()).join();
        long until = System.nanoTime() + INCIDENTS_WITHIN.toNanos();
        List<String> ids = listOpen();
        while (ids.size() < expected / 2 && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(200);
            ids = listOpen();
        }
        return ids;
    }

    private String report(IncidentType type, JsonNode place, int number) {
        return Json.mapper()
                .valueToTree(Map.of(
                        "source",
                        "bench-candidates",
                        "sourceId",
                        "" + number,
                        "kind",
                        ReportKind.CALL,
                        "type",
                        type.code(),
                        "text",
                        "演练 " + type.zh(),
                        "occurredAt",
                        Instant.now(),
                        "lat",
                        place.get("lat").asDouble(),
                        "lon",
                        place.get("lon").asDouble()))
                .toString();
    }

    private List<String> listOpen() throws IOException {
        List<String> ids = new ArrayList<>();
        gateway.get("/api/v1/incidents?state=open&limit=500")
                .get("incidents")
                .forEach(incident -> ids.add(incident.get("id").asText()));
        return ids;
    }
}
