package io.watchfloor.pipeline.warn.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class NegativeBinomialTest {
    @Test
    void shouldBeGeometricWhenTheShapeIsOne() {
        // mean 2, variance 6: P(X >= y) = (2/3)^y
        assertThat(NegativeBinomial.tail(3, 2, 6)).isCloseTo(8.0 / 27, within(1e-9));
        assertThat(NegativeBinomial.tail(40, 2, 6))
                .isCloseTo(StrictMath.pow(2.0 / 3, 40), Percentage.withPercentage(1e-4));
    }

    @Test
    void shouldComeToPoissonWithoutOverdispersion() {
        // P(X >= 10) of a Poisson of mean 4 is 0.0081322
        assertThat(NegativeBinomial.tail(10, 4, 4)).isCloseTo(0.0081322, within(5e-5));
    }

    @Test
    void shouldNeverLeaveNoughtToOne() {
        assertThat(NegativeBinomial.tail(0, 3, 5)).isEqualTo(1);
        assertThat(NegativeBinomial.tail(1e5, 1e-9, 1e-9)).isBetween(0.0, 1e-200);
        assertThat(NegativeBinomial.tail(0.5, 5_000, 9_000)).isBetween(0.999, 1.0);
    }

    @Test
    void shouldFallAsTheCountRises() {
        double before = 1;
        for (double count = 0.5; count < 200; count += 0.5) {
            double tail = NegativeBinomial.tail(count, 12.5, 80);
            assertThat(tail).isLessThan(before);
            before = tail;
        }
    }

    @Test
    void shouldGiveTheLeastCountExceededSoRarely() {
        double upper = NegativeBinomial.upper(0.01, 4, 9);

        assertThat(NegativeBinomial.tail(upper + 1, 4, 9)).isLessThanOrEqualTo(0.01);
        assertThat(NegativeBinomial.tail(upper, 4, 9)).isGreaterThan(0.01);
        assertThat(NegativeBinomial.upper(0.01, 1e-6, 1e-6)).isZero();
    }
}
