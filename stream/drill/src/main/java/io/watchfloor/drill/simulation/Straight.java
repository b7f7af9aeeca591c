package io.watchfloor.drill.simulation;

import io.watchfloor.graph.road.RoadTimes;

/** Distances as the crow flies. */
final class Straight {
    private static final double METERS_PER_DEGREE = 111_195;

    private Straight() {}

    static double meters(RoadTimes.Point a, RoadTimes.Point b) {
        double north = a.lat() - b.lat();
        double east = (a.lon() - b.lon()) * Math.cos(Math.toRadians(a.lat()));
        return METERS_PER_DEGREE * Math.hypot(north, east);
    }
}
