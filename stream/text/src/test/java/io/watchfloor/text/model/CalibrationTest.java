package io.watchfloor.text.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void shouldAddUpToOne() {
        float[] probabilities = new float[3];

        new Calibration(3, 0).probabilities(new float[] {9, 0.5f, -1, 200}, 1, probabilities);

        assertThat((double) probabilities[0] + probabilities[1] + probabilities[2])
                .isCloseTo(1, within(1e-6));
        assertThat(probabilities[2]).isGreaterThan(probabilities[0]).isGreaterThan(probabilities[1]);
    }

    @Test
    void shouldPutOneHalfWhereSlopeAndOffsetCancel() {
        assertThat(new Calibration(2, -1).probability(0.5)).isCloseTo(0.5, within(1e-9));
        assertThat(new Calibration(2, -1).probability(1.5)).isGreaterThan(0.8);
    }
}
