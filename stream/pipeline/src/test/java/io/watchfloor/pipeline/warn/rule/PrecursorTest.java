package io.watchfloor.pipeline.warn.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PrecursorTest {
    /** Three an hour, by window. */
    private static final double[] USUAL = {0.15, 0.3, 0.6, 1.8, 3.6, 7.2};

    private static final double[] GROWING = {2, 4, 7, 14, 18, 22};

    @Test
    void shouldBeAgainstATroubleWhereCountsAreAsUsual() {
        assertThat(Precursor.logOdds(USUAL, USUAL, null, null, 1)).allMatch(odds -> odds < 0);
    }

    @Test
    void shouldBeForOneWhereTheyGrow() {
        assertThat(Precursor.logOdds(GROWING, USUAL, null, null, 1)).allMatch(odds -> odds > 5);
    }

    @Test
    void shouldThinkLessOfClumpedReports() {
        double plain = Precursor.logOdds(GROWING, USUAL, null, null, 1)[1];
        assertThat(Precursor.logOdds(GROWING, USUAL, null, null, 3)[1]).isLessThan(plain);
    }

    @Test
    void shouldThinkMoreOfItWhenTheCellsBesideRiseToo() {
        double[] beside = Arrays.stream(USUAL).map(usual -> 3 * usual).toArray();
        double[] rising = Arrays.stream(beside).map(usual -> usual + 5).toArray();
        double quiet = Precursor.logOdds(GROWING, USUAL, beside, beside, 1)[1];
        assertThat(Precursor.logOdds(GROWING, USUAL, rising, beside, 1)[1]).isGreaterThan(quiet);
    }
}
