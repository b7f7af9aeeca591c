package io.watchfloor.pipeline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MergeGridTest {
    private static final double REACH_METERS = 150;

    @Test
    void shouldFindEveryIncidentWithinReachAnywhereOnEarth() {
        Random random = new Random(1);
        int within = 0;
        for (int i = 0; i < 200_000; i++) {
            double lat = random.nextDouble() * 179.9 - 89.95;
            double lon = random.nextDouble() * 360 - 180;
            double otherLat = lat + random.nextGaussian() * REACH_METERS / 111_195;
            double otherLon = lon
                    + random.nextGaussian() * REACH_METERS / 111_195 / Math.max(0.001, Math.cos(Math.toRadians(lat)));
            if (Math.abs(otherLat) <= 90
                    && Math.abs(otherLon - lon) < 0.2
                    && Distance.meters(lat, lon, otherLat, otherLon) <= REACH_METERS) {
                within++;
                assertThat(MergeGrid.around(REACH_METERS, lat, lon)).contains(MergeGrid.bucketOf(otherLat, otherLon));
            }
        }
        assertThat(within).isGreaterThan(50_000);
    }

    @Test
    void shouldTouchNineBucketsAtMostWhereMostPeopleLive() {
        Random random = new Random(2);
        for (int i = 0; i < 10_000; i++) {
            double lat = random.nextDouble() * 110 - 55;
            assertThat(MergeGrid.around(REACH_METERS, lat, random.nextDouble() * 360 - 180))
                    .hasSizeLessThanOrEqualTo(9);
        }
    }

    @Test
    void shouldNotMixWhatIsLookedUpInDifferentWays() {
        assertThat(List.of(
                        MergeGrid.bucketOf(31.2, 121.4),
                        MergeGrid.address("x"),
                        MergeGrid.place("x"),
                        MergeGrid.words(0, 7),
                        MergeGrid.words(1, 7)))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldMeasureTheGreatCircle() {
        assertThat(Distance.meters(31.2304, 121.4737, 39.9042, 116.4074)).isBetween(1_066_000.0, 1_069_000.0);
        assertThat(Distance.meters(10, 20, 10, 20)).isZero();
    }
}
