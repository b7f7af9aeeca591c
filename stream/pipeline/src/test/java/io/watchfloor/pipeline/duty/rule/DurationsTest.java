package io.watchfloor.pipeline.duty.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DurationsTest {
    @Test
    void shouldKnowQuantilesToWithinOnePerCent() {
        Random random = new Random(7);
        long[] millis = random.doubles(5_000)
                .mapToLong(u -> (long) (1_000 * Math.exp(u * 12)))
                .toArray();
        Durations all = Durations.none();
        for (long value : millis) {
            all = all.plus(value, true, 1);
        }
        Arrays.sort(millis);

        assertThat(all.quantileSeconds(0.5)).isCloseTo(millis[2_499] / 1_000.0, withinPercentage(1.01));
        assertThat(all.quantileSeconds(0.9)).isCloseTo(millis[4_499] / 1_000.0, withinPercentage(1.01));
        assertThat(all.counts().size()).isLessThan(1_000);
    }

    @Test
    void shouldBeTheSameMergedOrCountedInOne() {
        Durations left = Durations.none().plus(1_000, true, 1).plus(20_000, false, 1);
        Durations right = Durations.none().plus(20_000, true, 1);

        assertThat(left.plus(right))
                .isEqualTo(Durations.none()
                        .plus(20_000, false, 1)
                        .plus(20_000, true, 1)
                        .plus(1_000, true, 1));
    }

    @Test
    void shouldBeAsBeforeWhenOneIsTakenBack() {
        Durations before = Durations.none().plus(1_000, true, 1);

        assertThat(before.plus(5_000, true, 1).plus(5_000, true, -1)).isEqualTo(before);
        assertThat(Durations.none().quantileSeconds(0.5)).isZero();
    }
}
