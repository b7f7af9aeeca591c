package io.watchfloor.text.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.TypeGuess;
import io.watchfloor.contract.Understanding;
import io.watchfloor.contract.Wish;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    private final Reliability reliability = new Reliability("made up");

    @Test
    void shouldHaveNoErrorWhenItIsAsSureAsItIsOftenRight() {
        answer(0.75, 75, 25);
        answer(0.25, 10, 30);

        assertThat(reliability.calibrationError()).isCloseTo(0, within(1e-9));
        assertThat(reliability.correction().slope()).isCloseTo(1, within(0.05f));
        assertThat(reliability.correction().offset()).isCloseTo(0, within(0.05f));
    }

    @Test
    void shouldTellByHowMuchItIsTooSure() {
        answer(0.95, 75, 25);

        assertThat(reliability.calibrationError()).isCloseTo(0.2, within(1e-9));
        assertThat(reliability.table()).contains("| made up | 100 | 0.95 | 0.75 |");
    }

    @Test
    void shouldCountWhatItThoughtOfSecond() {
        reliability.add(read("fire", 0.6, List.of(new TypeGuess("noise", 0.3))), "noise");
        reliability.add(read("fire", 0.6, List.of(new TypeGuess("noise", 0.3))), "fire");
        reliability.add(read("fire", 0.6, List.of(new TypeGuess("noise", 0.3))), "theft");
        reliability.add(read("other", 0, List.of()), "other");

        assertThat(reliability.topTwo()).isEqualTo(0.75);
    }

    @Test
    void shouldKeepApartWhatHasNoConfidence() {
        reliability.add(read("other", 0, List.of()), "other");
        answer(0.9, 9, 1);

        assertThat(reliability.calibrationError()).isCloseTo(0, within(1e-9));
        assertThat(reliability.table()).contains("| made up | 1 | 0.00 | 1.00 |");
    }

    private void answer(double confidence, int right, int wrong) {
        for (int i = 0; i < right + wrong; i++) {
            reliability.add(read("fire", confidence, List.of()), i < right ? "fire" : "noise");
        }
    }

    private static Understanding read(String type, double confidence, List<TypeGuess> others) {
        return new Understanding("en", type, confidence, Grade.IV, Mood.NEUTRAL, Wish.NONE, List.of(), null, others);
    }
}
