package io.watchfloor.text.place;

import io.watchfloor.contract.place.NamedPlace;

/** A point, WGS-84 degrees. */
record Point(double lat, double lon) {
    private static final double METERS_PER_DEGREE = 111_195;

    static Point of(NamedPlace place) {
        return new Point(place.lat(), place.lon());
    }

    /** Distance on a plane that touches the earth here: exact enough within a district. */
    double metersTo(Point other) {
        double north = (other.lat - lat) * METERS_PER_DEGREE;
        double east = (other.lon - lon) * METERS_PER_DEGREE * Math.cos(Math.toRadians((lat + other.lat) / 2));
        return Math.sqrt(north * north + east * east);
    }
}
