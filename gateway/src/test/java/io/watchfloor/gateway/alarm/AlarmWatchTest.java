package io.watchfloor.gateway.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.live.Health;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AlarmWatchTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final AlarmWatch watch = new AlarmWatch(clock, new GatewayMetrics());

    @Test
    void shouldSaySinceWhenItHolds() {
        look(0, 7_000);
        look(1, 8_000);

        assertThat(watch.alarms()).containsExactly(new Health.Alarm("silent", "pipeline", 8, NOON.toEpochMilli()));
    }

    @Test
    void shouldSayWhenItHappenedLast() {
        jump(0, 3_600_000);
        jump(60, 0);
        assertThat(watch.alarms()).containsExactly(new Health.Alarm("clock", "gateway", 3_600, NOON.toEpochMilli()));

        jump(120, 3_600_000);
        assertThat(watch.alarms())
                .containsExactly(new Health.Alarm(
                        "clock", "gateway", 3_600, NOON.plusSeconds(120).toEpochMilli()));
    }

    private void look(int second, long silentMillis) {
        look(second, silentMillis, 0);
    }

    private void jump(int second, long jumpMillis) {
        look(second, 0, jumpMillis);
    }

    private void look(int second, long silentMillis, long jumpMillis) {
        now.set(NOON.plusSeconds(second));
        watch.look(new Figures(
                List.of(),
                null,
                Map.of("pipeline", silentMillis),
                0,
                false,
                false,
                Map.of(),
                Map.of(),
                Map.of(),
                jumpMillis,
                0));
    }
}
