package io.watchfloor.pipeline.warn.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * What was counted of a topic in a set of cells, and what is usual there.
 *
 * @param cellIds empty for the whole area
 * @param series of each cell; null where nothing was ever counted
 * @param levels of each cell
 */
record Spot(List<String> cellIds, List<Series> series, List<Baseline.Level> levels) {
    double sum(int measure, long fromBin, long toBin) {
        double sum = 0;
        for (Series one : series) {
            sum += one == null ? 0 : one.sum(measure, fromBin, toBin);
        }
        return sum;
    }

    /** Sums over windows that end with the bin, of so many bins each, shortest first. */
    double[] sums(int measure, int[] windows, long headBin) {
        double[] sums = new double[windows.length];
        for (Series one : series) {
            if (one != null) {
                one.addSums(measure, windows, headBin, sums);
            }
        }
        return sums;
    }

    /** Sums over steps of so many bins each, the one that ends with the bin first. */
    double[] steps(int measure, int bins, int steps, long headBin) {
        double[] sums = new double[steps];
        for (Series one : series) {
            if (one != null) {
                one.addSteps(measure, bins, headBin, sums);
            }
        }
        return sums;
    }

    /** How long ago the reports of the last so many bins came on average, in bins; 0 when there are none. */
    double meanAge(int bins, long headBin) {
        double[] countAndAges = new double[2];
        for (Series one : series) {
            if (one != null) {
                one.addAges(bins, headBin, countAndAges);
            }
        }
        return countAndAges[0] == 0 ? 0 : countAndAges[1] / countAndAges[0];
    }

    double perHour() {
        double sum = 0;
        for (Baseline.Level level : levels) {
            sum += level.perHour();
        }
        return sum;
    }

    double devicesPerHour() {
        double sum = 0;
        for (Baseline.Level level : levels) {
            sum += level.devicesPerHour();
        }
        return sum;
    }

    /** Squared doubt about the levels, per squared hour. */
    double doubt() {
        double sum = 0;
        for (Baseline.Level level : levels) {
            sum += level.perHour() * level.perHour() / level.shape();
        }
        return sum;
    }

    double countPerWeight() {
        return levels.get(0).countPerWeight();
    }

    Spot with(Spot other) {
        return new Spot(both(cellIds, other.cellIds), both(series, other.series), both(levels, other.levels));
    }

    private static <T> List<T> both(List<T> a, List<T> b) {
        List<T> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }
}
