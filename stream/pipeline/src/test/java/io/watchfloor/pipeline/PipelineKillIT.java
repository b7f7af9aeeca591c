package io.watchfloor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchfloor.contract.Report;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.pipeline.checkpoint.CheckpointFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline killed in mid-stream, again and again, must lose nothing and count nothing twice. */
class PipelineKillIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long STOP_SECONDS = 6;

    @TempDir
    Path checkpoints;

    private RedisProcess redis;
    private Ledger ledger;

    /** A kill in mid-migration costs a wait for its lock, which is the graph's to test. */
    @BeforeAll
    static void prepareGraph() {
        try (Graph schema = Graph.open(ForkedGraph.shared().settings())) {
            schema.migrate();
        }
    }

    @BeforeEach
    void startServers() throws IOException {
        redis = RedisProcess.start();
        ledger = new Ledger(redis);
        ForkedGraph.shared().wipe();
    }

    @AfterEach
    void stopServers() {
        redis.close();
    }

    @Test
    void shouldFindEachReportInOneIncidentAfterKillsAndATruncatedCheckpoint() throws Exception {
        List<Report> reports = Ledger.randomReports("kill-", 4_000, 7);
        CompletableFuture<Void> feed;

        try (PipelineProcess first = start()) {
            ledger.acknowledge(reports.subList(0, 1_000), 100);
            awaitCheckpointOfBothJobs();
            feed = CompletableFuture.runAsync(() -> ledger.acknowledge(reports.subList(1_000, 4_000), 10));
            await().atMost(PATIENCE).until(() -> ledger.onPicture().size() > 1_300);
            first.kill();
        }
        Path truncated = truncateNewestCheckpoint(PicturePipeline.NAME);
        assertThat(new CheckpointFolder(checkpoints.resolve(PicturePipeline.NAME)).findNewestValid())
                .isPresent()
                .get()
                .isNotEqualTo(truncated);
        try (PipelineProcess second = start()) {
            await().atMost(PATIENCE).until(() -> ledger.onPicture().size() > 2_300);
            second.kill();
        }
        try (PipelineProcess third = start()) {
            feed.get();
            ledger.awaitAllOnPicture();
            ledger.assertPictureIsExact();
            ledger.awaitGraphLikePicture(ForkedGraph.shared().settings());
            assertThat(third.stopWithin(STOP_SECONDS)).isTrue();
        }
    }

    private PipelineProcess start() throws IOException {
        return PipelineProcess.start(
                redis.address().uri(), ForkedGraph.shared().settings().uri(), checkpoints);
    }

    private void awaitCheckpointOfBothJobs() {
        await().atMost(PATIENCE)
                .until(() -> newest(PicturePipeline.NAME).isPresent()
                        && newest(FilingPipeline.NAME).isPresent());
    }

    private Optional<Path> newest(String job) throws IOException {
        return new CheckpointFolder(checkpoints.resolve(job)).findNewestValid();
    }

    private Path truncateNewestCheckpoint(String job) throws IOException {
        Path newest = newest(job).orElseThrow();
        Path metadata = newest.resolve("_metadata");
        try (FileChannel file = FileChannel.open(metadata, StandardOpenOption.WRITE)) {
            file.truncate(Files.size(metadata) / 2);
        }
        return newest;
    }
}
