package io.watchfloor.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GatewayMetricsTest {
    private final GatewayMetrics metrics = new GatewayMetrics();

    @Test
    void shouldTellHowFullEachQueueIsNow() {
        AtomicInteger waiting = new AtomicInteger();
        metrics.queue("graph", waiting::get, 250);
        metrics.queue("audit", () -> 30, 30);

        waiting.set(200);

        assertThat(metrics.queuePercents()).isEqualTo(Map.of("graph", 80, "audit", 100));
        assertThat(metrics.scrape()).contains("watchfloor_queue_depth{queue=\"graph\"} 200.0");
    }

    @Test
    void shouldShowWhatNeverHappenedAsNothingSoThatTheFirstTimeIsARise() {
        assertThat(metrics.scrape())
                .contains(
                        "watchfloor_reports_fed_again_total 0.0",
                        "watchfloor_dead_letters_lost_total 0.0",
                        "watchfloor_dead_letters_given_up_total 0.0",
                        "watchfloor_audit_rows_lost_total 0.0");
    }
}
