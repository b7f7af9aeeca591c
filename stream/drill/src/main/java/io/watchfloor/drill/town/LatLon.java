package io.watchfloor.drill.town;

/** A point in WGS-84 degrees; distances are exact enough for a city. */
public record LatLon(double lat, double lon) {
    private static final double METERS_PER_DEGREE = 111_320;

    /** Distance in metres. */
    public double metersTo(LatLon other) {
        return Math.hypot(eastOf(other), northOf(other));
    }

    /** The point that far along the straight line to another: 0 is here, 1 is there. */
    public LatLon towards(LatLon other, double share) {
        return new LatLon(lat + (other.lat - lat) * share, lon + (other.lon - lon) * share);
    }

    /** The point so many metres east and north of here. */
    public LatLon plusMeters(double east, double north) {
        return new LatLon(lat + north / METERS_PER_DEGREE, lon + east / metersPerDegreeOfLon());
    }

    /** How far along the straight line from one point to another this point is nearest to it, from 0 to 1. */
    double shareAlong(LatLon from, LatLon to) {
        double east = to.eastOf(from);
        double north = to.northOf(from);
        double lengthSquared = east * east + north * north;
        if (lengthSquared == 0) {
            return 0;
        }
        double share = (eastOf(from) * east + northOf(from) * north) / lengthSquared;
        return Math.max(0, Math.min(1, share));
    }

    private double eastOf(LatLon other) {
        return (lon - other.lon) * metersPerDegreeOfLon();
    }

    private double northOf(LatLon other) {
        return (lat - other.lat) * METERS_PER_DEGREE;
    }

    private double metersPerDegreeOfLon() {
        return METERS_PER_DEGREE * Math.cos(Math.toRadians(lat));
    }
}
