package io.watchfloor.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchfloor.acceptance.system.ApiClient;
import io.watchfloor.acceptance.system.RunningSystem;
import io.watchfloor.acceptance.system.Scene;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Invariant L: whatever is killed, every acknowledged report is in exactly one incident on the final picture; in the
 * graph, on the gateway's picture, and on a console that watched all the time.
 */
class KillIT {
    private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(90);
    private static final Duration SETTLE_LIMIT = Duration.ofMinutes(10);
    private static final Duration UNDER_LOAD = Duration.ofSeconds(8);
    private static final int LOADED_SPOTS = 40;

    private RunningSystem system;
    private ApiClient api;
    private WatchingConsole console;

    @BeforeEach
    void start() throws IOException {
        system = RunningSystem.start("kill", "--feed", "none");
        api = new ApiClient(system);
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (console != null) {
            console.close();
        }
        if (system != null) {
            system.stop();
        }
    }

    @Test
    void shouldLoseNothingAndDoubleNothingWhenPartsAreKilledUnderLoad() throws Exception {
        system.explain(() -> {
            console = WatchingConsole.open(system);
            ReportLoad load = ReportLoad.start(api, Scene.listSpots(api).subList(0, LOADED_SPOTS));
            for (String part : List.of("pipeline", "redis", "gateway", "graph")) {
                killUnderLoad(part, load);
            }
            load.finish();
            Set<String> acknowledged = load.acknowledged();
            settle(acknowledged);
            System.out.printf(
                    "%d reports acknowledged, %d batches sent again, %d drops of the watching console%n",
                    acknowledged.size(), load.countRetries(), console.countDrops());
            return null;
        });
    }

    private void killUnderLoad(String part, ReportLoad load) {
        int before = load.countAcknowledged();
        await("load before " + part + " is killed")
                .pollDelay(UNDER_LOAD)
                .atMost(RECOVERY_LIMIT)
                .until(() -> load.countAcknowledged() > before);
        long killedNanos = System.nanoTime();
        system.kill(part);
        Duration acknowledging = untilAcknowledged(load, killedNanos);
        Duration showing = untilShown(load.countAcknowledged(), killedNanos);
        System.out.printf(
                "killed %s: intake acknowledges again after %d ms, the picture has caught up after %d ms%n",
                part, acknowledging.toMillis(), showing.toMillis());
    }

    private static Duration untilAcknowledged(ReportLoad load, long sinceNanos) {
        int before = load.countAcknowledged();
        await("an acknowledgement").atMost(RECOVERY_LIMIT).until(() -> load.countAcknowledged() > before);
        return Duration.ofNanos(System.nanoTime() - sinceNanos);
    }

    private Duration untilShown(int count, long sinceNanos) {
        await("the picture has caught up")
                .atMost(RECOVERY_LIMIT)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> FinalPicture.countReports(api) >= count);
        return Duration.ofNanos(System.nanoTime() - sinceNanos);
    }

    /** Filing goes on after the picture has caught up; how long depends on the machine. */
    private void settle(Set<String> acknowledged) {
        await("everything is filed")
                .atMost(SETTLE_LIMIT)
                .pollInterval(Duration.ofSeconds(5))
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() -> {
                    FinalPicture picture = FinalPicture.read(api);
                    assertNone("doubled", picture.doubled());
                    assertNone("missing", picture.missing(acknowledged));
                    assertNone("unknown", picture.unknown(acknowledged));
                    assertThat(picture.countsInPicture()).isEqualTo(picture.countsInGraph());
                    assertThat(console.counts()).isEqualTo(picture.countsInPicture());
                });
    }

    private static void assertNone(String what, List<String> reports) {
        assertThat(reports.size())
                .as(
                        "reports %s, for example %s",
                        what, reports.stream().limit(5).toList())
                .isZero();
    }
}
