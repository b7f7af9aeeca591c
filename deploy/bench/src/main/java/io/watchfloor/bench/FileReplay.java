package io.watchfloor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Replays a file as fast as the system takes it and then counts: every row must be a report in exactly one incident, or
 * refused with a reason.
 */
final class FileReplay {
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(10);
    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(20);
    private static final int PAGE = 500;

    private final Gateway gateway;
    private final String source;

    FileReplay(Gateway gateway, String source) {
        this.gateway = gateway;
        this.source = source;
    }

    void measure(PrintStream out, Path file) throws IOException, InterruptedException {
        long started = System.nanoTime();
        Counts fed = awaitSettled();
        double seconds = (System.nanoTime() - started) / 1e9 - SETTLED_AFTER.toSeconds();
        Filed filed = countFiled();
        out.printf(
                "| %s | %,d rows: %,d accepted, %,d refused | %,d incidents hold %,d reports, %,d of them twice |"
                        + " %.0f s |%n",
                file.getFileName(),
                fed.accepted + fed.refused,
                fed.accepted,
                fed.refused,
                filed.incidents,
                filed.reports,
                filed.doubled,
                seconds);
    }

    private record Counts(long accepted, long refused) {}

    private record Filed(int incidents, long reports, long doubled) {}

    private Counts awaitSettled() throws IOException, InterruptedException {
        long until = System.nanoTime() + GIVE_UP_AFTER.toNanos();
        Counts last = counts();
        long since = System.nanoTime();
        while (System.nanoTime() < until && System.nanoTime() - since < SETTLED_AFTER.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(500);
            Counts now = counts();
            if (!now.equals(last) || now.accepted == 0 || lagMillis() > 0) {
                last = now;
                since = System.nanoTime();
            }
        }
        return last;
    }

    private Counts counts() throws IOException {
        for (JsonNode feed : gateway.get("/api/v1/picture").path("health").path("feeds")) {
            if (feed.path("source").asText().equals(source)) {
                return new Counts(
                        feed.path("accepted").asLong(), feed.path("refused").asLong());
            }
        }
        return new Counts(0, 0);
    }

    private long lagMillis() throws IOException {
        long lag = 0;
        for (JsonNode part : gateway.get("/api/v1/picture").path("health").path("parts")) {
            lag = Math.max(lag, part.path("lagMillis").asLong());
        }
        return lag;
    }

    private Filed countFiled() throws IOException {
        Set<String> reports = new HashSet<>();
        long total = 0;
        int incidents = 0;
        String before = "";
        JsonNode page = gateway.get("/api/v1/incidents?state=all&limit=" + PAGE);
        while (!page.get("incidents").isEmpty()) {
            for (JsonNode incident : page.get("incidents")) {
                incidents++;
                total += reportsOf(incident.get("id").asText(), reports);
                before = incident.get("id").asText();
            }
            page = gateway.get("/api/v1/incidents?state=all&limit=" + PAGE + "&before="
                    + URLEncoder.encode(before, StandardCharsets.UTF_8));
        }
        return new Filed(incidents, reports.size(), total - reports.size());
    }

    private long reportsOf(String incidentId, Set<String> seen) throws IOException {
        long count = 0;
        JsonNode page;
        do {
            page = gateway.get("/api/v1/incidents/" + incidentId + "/reports?skip=" + count + "&limit=" + PAGE)
                    .get("reports");
            for (JsonNode filed : page) {
                seen.add(filed.get("report").get("id").asText());
                count++;
            }
        } while (page.size() == PAGE);
        return count;
    }
}
