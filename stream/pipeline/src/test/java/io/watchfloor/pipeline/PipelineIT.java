package io.watchfloor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchfloor.contract.Channels;
import io.watchfloor.contract.Report;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphSettings;
import io.watchfloor.pipeline.io.FilingAccess;
import io.watchfloor.pipeline.place.PlaceAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.XAddParams;

/** Both jobs in this process, on a real Redis and a real Neo4j. */
class PipelineIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static RedisProcess redis;
    private static ForkedGraph graph;

    @TempDir
    Path checkpoints;

    @BeforeAll
    static void startServers() throws Exception {
        redis = RedisProcess.start();
        graph = ForkedGraph.shared();
        graph.wipe();
        try (Graph schema = Graph.open(graph.settings())) {
            schema.migrate();
        }
    }

    @AfterAll
    static void stopServers() {
        redis.close();
    }

    @Test
    void shouldPutEachAcknowledgedReportIntoExactlyOneIncidentWhateverRestarts() throws Exception {
        Ledger ledger = new Ledger(redis);
        List<Report> reports = Ledger.randomReports("e2e-", 3_000, 42);

        try (Pipeline pipeline = start()) {
            ledger.acknowledge(reports.subList(0, 1_000), 200);
            poison();
            ledger.awaitAllOnPicture();
            assertHeartbeat();

            redis.kill();
            redis.startAgain();
            ledger.acknowledge(reports.subList(1_000, 2_000), 200);
            ledger.awaitAllOnPicture();
            awaitTrimmed();
            assertThat(pipeline.onEnd()).isNotDone();
        }
        try (Pipeline resumed = start()) {
            ledger.acknowledge(reports.subList(2_000, 3_000), 200);
            ledger.awaitAllOnPicture();
            ledger.assertPictureIsExact();
            ledger.awaitGraphLikePicture(graph.settings());
            assertThat(resumed.onEnd()).isNotDone();
        }
        try (RedisClient client = redis.address().open()) {
            assertThat(client.xlen(Channels.DEAD_LETTER)).isEqualTo(1);
        }
    }

    private Pipeline start() throws Exception {
        GraphSettings to = graph.settings();
        PipelineSettings settings = PipelineSettings.parse(Map.of(
                "WATCHFLOOR_REDIS_URL",
                redis.address().uri().toString(),
                "WATCHFLOOR_CHECKPOINT_DIR",
                checkpoints.toString(),
                "WATCHFLOOR_CHECKPOINT_INTERVAL",
                "PT0.5S",
                "WATCHFLOOR_PARALLELISM",
                "2"));
        return Pipeline.start(
                settings,
                FilingAccess.graph(to.uri(), to.user(), to.password(), to.connectTimeout()),
                PlaceAccess.graph(to.uri(), to.user(), to.password(), to.connectTimeout()));
    }

    private static void poison() {
        try (RedisClient client = redis.address().open()) {
            client.xadd(Channels.intake("live", 0), XAddParams.xAddParams(), Map.of("k", "report", "m", "{"));
        }
    }

    private static void assertHeartbeat() {
        try (RedisClient client = redis.address().open()) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(client.hgetAll(HeartbeatReporter.keyOf("live")))
                    .containsKeys("at", "lagMillis", "filingLagMillis")
                    .containsEntry("lagMillis", "0"));
            assertThat(client.pttl(HeartbeatReporter.keyOf("live"))).isBetween(1L, 10_000L);
        }
    }

    private static void awaitTrimmed() {
        try (RedisClient client = redis.address().open()) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                for (int partition = 0; partition < Ledger.PARTITIONS; partition++) {
                    assertThat(client.xlen(Channels.intake("live", partition))).isLessThanOrEqualTo(1);
                }
            });
        }
    }
}
