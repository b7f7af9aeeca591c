package io.watchfloor.graph.plan;

import io.watchfloor.graph.District;
import io.watchfloor.graph.RoadTimes;
import io.watchfloor.graph.RoadTimes.Point;
import java.util.List;

/** Travel times between the middles of all cells. */
final class CellTimes {
    /** What is as good as never. */
    static final int NEVER_SECONDS = 3_600;

    /** Within a cell one drives about this long. */
    private static final int WITHIN_SECONDS = 45;

    private static final int MILLIS_PER_SECOND = 1_000;

    private final List<String> ids;
    private final List<Point> middles;
    private final int[][] secondsTo;

    CellTimes(District district) {
        ids = district.cells().stream().map(District.Cell::id).toList();
        middles = district.cells().stream().map(CellTimes::middle).toList();
        RoadTimes roads = new RoadTimes(district);
        secondsTo = new int[middles.size()][];
        for (int to = 0; to < secondsTo.length; to++) {
            secondsTo[to] = roads.millisTo(middles.get(to), middles);
            for (int from = 0; from < secondsTo.length; from++) {
                secondsTo[to][from] =
                        from == to ? WITHIN_SECONDS : Math.min(NEVER_SECONDS, secondsTo[to][from] / MILLIS_PER_SECOND);
            }
        }
    }

    int cells() {
        return middles.size();
    }

    /** The number of a cell; -1 when there is no such cell. */
    int numberOf(String cellId) {
        return ids.indexOf(cellId);
    }

    int seconds(int from, int to) {
        return secondsTo[to][from];
    }

    Point middle(int cell) {
        return middles.get(cell);
    }

    /** The cell whose middle is nearest. */
    int nearest(double lat, double lon) {
        double shrink = Math.cos(Math.toRadians(lat));
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int cell = 0; cell < middles.size(); cell++) {
            double east = (middles.get(cell).lon() - lon) * shrink;
            double north = middles.get(cell).lat() - lat;
            double squared = east * east + north * north;
            if (squared < least) {
                least = squared;
                best = cell;
            }
        }
        return best;
    }

    private static Point middle(District.Cell cell) {
        double lat = cell.ring().stream()
                .mapToDouble(corner -> corner.get(0))
                .average()
                .orElse(0);
        double lon = cell.ring().stream()
                .mapToDouble(corner -> corner.get(1))
                .average()
                .orElse(0);
        return new Point(lat, lon);
    }
}
