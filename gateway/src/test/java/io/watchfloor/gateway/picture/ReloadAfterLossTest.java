package io.watchfloor.gateway.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.watchfloor.gateway.health.Heartbeat;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.redis.StreamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReloadAfterLossTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final StreamId READ = new StreamId(NOON.toEpochMilli(), 3);

    private final GatewayMetrics metrics = new GatewayMetrics();
    private final List<Instant> loads = new ArrayList<>();
    private Future<Void> outcome = Future.succeededFuture();
    private final ReloadAfterLoss reload = new ReloadAfterLoss(
            since -> {
                loads.add(since);
                return outcome;
            },
            metrics);

    @Test
    void shouldLoadNothingWhenNothingWasLost() {
        look(0, 0);
        look(1, 0);
        look(2, 0);
        assertThat(loads).isEmpty();
    }

    @Test
    void shouldLoadOnceAllThatWasToldBeforeTheLossIsFiled() {
        look(0, 0);
        reload.lost(READ);
        look(0, 0);
        look(1, 5_000);
        look(2, 6_000);
        look(3, 7_000);
        look(6, 5_000);
        assertThat(loads).as("the reader has only just passed it on").isEmpty();
        look(7, 900);
        assertThat(loads).containsExactly(Instant.ofEpochMilli(READ.millis()));
        look(8, 0);
        look(9, 0);
        look(10, 0);
        assertThat(loads).hasSize(1);
        assertThat(reloads("whole")).isEqualTo(1);
    }

    @Test
    void shouldLoadWhenThePipelineHasReadWhatTheGatewayHadNot() {
        look(0, 0, 2);
        look(1, 0, 2);
        look(2, 0, 3);
        look(3, 0, 3);
        look(4, 0, 3);
        look(5, 0, 3);
        assertThat(loads).containsExactly(Instant.ofEpochMilli(READ.millis()));
        look(6, 0, 0);
        look(7, 0, 0);
        look(8, 0, 0);
        look(9, 0, 0);
        assertThat(loads).as("it has only been started again").hasSize(1);
    }

    @Test
    void shouldNotTakeAJobThatDoesNotRunForOneThatIsDone() {
        reload.lost(READ);
        for (int second = 1; second < ReloadAfterLoss.LOOKS_BEFORE_ANYWAY; second++) {
            look(second, -1);
        }
        assertThat(loads).isEmpty();
    }

    @Test
    void shouldLoadWhatThereIsAfterAMinuteAndTheRestWhenItIsFiled() {
        reload.lost(READ);
        for (int second = 1; second <= ReloadAfterLoss.LOOKS_BEFORE_ANYWAY + 20; second++) {
            reload.look(Optional.empty(), READ);
        }
        assertThat(loads).hasSize(1);
        assertThat(reloads("early")).isEqualTo(1);
        look(90, 0);
        look(91, 0);
        look(92, 0);
        look(93, 0);
        assertThat(loads).hasSize(2);
        assertThat(reloads("whole")).isEqualTo(1);
    }

    @Test
    void shouldAskAgainWithGrowingPausesUntilTheGraphAnswers() {
        outcome = Future.failedFuture("the graph is down");
        reload.lost(READ);
        List<Integer> tried = new ArrayList<>();
        for (int second = 1; second <= 140; second++) {
            int before = loads.size();
            look(second, 0);
            if (loads.size() > before) {
                tried.add(second);
            }
        }
        assertThat(tried).containsExactly(3, 5, 9, 17, 33, 63, 93, 123);
        assertThat(reloads("failed")).isEqualTo(tried.size());

        outcome = Future.succeededFuture();
        for (int second = 141; second <= 170; second++) {
            look(second, 0);
        }
        assertThat(reloads("whole")).isEqualTo(1);
        assertThat(loads).hasSize(tried.size() + 1);
    }

    @Test
    void shouldLoadAgainForALossDuringALoad() {
        Promise<Void> underWay = Promise.promise();
        outcome = underWay.future();
        reload.lost(READ);
        look(1, 0);
        look(2, 0);
        look(3, 0);
        assertThat(loads).hasSize(1);

        reload.lost(new StreamId(NOON.plusSeconds(4).toEpochMilli(), 0));
        underWay.complete();
        outcome = Future.succeededFuture();
        look(4, 0);
        look(5, 0);
        assertThat(loads).hasSize(1);
        look(6, 0);
        assertThat(loads)
                .as("as far back as the first loss asks for")
                .hasSize(2)
                .containsOnly(NOON);
        look(7, 0);
        look(8, 0);
        look(9, 0);
        assertThat(loads).hasSize(2);
    }

    private void look(int second, long filingLagMillis) {
        look(second, filingLagMillis, 0);
    }

    private void look(int second, long filingLagMillis, long resets) {
        Heartbeat beat = new Heartbeat(
                NOON.plusSeconds(second).toString(), 0, filingLagMillis, 100, 0, resets, 1_000, Long.MAX_VALUE);
        reload.look(Optional.of(beat), READ);
    }

    private double reloads(String outcomeName) {
        return metrics.registry()
                .get("watchfloor.picture.reloads")
                .tag("outcome", outcomeName)
                .counter()
                .count();
    }
}
