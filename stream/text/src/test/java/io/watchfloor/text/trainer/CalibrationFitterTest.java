package io.watchfloor.text.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watchfloor.text.model.Calibration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationFitterTest {
    private static final int TEXTS = 20_000;

    @Test
    void shouldFindTheSlopeAndOffsetThatMadeTheAnswers() {
        Random random = new Random(5);
        float[] scores = new float[TEXTS];
        int[] answers = new int[TEXTS];
        for (int i = 0; i < TEXTS; i++) {
            scores[i] = (float) random.nextGaussian();
            answers[i] = random.nextDouble() < new Calibration(2.5f, 0.7f).probability(scores[i]) ? 1 : 0;
        }

        Calibration fitted = CalibrationFitter.platt(scores, answers);

        assertThat(fitted.slope()).isCloseTo(2.5f, within(0.15f));
        assertThat(fitted.offset()).isCloseTo(0.7f, within(0.1f));
    }

    @Test
    void shouldFindTheTemperatureOfSeveralLabels() {
        Random random = new Random(6);
        float[][] scores = new float[TEXTS][3];
        int[] answers = new int[TEXTS];
        float[] truth = new float[3];
        for (int i = 0; i < TEXTS; i++) {
            for (int label = 0; label < 3; label++) {
                scores[i][label] = (float) random.nextGaussian();
            }
            new Calibration(1.8f, 0).probabilities(scores[i], 0, truth);
            double draw = random.nextDouble();
            answers[i] = draw < truth[0] ? 0 : draw < truth[0] + truth[1] ? 1 : 2;
        }

        assertThat(CalibrationFitter.temperature(scores, answers).slope()).isCloseTo(1.8f, within(0.1f));
    }
}
