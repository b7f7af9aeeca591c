package io.watchfloor.launcher.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.launcher.supervise.RestartPolicy.Death;
import io.watchfloor.launcher.supervise.RestartPolicy.GiveUp;
import io.watchfloor.launcher.supervise.RestartPolicy.Refused;
import io.watchfloor.launcher.supervise.RestartPolicy.StartAgain;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestartPolicyTest {
    private static final int KILLED = 137;
    private static final Duration SHORT = Duration.ofSeconds(3);

    private final RestartPolicy policy = RestartPolicy.DEFAULT;

    @ParameterizedTest
    @CsvSource({"0, 500", "1, 1000", "2, 2000", "3, 4000", "4, 8000", "5, 15000", "6, 15000", "1000000, 15000"})
    void shouldWaitTwiceAsLongEachTimeUpToALimit(int deathsBefore, long delayMillis) {
        assertThat(policy.judge(new Death(KILLED, SHORT, true), deathsBefore))
                .isEqualTo(new StartAgain(Duration.ofMillis(delayMillis), deathsBefore + 1));
    }

    @Test
    void shouldForgiveAPartThatRanAWhile() {
        Death death = new Death(KILLED, Duration.ofMinutes(1), true);

        assertThat(policy.judge(death, 7)).isEqualTo(new StartAgain(Duration.ofMillis(500), 1));
    }

    @Test
    void shouldNotTryAgainWhatRefusesItsSettings() {
        assertThat(policy.judge(new Death(RestartPolicy.REFUSED, SHORT, false), 0))
                .isEqualTo(new Refused());
    }

    @Test
    void shouldTryAgainWhatWorkedOnceWhateverItSays() {
        assertThat(policy.judge(new Death(RestartPolicy.REFUSED, SHORT, true), 0))
                .isInstanceOf(StartAgain.class);
    }

    @Test
    void shouldGiveUpAPartThatNeverGetsReady() {
        Death death = new Death(1, SHORT, false);

        assertThat(policy.judge(death, 3)).isInstanceOf(StartAgain.class);
        assertThat(policy.judge(death, 4)).isEqualTo(new GiveUp(5));
    }
}
