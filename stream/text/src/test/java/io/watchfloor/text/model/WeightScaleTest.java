package io.watchfloor.text.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WeightScaleTest {
    private static final double ROUNDING = 1e-6;

    @Test
    void shouldStayWithinItsErrorBound() {
        Random random = new Random(7);
        double largest = 2.5;
        for (int i = 0; i < 100_000; i++) {
            double weight = largest * Math.pow(random.nextDouble(), 4) * (random.nextBoolean() ? 1 : -1);
            double decoded = WeightScale.unit(WeightScale.encode(weight, largest)) * largest;

            assertThat(Math.abs(decoded - weight))
                    .isLessThanOrEqualTo(WeightScale.errorBound(weight, largest) + ROUNDING);
        }
    }

    @Test
    void shouldKeepTheEndsExactly() {
        assertThat(WeightScale.unit(WeightScale.encode(3, 3))).isEqualTo(1);
        assertThat(WeightScale.unit(WeightScale.encode(-3, 3))).isEqualTo(-1);
        assertThat(WeightScale.unit(WeightScale.encode(0, 3))).isZero();
        assertThat(WeightScale.encode(0, 0)).isZero();
    }
}
