package io.watchfloor.graph.plan;

import io.watchfloor.graph.district.District;
import io.watchfloor.graph.road.LocalPlane;
import io.watchfloor.graph.road.RoadTimes;
import java.util.Arrays;
import java.util.List;

/**
 * Spreads counts over the cells around by a Gaussian kernel. Its width follows from how far apart things happened and how
 * many there were, by Scott's rule (Multivariate Density Estimation, 1992).
 */
final class CellKernel {
    private static final double LEAST_WIDTH_METERS = 300;

    /** Farther than so many widths nothing is given. */
    private static final double WIDTHS_LOOKED_AT = 3.5;

    private final double[] east;
    private final double[] north;
    private final double widthMeters;

    private CellKernel(double[] east, double[] north, double[] counts) {
        this.east = east;
        this.north = north;
        this.widthMeters = widthMeters(counts);
    }

    /** As wide as is right for these counts, by cell; one at least is positive. */
    static CellKernel of(List<District.Cell> cells, double[] counts) {
        List<RoadTimes.Point> middles = cells.stream().map(CellTimes::middle).toList();
        LocalPlane plane =
                LocalPlane.around(middles.get(0).lat(), middles.get(0).lon());
        return new CellKernel(
                middles.stream().mapToDouble(middle -> plane.east(middle.lon())).toArray(),
                middles.stream()
                        .mapToDouble(middle -> plane.north(middle.lat()))
                        .toArray(),
                counts);
    }

    /** How all of the counts are shared among the cells: what one gives away stays within the district. */
    double[] shares(double[] counts) {
        double[] shares = new double[counts.length];
        double[] weights = new double[counts.length];
        double total = Arrays.stream(counts).sum();
        for (int from = 0; from < counts.length; from++) {
            if (counts[from] > 0) {
                double given = counts[from] / (weigh(from, weights) * total);
                for (int to = 0; to < shares.length; to++) {
                    shares[to] += given * weights[to];
                }
            }
        }
        return shares;
    }

    private double weigh(int from, double[] weights) {
        double sum = 0;
        for (int to = 0; to < weights.length; to++) {
            double eastward = (east[to] - east[from]) / widthMeters;
            double northward = (north[to] - north[from]) / widthMeters;
            double square = eastward * eastward + northward * northward;
            weights[to] = square > WIDTHS_LOOKED_AT * WIDTHS_LOOKED_AT ? 0 : Math.exp(-square / 2);
            sum += weights[to];
        }
        return sum;
    }

    private double widthMeters(double[] counts) {
        double spread = Math.sqrt((variance(east, counts) + variance(north, counts)) / 2);
        double count = Arrays.stream(counts).sum();
        return Math.max(LEAST_WIDTH_METERS, spread * Math.pow(count, -1 / 6.0));
    }

    private static double variance(double[] at, double[] counts) {
        double count = 0;
        double sum = 0;
        double squares = 0;
        for (int cell = 0; cell < at.length; cell++) {
            count += counts[cell];
            sum += counts[cell] * at[cell];
            squares += counts[cell] * at[cell] * at[cell];
        }
        return Math.max(0, squares / count - sum / count * (sum / count));
    }
}
