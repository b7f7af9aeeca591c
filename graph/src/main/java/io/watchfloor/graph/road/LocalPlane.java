package io.watchfloor.graph.road;

/**
 * Metres east and north of a point in the district: an equirectangular projection, off by less than 0.1 % within 50 km
 * of that point, which is plenty for finding what is near.
 */
public record LocalPlane(double originLat, double originLon, double eastMetersPerDegree) {
    /** Mean Earth radius (IUGG). */
    private static final double EARTH_METERS = 6_371_008.8;

    private static final double NORTH_METERS_PER_DEGREE = Math.toRadians(EARTH_METERS);
    private static final double HALF_TURN_DEGREES = 180;

    public static LocalPlane around(double lat, double lon) {
        return new LocalPlane(lat, lon, NORTH_METERS_PER_DEGREE * Math.cos(Math.toRadians(lat)));
    }

    /** The shorter way round: a point just beyond the 180th meridian is near. */
    public double east(double lon) {
        double degrees = lon - originLon;
        if (degrees > HALF_TURN_DEGREES) {
            degrees -= 2 * HALF_TURN_DEGREES;
        } else if (degrees < -HALF_TURN_DEGREES) {
            degrees += 2 * HALF_TURN_DEGREES;
        }
        return degrees * eastMetersPerDegree;
    }

    public double north(double lat) {
        return (lat - originLat) * NORTH_METERS_PER_DEGREE;
    }

    double lat(double northMeters) {
        return originLat + northMeters / NORTH_METERS_PER_DEGREE;
    }

    double lon(double eastMeters) {
        return originLon + eastMeters / eastMetersPerDegree;
    }

    /** Great-circle metres between two points anywhere, by the haversine formula; at most half the way round, 20,015,115. */
    public static double greatCircleMeters(double latA, double lonA, double latB, double lonB) {
        double halfNorth = Math.sin(Math.toRadians(latB - latA) / 2);
        double halfEast = Math.sin(Math.toRadians(lonB - lonA) / 2);
        double square = halfNorth * halfNorth
                + Math.cos(Math.toRadians(latA)) * Math.cos(Math.toRadians(latB)) * halfEast * halfEast;
        return 2 * EARTH_METERS * Math.asin(Math.min(1, Math.sqrt(square)));
    }
}
