package io.watchfloor.pipeline.warn.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceOddsTest {
    private final DeviceOdds odds = new DeviceOdds();

    @Test
    void shouldSayNothingBeforeAnySignalCouldCome() {
        assertThat(odds.of(List.of(5.0), 10, 30)).isEqualTo(1);
    }

    @Test
    void shouldTakeSilenceForASignOfNothingAndSignalsForOneOfSomething() {
        assertThat(odds.of(List.of(), 30, 30)).isBetween(0.3, 0.31);
        assertThat(odds.of(List.of(20.0), 30, 30)).isGreaterThan(1);
        assertThat(odds.of(List.of(20.0, 25.0), 30, 30)).isGreaterThan(odds.of(List.of(20.0), 30, 30));
    }

    @Test
    void shouldBeOneOnAverageWhenNothingComes() {
        double usual = 17 * Incidents.FALSE_SIGNALS;
        double chance = Math.exp(-usual);
        double mean = 0;
        List<Double> signals = new ArrayList<>();
        for (int count = 0; count < 12; count++) {
            mean += chance * odds.of(signals, 30, 30);
            signals.add(20.0);
            chance *= usual / (count + 1);
        }
        assertThat(mean).isCloseTo(1, within(1e-3));
    }
}
