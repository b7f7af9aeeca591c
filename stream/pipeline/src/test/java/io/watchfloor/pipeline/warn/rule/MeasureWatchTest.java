package io.watchfloor.pipeline.warn.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeasureWatchTest {
    private static final int PER_DAY = 288;

    private final MeasureWatch watch = new MeasureWatch(MeasureWatch.THRESHOLD);

    @Test
    void shouldSeldomSpeakOnADailyRhythm() {
        assertThat(detections(PER_DAY * 14, -1, 0)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void shouldDetectALevelThatWasNeverSeen() {
        int at = PER_DAY * 10 + 50;

        assertThat(detections(PER_DAY * 12, at, 60)).first().satisfies(first -> assertThat(first)
                .isBetween(at, at + 12));
    }

    @Test
    void shouldNotDetectTheSameAgainAtOnce() {
        List<Integer> found = detections(PER_DAY * 12, PER_DAY * 10, 60);

        for (int i = 1; i < found.size(); i++) {
            assertThat(found.get(i) - found.get(i - 1)).isGreaterThanOrEqualTo(MeasureWatch.REFRACTORY);
        }
    }

    /** A noisy sine a day long, raised from a value on; what is found in the first five days is not told. */
    private List<Integer> detections(int values, int raisedFrom, double by) {
        Random random = new Random(3);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < values; i++) {
            double value = 50 + 20 * StrictMath.sin(2 * Math.PI * i / PER_DAY) + random.nextGaussian();
            double score = watch.score(i * 300L, raisedFrom >= 0 && i >= raisedFrom ? value + by : value);
            if (watch.isDetection(score) && i > 5 * PER_DAY) {
                found.add(i);
            }
        }
        return found;
    }
}
