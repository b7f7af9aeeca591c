package io.watchfloor.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestPaceTest {
    private static final int PER_SECOND = 10;

    private long nanos = 77;
    private final RequestPace pace = new RequestPace(PER_SECOND, () -> nanos);

    @Test
    void shouldTakeFiveSecondsWorthAtOnceAndThenOneEveryTenthOfASecond() {
        for (int i = 0; i < PER_SECOND * RequestPace.BURST_SECONDS; i++) {
            assertThat(pace.take("a")).isZero();
        }

        assertThat(pace.take("a")).isBetween(Duration.ofMillis(99), Duration.ofMillis(101));
        nanos += Duration.ofMillis(101).toNanos();
        assertThat(pace.take("a")).isZero();
        assertThat(pace.take("a")).isPositive();
    }

    @Test
    void shouldLetAnybodyElseGoOn() {
        while (pace.take("a").isZero()) {
            assertThat(pace.take("b " + nanos++)).isZero();
        }

        assertThat(pace.take("b")).isZero();
    }

    @Test
    void shouldGiveAFullAllowanceAgainAfterARest() {
        int most = PER_SECOND * RequestPace.BURST_SECONDS;
        while (pace.take("a").isZero()) {
            nanos++;
        }
        nanos += Duration.ofHours(3).toNanos();

        int taken = 0;
        while (pace.take("a").isZero()) {
            taken++;
        }
        assertThat(taken).isEqualTo(most);
    }

    @Test
    void shouldLetThoseShareOneAllowanceWhoComeWhenThereIsNoRoom() {
        for (int i = 0; i < RequestPace.MOST_CALLERS; i++) {
            pace.take("caller " + i);
        }
        int taken = 0;
        while (pace.take("late " + taken).isZero()) {
            taken++;
        }

        assertThat(taken).isEqualTo(PER_SECOND * RequestPace.BURST_SECONDS);
        assertThat(pace.take("caller 7")).isZero();
    }
}
