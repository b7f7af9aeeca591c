package io.watchfloor.text.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionTest {
    private final Confusion confusion = new Confusion(List.of("a", "b", "c"));

    @Test
    void shouldGiveTheTextbookMeasures() {
        add(0, 0, 6);
        add(0, 1, 2);
        add(1, 1, 3);
        add(1, 0, 1);

        assertThat(confusion.accuracy()).isCloseTo(9 / 12.0, within(1e-9));
        assertThat(confusion.precision(0)).isCloseTo(6 / 7.0, within(1e-9));
        assertThat(confusion.recall(0)).isCloseTo(6 / 8.0, within(1e-9));
        assertThat(confusion.f1(1)).isCloseTo(6 / 9.0, within(1e-9));
    }

    @Test
    void shouldLeaveLabelsThatDoNotOccurOutOfTheMean() {
        add(0, 0, 1);
        add(1, 1, 1);

        assertThat(confusion.macroF1()).isCloseTo(1, within(1e-9));
    }

    @Test
    void shouldBeZeroWhenNothingWasAnswered() {
        assertThat(confusion.accuracy()).isZero();
        assertThat(confusion.macroF1()).isZero();
    }

    private void add(int truth, int answer, int times) {
        for (int i = 0; i < times; i++) {
            confusion.add(truth, answer);
        }
    }
}
