package io.watchfloor.pipeline.duty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seconds from any point in time. */
class FreshnessTest {
    private static final long T0 = 1_700_000_000_000L;
    private Freshness freshness;

    @BeforeEach
    void start() {
        freshness = new Freshness();
    }

    @Test
    void shouldHoldNothingUpWhileAllIsWell() {
        freshness.onRead(T0, T0 + 5);

        assertThat(freshness.mustHold(T0 + 10_000, T0 + 10_020)).isFalse();
    }

    @Test
    void shouldBeBehindWhileABacklogGetsYoungerAndNoLonger() {
        for (int second = 0; second < 20; second++) {
            freshness.onRead(T0 - 1_000_000 + second * 50_000L, T0 + second * 1_000L);
            assertThat(freshness.isBehind(T0 + second * 1_000L)).isTrue();
        }
        freshness.onRead(T0 + 19_900, T0 + 20_000);

        assertThat(freshness.isBehind(T0 + 20_000)).isFalse();
    }

    @Test
    void shouldNotBeBehindOnceTheStreamIsQuiet() {
        freshness.onRead(T0 - 1_000_000, T0);

        assertThat(freshness.isBehind(T0 + 1_999)).isTrue();
        assertThat(freshness.isBehind(T0 + 2_000)).isFalse();
    }

    @Test
    void shouldNotBeBehindForLongWhenALagStays() {
        for (int second = 0; second <= 10; second++) {
            freshness.onRead(T0 - 60_000 + second * 1_000L, T0 + second * 1_000L);
        }

        assertThat(freshness.isBehind(T0 + 10_000)).isFalse();
    }

    @Test
    void shouldHoldLateTimersForTwoSecondsAndThenNotAgainForAWhile() {
        assertThat(freshness.mustHold(T0, T0 + 5_000)).isTrue();
        assertThat(freshness.mustHold(T0 + 6_000, T0 + 6_000)).isTrue();
        assertThat(freshness.mustHold(T0 + 7_000, T0 + 7_000)).isFalse();
        assertThat(freshness.mustHold(T0 + 8_000, T0 + 20_000))
                .as("slow, not stopped")
                .isFalse();
        assertThat(freshness.mustHold(T0 + 8_000, T0 + 40_000)).isTrue();
    }
}
