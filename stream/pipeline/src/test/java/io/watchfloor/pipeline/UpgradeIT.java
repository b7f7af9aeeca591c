package io.watchfloor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Channels;
import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.Report;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.pipeline.duty.DutyPipeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/**
 * This version goes on from what a named older one left: savepoints of its jobs and the streams beside them, written by
 * {@link KeepStateMain} of that version.
 */
class UpgradeIT {
    private static final Path KEPT = Path.of("src/test/resources/state-of-db4b8e5");
    private static final List<String> JOBS = List.of(PicturePipeline.NAME, FilingPipeline.NAME, DutyPipeline.NAME);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long STOP_SECONDS = 6;
    private static final String INTAKE = Channels.intake("live", 0);
    private static final String PICTURE = Channels.picture("live");
    private static final String FILED = Channels.filed("live");

    @TempDir
    Path checkpoints;

    private RedisProcess redis;
    private Ledger ledger;
    private KeptStreams kept;

    @BeforeEach
    void putBackWhatTheOldVersionLeft() throws IOException {
        try (Graph schema = Graph.open(ForkedGraph.shared().settings())) {
            schema.migrate();
        }
        ForkedGraph.shared().wipe();
        redis = RedisProcess.start();
        ledger = new Ledger(redis);
        kept = KeptStreams.read(KEPT.resolve("streams.ndjson.gz"));
        try (RedisClient client = redis.address().open()) {
            for (String stream : List.of(INTAKE, PICTURE, FILED)) {
                KeptStreams.putBack(client, kept.of(stream, true));
            }
            KeptStreams.putBack(client, kept.of(INTAKE, false));
        }
        for (String job : JOBS) {
            copy(KEPT.resolve(job), checkpoints.resolve(job).resolve("run-000001/job/chk-1"));
        }
    }

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    void shouldGoOnFromTheStateOfTheOldVersion() throws Exception {
        Map<String, Set<String>> before = owners(kept.of(FILED, true));
        Set<String> late = new TreeSet<>();
        kept.of(INTAKE, false).forEach(entry -> late.add(reportIn(entry).id()));
        late.removeAll(before.keySet());
        assertThat(late).hasSizeGreaterThan(40);

        try (PipelineProcess pipeline = PipelineProcess.start(
                redis.address().uri(), ForkedGraph.shared().settings().uri(), checkpoints)) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> ledger.onPicture().keySet().containsAll(late));
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(filedInGraph(incidentsOf(late)))
                    .containsAll(late));
            assertThat(pipeline.stopWithin(STOP_SECONDS)).isTrue();
        }

        Map<String, Set<String>> after = ledger.onPicture();
        late.forEach(report -> assertThat(after.get(report)).hasSize(1));
        assertThat(incidentsOf(late))
                .as("incidents that the old version opened and the new one went on with")
                .containsAnyElementsOf(incidentsOf(before));
        // a second copy of what the old version merged is still known as one
        before.forEach((report, incidents) -> {
            if (after.containsKey(report)) {
                assertThat(after.get(report)).isEqualTo(incidents);
            }
        });
        assertThat(countsTold()).isEqualTo(countsOwned(before, after));
    }

    @Test
    void shouldSayBeforeTheStartThatAllStateHasItsPlace() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        assertThat(StateCheckMain.check(settings(), new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isTrue();

        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .hasSize(JOBS.size())
                .allMatch(line -> line.endsWith("all of them known"));
    }

    @Test
    void shouldSayBeforeTheStartWhoseStateWouldBeLost() throws Exception {
        // the filing job's state where the picture job looks for its own
        CheckpointsOfAnother.swap(checkpoints, PicturePipeline.NAME, FilingPipeline.NAME);
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        assertThat(StateCheckMain.check(settings(), new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isFalse();

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("this version does not know");
    }

    private static final class CheckpointsOfAnother {
        static void swap(Path folder, String one, String other) throws IOException {
            Path aside = folder.resolve("aside");
            Files.move(folder.resolve(one), aside);
            Files.move(folder.resolve(other), folder.resolve(one));
            Files.move(aside, folder.resolve(other));
        }
    }

    private PipelineSettings settings() {
        return PipelineSettings.parse(Map.of("WATCHFLOOR_CHECKPOINT_DIR", checkpoints.toString()));
    }

    private Set<String> incidentsOf(Set<String> reports) {
        Map<String, Set<String>> owners = ledger.onPicture();
        Set<String> incidents = new TreeSet<>();
        reports.forEach(report -> incidents.addAll(owners.getOrDefault(report, Set.of())));
        return incidents;
    }

    private static Set<String> incidentsOf(Map<String, Set<String>> owners) {
        Set<String> incidents = new TreeSet<>();
        owners.values().forEach(incidents::addAll);
        return incidents;
    }

    private static Set<String> filedInGraph(Set<String> incidents) {
        Set<String> reports = new TreeSet<>();
        try (Graph graph = Graph.open(ForkedGraph.shared().settings())) {
            for (String incident : incidents) {
                graph.incidentArchive()
                        .listReports("live", incident, 0, 10_000)
                        .forEach(filed -> reports.add(filed.report().id()));
            }
        }
        return reports;
    }

    /** What the new version last said of each incident that it touched. */
    private Map<String, Integer> countsTold() {
        Map<String, Integer> counts = new TreeMap<>();
        ledger.incidentsOnPicture().forEach((id, incident) -> counts.put(id, incident.reportCount()));
        return counts;
    }

    private Map<String, Integer> countsOwned(Map<String, Set<String>> before, Map<String, Set<String>> after) {
        Map<String, Set<String>> reports = new TreeMap<>();
        for (Map<String, Set<String>> owners : List.of(before, after)) {
            owners.forEach((report, incidents) -> incidents.forEach(incident ->
                    reports.computeIfAbsent(incident, id -> new TreeSet<>()).add(report)));
        }
        Map<String, Integer> counts = new TreeMap<>();
        ledger.incidentsOnPicture()
                .keySet()
                .forEach(id -> counts.put(id, reports.getOrDefault(id, Set.of()).size()));
        return counts;
    }

    private static Map<String, Set<String>> owners(List<KeptStreams.Entry> entries) {
        Map<String, Set<String>> owners = new TreeMap<>();
        for (KeptStreams.Entry entry : entries) {
            if (MessageCodec.decode(entry.fields().get(Channels.MESSAGE_FIELD)) instanceof FiledReport filed) {
                owners.computeIfAbsent(filed.report().id(), id -> new TreeSet<>())
                        .add(filed.incidentId());
            }
        }
        return owners;
    }

    private static Report reportIn(KeptStreams.Entry entry) {
        return (Report) MessageCodec.decode(entry.fields().get(Channels.MESSAGE_FIELD));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
