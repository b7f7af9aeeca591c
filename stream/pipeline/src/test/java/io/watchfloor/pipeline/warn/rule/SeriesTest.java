package io.watchfloor.pipeline.warn.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watchfloor.pipeline.warn.rule.Series.Measure;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private static final long FIRST_BIN = 2_945_904;

    @Test
    void shouldKeepItsSumsTrueWhateverComes() {
        Series series = new Series(FIRST_BIN);
        Random random = new Random(7);
        long bin = FIRST_BIN;
        for (int i = 0; i < 2_000; i++) {
            bin += random.nextInt(10) == 0 ? random.nextInt(40) : 0;
            series.add(report(i), bin, bin * Series.BIN_MILLIS);
            long hour = series.learnedHour();
            if (bin / Series.BINS_PER_HOUR - hour > 20) {
                series.learn(hour, 0.5, 0.9);
            }
            long asked = bin + random.nextInt(3);
            assertThat(series.countOfDay(asked))
                    .isEqualTo(series.sum(Measure.COUNT, asked - Series.DAY_BINS + 1, asked));
            double open = series.sum(Measure.WEIGHT, series.learnedHour() * Series.BINS_PER_HOUR, Long.MAX_VALUE);
            assertThat(series.all()).isCloseTo(series.learned(Measure.WEIGHT) + open, within(1e-9));
        }
    }

    @Test
    void shouldTellHowLongAgoReportsCame() {
        Series series = new Series(FIRST_BIN);
        series.add(report(1), FIRST_BIN, 0);
        series.add(report(2), FIRST_BIN + 6, 0);
        series.add(report(3), FIRST_BIN + 6, 0);

        assertThat(series.addAges(Series.DAY_BINS, FIRST_BIN + 7, new double[2]))
                .containsExactly(3, 9);
        assertThat(series.addAges(3, FIRST_BIN + 7, new double[2])).containsExactly(2, 2);
    }

    private static Sighting report(int number) {
        return new Sighting("R-" + number, "noise", 1, 0, null, null, -0.4, 0.2, false, "");
    }
}
