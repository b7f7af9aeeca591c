package io.watchfloor.pipeline.rule;

/** Distance on the ground; the same bits on every machine, so that every replay decides alike. */
public final class Distance {
    /** Mean radius of the earth (IUGG), metres. */
    private static final double EARTH_METERS = 6_371_008.8;

    /** Of latitude. */
    static final double METERS_PER_DEGREE = StrictMath.toRadians(1) * EARTH_METERS;

    private Distance() {}

    /** Great-circle metres between two WGS-84 positions, by the haversine formula. */
    public static double meters(double lat1, double lon1, double lat2, double lon2) {
        return meters(lat1, lon1, cosine(lat1), lat2, lon2, cosine(lat2));
    }

    /** The same, with the {@link #cosine}s of the latitudes at hand. */
    static double meters(double lat1, double lon1, double cosLat1, double lat2, double lon2, double cosLat2) {
        double dLat = StrictMath.toRadians(lat2 - lat1);
        double dLon = StrictMath.toRadians(lon2 - lon1);
        double a = square(StrictMath.sin(dLat / 2)) + cosLat1 * cosLat2 * square(StrictMath.sin(dLon / 2));
        return 2 * EARTH_METERS * StrictMath.asin(StrictMath.min(1, StrictMath.sqrt(a)));
    }

    /** Of a latitude, degrees. */
    static double cosine(double lat) {
        return StrictMath.cos(StrictMath.toRadians(lat));
    }

    private static double square(double x) {
        return x * x;
    }
}
