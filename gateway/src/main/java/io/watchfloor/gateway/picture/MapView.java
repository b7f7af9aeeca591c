package io.watchfloor.gateway.picture;

/**
 * The part of the map that a console shows: of people who merely move outside of it, it need not hear.
 *
 * @param west WGS-84 degrees; all four are rounded outwards to {@link #STEP_DEGREES}, so that consoles that show about the
 *     same share their frames
 * @param south WGS-84 degrees
 * @param east WGS-84 degrees
 * @param north WGS-84 degrees
 */
public record MapView(double west, double south, double east, double north) {
    /** The whole world: nothing is left out. */
    public static final MapView EVERYTHING = new MapView(-180, -90, 180, 90);

    /** About 400 m of latitude. */
    static final double STEP_DEGREES = 1.0 / 256;

    /** Rounds outwards. */
    public MapView {
        west = Math.floor(west / STEP_DEGREES) * STEP_DEGREES;
        south = Math.floor(south / STEP_DEGREES) * STEP_DEGREES;
        east = Math.ceil(east / STEP_DEGREES) * STEP_DEGREES;
        north = Math.ceil(north / STEP_DEGREES) * STEP_DEGREES;
    }

    /** Whether these are degrees, in order. */
    public static boolean isBox(double west, double south, double east, double north) {
        return west >= -180 && west < east && east <= 180 && south >= -90 && south < north && north <= 90;
    }

    /** Whether the point lies in it. */
    public boolean shows(double lat, double lon) {
        return lat >= south && lat <= north && lon >= west && lon <= east;
    }
}
