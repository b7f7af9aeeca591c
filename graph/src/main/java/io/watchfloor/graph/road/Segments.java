package io.watchfloor.graph.road;

import io.watchfloor.graph.district.District;
import io.watchfloor.graph.road.RoadTimes.Point;
import java.util.List;
import java.util.Map;

/** The road segments by number: which nodes they join, and which of them a point lies on. */
final class Segments {
    private final List<District.Road> roads;
    private final int[] from;
    private final int[] to;
    private final double[] east;
    private final double[] north;
    private final LocalPlane plane;

    /**
     * Where a point meets a segment.
     *
     * @param share how much of the segment lies before it, 0 to 1
     * @param metersBeside how far the point is from it
     */
    record Foot(int road, double share, double metersBeside, Point at) {}

    /** {@code nodes} are numbers of places, {@code points} where they are. */
    Segments(List<District.Road> roads, Map<String, Integer> nodes, List<Point> points, LocalPlane plane) {
        this.roads = List.copyOf(roads);
        this.plane = plane;
        from = roads.stream().mapToInt(road -> nodes.get(road.fromPlaceId())).toArray();
        to = roads.stream().mapToInt(road -> nodes.get(road.toPlaceId())).toArray();
        east = points.stream().mapToDouble(point -> plane.east(point.lon())).toArray();
        north = points.stream().mapToDouble(point -> plane.north(point.lat())).toArray();
    }

    District.Road road(int road) {
        return roads.get(road);
    }

    int from(int road) {
        return from[road];
    }

    int to(int road) {
        return to[road];
    }

    boolean isOneWay(int road) {
        return roads.get(road).oneWay();
    }

    /** On the nearest open road that is no farther than this; null when none is. */
    Foot nearest(Point point, double mostMeters, RoadConditions now) {
        double x = plane.east(point.lon());
        double y = plane.north(point.lat());
        double least = mostMeters * mostMeters;
        int best = -1;
        for (int road = 0; road < from.length; road++) {
            double squared = squared(road, share(road, x, y), x, y);
            if (squared < least && !now.isClosed(road)) {
                least = squared;
                best = road;
            }
        }
        if (best < 0) {
            return null;
        }
        double share = share(best, x, y);
        return new Foot(best, share, Math.sqrt(least), at(best, share));
    }

    private double share(int road, double x, double y) {
        double dx = east[to[road]] - east[from[road]];
        double dy = north[to[road]] - north[from[road]];
        double length = dx * dx + dy * dy;
        double along = (x - east[from[road]]) * dx + (y - north[from[road]]) * dy;
        return length == 0 ? 0 : Math.max(0, Math.min(1, along / length));
    }

    private double squared(int road, double share, double x, double y) {
        double dx = east[from[road]] + share * (east[to[road]] - east[from[road]]) - x;
        double dy = north[from[road]] + share * (north[to[road]] - north[from[road]]) - y;
        return dx * dx + dy * dy;
    }

    private Point at(int road, double share) {
        double x = east[from[road]] + share * (east[to[road]] - east[from[road]]);
        double y = north[from[road]] + share * (north[to[road]] - north[from[road]]);
        return new Point(plane.lat(y), plane.lon(x));
    }
}
