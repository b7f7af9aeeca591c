package io.watchfloor.gateway.position;

/**
 * From GCJ-02, in which programs of domestic map vendors tell positions, to WGS-84. The shift is the published polynomial
 * with sines on the Krasovsky ellipsoid; it is taken off by iterating, to within a centimetre. Outside of China nothing is
 * shifted.
 */
final class Gcj02 {
    private static final double SEMI_MAJOR_METERS = 6_378_245.0;
    private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;
    private static final int ROUNDS = 4;

    private Gcj02() {}

    /** Latitude and longitude in WGS-84 degrees. */
    static double[] toWgs84(double lat, double lon) {
        if (isAbroad(lat, lon)) {
            return new double[] {lat, lon};
        }
        double wgsLat = lat;
        double wgsLon = lon;
        for (int i = 0; i < ROUNDS; i++) {
            double[] shifted = fromWgs84(wgsLat, wgsLon);
            wgsLat += lat - shifted[0];
            wgsLon += lon - shifted[1];
        }
        return new double[] {wgsLat, wgsLon};
    }

    static double[] fromWgs84(double lat, double lon) {
        double x = lon - 105;
        double y = lat - 35;
        double north = -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + ripple(x)
                + (20 * sin(y) + 40 * sin(y / 3)) * 2 / 3
                + (160 * sin(y / 12) + 320 * sin(y / 30)) * 2 / 3;
        double east = 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + ripple(x)
                + (20 * sin(x) + 40 * sin(x / 3)) * 2 / 3
                + (150 * sin(x / 12) + 300 * sin(x / 30)) * 2 / 3;
        double radians = Math.toRadians(lat);
        double magic = 1 - ECCENTRICITY_SQUARED * Math.sin(radians) * Math.sin(radians);
        double meridian = SEMI_MAJOR_METERS * (1 - ECCENTRICITY_SQUARED) / (magic * Math.sqrt(magic));
        double parallel = SEMI_MAJOR_METERS / Math.sqrt(magic) * Math.cos(radians);
        return new double[] {lat + Math.toDegrees(north / meridian), lon + Math.toDegrees(east / parallel)};
    }

    private static double ripple(double x) {
        return (20 * sin(6 * x) + 20 * sin(2 * x)) * 2 / 3;
    }

    private static double sin(double halfTurns) {
        return Math.sin(halfTurns * Math.PI);
    }

    private static boolean isAbroad(double lat, double lon) {
        return lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271;
    }
}
