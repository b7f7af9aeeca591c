package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static io.watchfloor.gateway.Samples.observed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Channels;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.MessageKind;
import io.watchfloor.contract.live.LiveMessage;
import io.watchfloor.gateway.redis.StreamId;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Redis lost what no gateway had read; the pipeline had read it, and files it in the graph. */
class LostStreamIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String FAILED = "watchfloor_picture_reloads_total{outcome=\"failed\"}";

    private static ForkedGraph neo4j;
    private static Graph graph;
    private static RealRedis redis;
    private static PlayedPipeline pipeline;
    private static RunningGateway gateway;
    private static RunningGateway other;

    @BeforeAll
    static void start() {
        neo4j = ForkedGraph.start();
        graph = SampleDistrict.open(neo4j);
        redis = new RealRedis();
        pipeline = new PlayedPipeline(redis);
        gateway = new RunningGateway(redis, neo4j.settings().uri(), Map.of());
        other = new RunningGateway(redis, neo4j.settings().uri(), Map.of());
        pipeline.awaitReady(gateway);
        pipeline.awaitReady(other);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        other.close();
        graph.close();
        redis.close();
        neo4j.close();
    }

    @Test
    void shouldShowOnceItIsFiledWhatTheNewStreamDoesNotTell() {
        pipeline.open(gateway, "I-CUT", "I-AHEAD");
        pipeline.publish(observed("I-AHEAD", 6));
        double before = Math.max(losses(gateway), losses(other));
        try (LiveClient console = new LiveClient(gateway, "");
                LiveClient elsewhere = new LiveClient(other, "")) {
            elsewhere.await(message -> shows(message, "I-AHEAD", 6));
            redis.flush();
            pipeline.beat(Duration.ofMinutes(5));
            Awaitility.await().atMost(LIMIT).until(() -> losses(gateway) > before && losses(other) > before);
            graph.incidentFiling()
                    .file(List.of(observed("I-CUT", 4), observed("I-AHEAD", 5), observed("I-UNHEARD", 2)), List.of());
            awaitWhileFiled(() -> {
                assertThat(console.messages()).anyMatch(message -> shows(message, "I-CUT", 4));
                assertThat(console.messages()).anyMatch(message -> shows(message, "I-UNHEARD", 2));
                assertThat(elsewhere.messages()).anyMatch(message -> shows(message, "I-CUT", 4));
            });
            assertThat(console.messages()).noneMatch(message -> shows(message, "I-AHEAD", 5));
        }
        assertThat(reportCount(gateway, "I-AHEAD")).isEqualTo(6);
        try (LiveClient late = new LiveClient(gateway, "")) {
            LiveMessage snapshot = late.await(message -> message.kind().equals("snapshot"));
            assertThat(shows(snapshot, "I-CUT", 4)).isTrue();
            assertThat(shows(snapshot, "I-AHEAD", 6)).isTrue();
        }
    }

    /** Written to again before anybody looked where it ends: only that what was read last is not there tells. */
    @Test
    void shouldNoticeACutEndThoughTheStreamHasGrownPastIt() {
        pipeline.open(gateway, "I-TAIL", "I-LAST-READ");
        String stream = Channels.picture(Samples.WORLD);
        String last = redis.lines("XREVRANGE", stream, "+", "-", "COUNT", "1").get(3);
        graph.incidentFiling().file(List.of(observed("I-TAIL", 3)), List.of());
        double before = losses(gateway);

        redis.kill();
        redis.appendToLog("XDEL", stream, last);
        redis.appendToLog(
                "XADD",
                stream,
                (StreamId.parse(last).millis() + 1) + "-0",
                Channels.KIND_FIELD,
                MessageKind.OBSERVED_INCIDENT.wireName(),
                Channels.MESSAGE_FIELD,
                MessageCodec.encode(observed("I-GROWN", 1)));
        redis.start();

        awaitWhileFiled(() -> assertThat(reportCount(gateway, "I-TAIL")).isEqualTo(3));
        assertThat(losses(gateway)).isGreaterThan(before);
        assertThat(reportCount(gateway, "I-GROWN")).isEqualTo(1);
    }

    @Test
    void shouldAskTheGraphUntilItAnswers() {
        pipeline.open(gateway, "I-DARK");
        graph.incidentFiling().file(List.of(observed("I-DARK", 2)), List.of());
        double failedBefore = figure(gateway, FAILED);
        neo4j.kill();
        redis.flush();
        awaitWhileFiled(() -> assertThat(figure(gateway, FAILED)).isGreaterThan(failedBefore));
        assertThat(reportCount(gateway, "I-DARK")).isEqualTo(1);
        neo4j.restart();
        awaitWhileFiled(() -> assertThat(reportCount(gateway, "I-DARK")).isEqualTo(2));
    }

    /** The pipeline says all the time that it has filed everything. */
    private static void awaitWhileFiled(ThrowingRunnable assertion) {
        Awaitility.await().atMost(LIMIT).untilAsserted(() -> {
            pipeline.beat(Duration.ZERO);
            assertion.run();
        });
    }

    private static boolean shows(LiveMessage message, String incidentId, int reports) {
        return message.incidents() != null
                && message.incidents().stream()
                        .anyMatch(incident -> incident.id().equals(incidentId) && incident.reportCount() == reports);
    }

    private static int reportCount(RunningGateway asked, String incidentId) {
        for (JsonNode incident : json(asked.get("/api/v1/incidents?limit=100")).get("incidents")) {
            if (incident.get("id").asText().equals(incidentId)) {
                return incident.get("reportCount").asInt();
            }
        }
        return 0;
    }

    private static double losses(RunningGateway asked) {
        return figure(asked, "watchfloor_picture_losses_total ");
    }

    private static double figure(RunningGateway asked, String name) {
        return asked.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(0);
    }
}
