package io.watchfloor.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FiledCountTest {
    @Test
    void shouldSpareAGraphThatTakesLongAgainAndAgain() {
        assertThat(pause(2_000, 2_500)).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void shouldAskSoonAgainAfterOneSlowAnswerAsOfAGraphThatHasJustStarted() {
        assertThat(pause(0, 2_000)).isEqualTo(Duration.ofSeconds(5));
        assertThat(pause(10, 2_000)).isEqualTo(Duration.ofSeconds(5));
    }

    private static Duration pause(long tookBeforeMillis, long tookMillis) {
        return Duration.ofNanos(FiledCount.pauseNanos(tookBeforeMillis * 1_000_000, tookMillis * 1_000_000));
    }
}
