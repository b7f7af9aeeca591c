package io.watchfloor.graph.road;

import java.util.List;

/**
 * The quickest way by road from one point to another.
 *
 * @param seconds how long it takes
 * @param meters how long it is
 * @param points where it runs, straight from one to the next; the first and the last may lie beside the roads
 * @param stretches the roads one after another; none when both points meet the roads at one junction
 */
public record Way(long seconds, int meters, List<RoadTimes.Point> points, List<Stretch> stretches) {
    /** Copies the lists. */
    public Way {
        points = List.copyOf(points);
        stretches = List.copyOf(stretches);
    }

    /**
     * A part of it on one road.
     *
     * @param nameZh may be empty
     * @param nameEn may be empty
     * @param meters how long
     * @param headingDegrees where it leads at its beginning, clockwise from north, 0 to 359
     * @param turnDegrees how far one turns to get on it, to the right, -180 to 180; 0 at the first
     * @param firstPoint number of the point where it begins, from 0
     */
    public record Stretch(
            String nameZh, String nameEn, int meters, int headingDegrees, int turnDegrees, int firstPoint) {}
}
