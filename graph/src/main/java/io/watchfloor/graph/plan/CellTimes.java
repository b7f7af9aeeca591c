package io.watchfloor.graph.plan;

import io.watchfloor.graph.district.District;
import io.watchfloor.graph.road.RoadTimes;
import io.watchfloor.graph.road.RoadTimes.Point;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Travel times between all cells: from the crossing nearest to the middle of one, where somebody waits on the road and not in a
 * backyard, to the middle of the other.
 */
final class CellTimes {
    /** What is as good as never. */
    static final int NEVER_SECONDS = 3_600;

    /** Within a cell one drives about this long. */
    private static final int WITHIN_SECONDS = 45;

    private static final int MILLIS_PER_SECOND = 1_000;

    private final List<String> ids;
    private final List<Point> middles;
    private final List<Point> posts;
    private final int[][] secondsTo;
    private final int[][] nearestFirst;

    CellTimes(District district) {
        ids = district.cells().stream().map(District.Cell::id).toList();
        middles = district.cells().stream().map(CellTimes::middle).toList();
        posts = posts(district, middles);
        RoadTimes roads = new RoadTimes(district);
        secondsTo = new int[middles.size()][];
        nearestFirst = new int[middles.size()][];
        for (int to = 0; to < secondsTo.length; to++) {
            secondsTo[to] = roads.millisTo(middles.get(to), posts);
            for (int from = 0; from < secondsTo.length; from++) {
                secondsTo[to][from] =
                        from == to ? WITHIN_SECONDS : Math.min(NEVER_SECONDS, secondsTo[to][from] / MILLIS_PER_SECOND);
            }
            nearestFirst[to] = nearestFirst(secondsTo[to]);
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

    /** All cells, in the order in which one is soonest in this one from there. */
    int[] nearestFirst(int to) {
        return nearestFirst[to];
    }

    private static int[] nearestFirst(int[] seconds) {
        return IntStream.range(0, seconds.length)
                .mapToLong(cell -> ((long) seconds[cell] << Integer.SIZE) | cell)
                .sorted()
                .mapToInt(entry -> (int) entry)
                .toArray();
    }

    /** Where one waits in a cell. */
    Point post(int cell) {
        return posts.get(cell);
    }

    private static List<Point> posts(District district, List<Point> middles) {
        Set<String> crossings = new HashSet<>();
        district.roads().forEach(road -> {
            crossings.add(road.fromPlaceId());
            crossings.add(road.toPlaceId());
        });
        List<Point> onRoads = district.places().stream()
                .filter(place -> crossings.contains(place.id()))
                .map(place -> new Point(place.lat(), place.lon()))
                .toList();
        return middles.stream()
                .map(middle -> onRoads.stream()
                        .min(Comparator.comparingDouble(point -> squared(middle, point)))
                        .orElse(middle))
                .toList();
    }

    /** In degrees of latitude, squared. */
    private static double squared(Point from, Point to) {
        double east = (to.lon() - from.lon()) * Math.cos(Math.toRadians(from.lat()));
        double north = to.lat() - from.lat();
        return east * east + north * north;
    }

    /** The cell whose middle is nearest. */
    int nearest(double lat, double lon) {
        Point point = new Point(lat, lon);
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int cell = 0; cell < middles.size(); cell++) {
            double squared = squared(point, middles.get(cell));
            if (squared < least) {
                least = squared;
                best = cell;
            }
        }
        return best;
    }

    static Point middle(District.Cell cell) {
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
