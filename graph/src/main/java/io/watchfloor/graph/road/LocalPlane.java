package io.watchfloor.graph.road;

/**
 * Metres east and north of a point in the district: an equirectangular projection, off by less than 0.1 % within 50 km
 * of that point, which is plenty for finding what is near.
 */
public record LocalPlane(double originLat, double originLon, double eastMetersPerDegree) {
    /** Mean Earth radius of 6,371,008.8 m (IUGG). */
    private static final double NORTH_METERS_PER_DEGREE = Math.toRadians(6_371_008.8);

    public static LocalPlane around(double lat, double lon) {
        return new LocalPlane(lat, lon, NORTH_METERS_PER_DEGREE * Math.cos(Math.toRadians(lat)));
    }

    double east(double lon) {
        return (lon - originLon) * eastMetersPerDegree;
    }

    public double north(double lat) {
        return (lat - originLat) * NORTH_METERS_PER_DEGREE;
    }

    public double meters(double latA, double lonA, double latB, double lonB) {
        return Math.hypot(east(lonA) - east(lonB), north(latA) - north(latB));
    }
}
