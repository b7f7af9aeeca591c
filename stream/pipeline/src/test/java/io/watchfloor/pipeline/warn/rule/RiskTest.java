package io.watchfloor.pipeline.warn.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskTest {
    private static final double TOLERANCE = 1e-12;

    /** One tree: at most three decades of tail adds nothing, more adds two; on a base of minus one. */
    private final Risk risk = new Risk(
            new int[] {0, 1},
            new int[] {-1, 0, -1, -1},
            new double[] {-1, 3, 0, 2},
            new int[] {-1, 2, -1, -1},
            new int[] {-1, 3, -1, -1},
            0.7);

    @Test
    void shouldAddUpWhatTheTreesSayOnTheLogisticScale() {
        assertThat(risk.probability(tail(3))).isCloseTo(1 / (1 + Math.exp(1)), within());
        assertThat(risk.probability(tail(3.1))).isCloseTo(1 / (1 + Math.exp(-1)), within());
    }

    @Test
    void shouldReadWhatItWrote() {
        Risk again = Risk.of(risk.table().lines().toList());

        assertThat(again.table()).isEqualTo(risk.table());
        assertThat(again.blue()).isEqualTo(0.7);
        assertThat(again.probability(tail(9))).isEqualTo(risk.probability(tail(9)));
    }

    @Test
    void shouldRefuseATableThatAsksAboutWhatNobodyMeasures() {
        List<String> lines = risk.table().replace("tail", "moon").lines().toList();

        assertThatThrownBy(() -> Risk.of(lines)).hasMessageContaining("moon");
    }

    @Test
    void shouldShipAFitThatThinksMoreOfAGraverRise() {
        assertThat(Risk.SHIPPED.probability(rise(9, 2.5))).isGreaterThan(0.7);
        assertThat(Risk.SHIPPED.probability(rise(1.5, 0.5))).isLessThan(0.3);
        assertThat(Risk.SHIPPED.blue()).isBetween(0.3, 0.95);
    }

    @Test
    void shouldShipAFitThatThinksLessOfARiseThatSensorsSayNothingOf() {
        List<Double> silent = rise(9, 2.5);
        silent.set(Risk.SIGNS.indexOf("usualDevices"), Math.log(0.1 + 0.9));

        assertThat(Risk.SHIPPED.probability(silent)).isLessThan(Risk.SHIPPED.probability(rise(9, 2.5)));
    }

    /**
     * In a cell that has half a report a day and no sensors: so unlikely, and so many more than usual on a logarithmic
     * scale.
     */
    private static List<Double> rise(double decades, double ratio) {
        List<Double> signs = tail(decades);
        for (String name : Risk.SIGNS) {
            if (name.startsWith("ratio") || name.startsWith("count")) {
                signs.set(Risk.SIGNS.indexOf(name), ratio);
            }
        }
        signs.set(Risk.SIGNS.indexOf("negativeShare"), 0.75);
        signs.set(Risk.SIGNS.indexOf("heat"), 0.5);
        signs.set(Risk.SIGNS.indexOf("age"), 0.3);
        signs.set(Risk.SIGNS.indexOf("spread"), 1.0);
        signs.set(Risk.SIGNS.indexOf("surge"), 1.0);
        signs.set(Risk.SIGNS.indexOf("usualDevices"), Math.log(0.1));
        return signs;
    }

    private static List<Double> tail(double decades) {
        List<Double> signs = new ArrayList<>(Collections.nCopies(Risk.SIGNS.size(), 0.0));
        signs.set(0, decades);
        return signs;
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(TOLERANCE);
    }
}
