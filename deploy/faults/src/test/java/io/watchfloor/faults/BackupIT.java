package io.watchfloor.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.testbed.ApiClient;
import io.watchfloor.testbed.Home;
import io.watchfloor.testbed.RunningSystem;
import io.watchfloor.testbed.Scene;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A backup that is restored after everything was lost shows the same picture, and what was decided. */
class BackupIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int REPORTS = 30;
    private static final String TILES = "https://tiles.example";

    @Test
    void shouldShowTheSamePictureAfterABackupWasRestored() throws Exception {
        Path archive = RunningSystem.freshFolder("backup").resolveSibling("backup-" + System.nanoTime() + ".tar.gz");

        Path data = Files.createDirectories(RunningSystem.freshFolder("original"));
        Files.writeString(data.resolve("settings"), "WATCHFLOOR_TILE_URL=" + TILES + "/{z}/{x}/{y}.png\n");
        RunningSystem first = RunningSystem.startOn(data, "--feed", "none");
        Map<String, String> before = new TreeMap<>();
        try {
            ApiClient api = new ApiClient(first);
            fill(api);
            before.putAll(pictureOf(api));
            assertThat(run("backup", data.toString(), archive.toString())).isEqualTo(2);
        } finally {
            first.stop();
        }
        assertThat(run("backup", data.toString(), archive.toString())).isZero();
        assertThat(run("restore", archive.toString(), data.toString())).isEqualTo(2);
        // lost: what is restored must stand on nothing but the backup
        Files.move(data, data.resolveSibling(data.getFileName() + "-lost"));
        assertThat(run("restore", archive.toString(), data + "-other")).isEqualTo(2);
        assertThat(run("restore", archive.toString(), data.toString())).isZero();

        RunningSystem second = RunningSystem.startOn(data, "--feed", "none");
        try {
            ApiClient api = new ApiClient(second);
            await("the same picture")
                    .atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .untilAsserted(() -> assertThat(pictureOf(api)).isEqualTo(before));
            assertThat(placesOfTiles(second))
                    .as("the settings too: the page may load tiles from where they say")
                    .contains(TILES);
        } finally {
            second.stop();
        }
    }

    private static void fill(ApiClient api) throws Exception {
        List<Scene.Spot> spots = Scene.listSpots(api);
        List<String> lines = IntStream.range(0, REPORTS)
                .mapToObj(i -> Scene.report(Scene.newSourceId(), "noise", spots.get(i % 10), "夜间施工噪声"))
                .toList();
        assertThat(api.postReports(lines).status()).isEqualTo(202);
        await("all reports are filed")
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> filed(api) >= REPORTS);
        String incident = api.listIncidents().get(0).get("id").asText();
        assertThat(api.post("/incidents/" + incident + "/acknowledge", "张敏", "{}")
                        .status())
                .isLessThan(300);
        await("the picture knows of the decision").atMost(PATIENCE).until(() -> pictureOf(api)
                .containsValue("张敏"));
    }

    private static long filed(ApiClient api) throws IOException, InterruptedException {
        long reports = 0;
        for (JsonNode incident : api.listIncidents()) {
            reports += api.listReportIds(incident.get("id").asText()).size();
        }
        return reports;
    }

    /** Of each incident how many reports it has and under which, and who acknowledged it. */
    private static Map<String, String> pictureOf(ApiClient api) throws IOException, InterruptedException {
        Map<String, String> picture = new TreeMap<>();
        for (JsonNode incident : api.get("/picture").get("incidents")) {
            String id = incident.get("id").asText();
            picture.put(id + " by", incident.path("acknowledgedBy").asText(""));
            picture.put(
                    id,
                    incident.get("type").asText() + " "
                            + incident.get("reportCount").asInt() + " "
                            + incident.get("lat") + " " + incident.get("lon"));
        }
        return picture;
    }

    private static String placesOfTiles(RunningSystem system) throws IOException, InterruptedException {
        HttpRequest page = HttpRequest.newBuilder(system.address()).build();
        return HttpClient.newHttpClient()
                .send(page, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("");
    }

    private static int run(String script, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(
                List.of(Home.folder().resolve("deploy").resolve(script).toString()));
        words.addAll(List.of(arguments));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        System.out.print(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        return process.waitFor();
    }
}
