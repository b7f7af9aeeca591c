package io.watchfloor.pipeline.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Buckets of one incident type in which a look-up touches only neighbours: rows a little over twice and columns over four times
 * as wide as the reach, so that the circle around a report lies in two to four of them at most latitudes. Near the poles
 * it touches more columns, never too few.
 */
public final class MergeGrid {
    private static final double METERS_PER_DEGREE = 111_195;
    private static final double ROWS_PER_REACH = 2.1;
    private static final double COLUMNS_PER_REACH = 4.2;
    /** Room for rounding, and for the difference between the great circle and a degree's mean length. */
    private static final double MARGIN = 1.01;
    /** A region is not wider, and nothing is found beyond it. */
    private static final double MAX_LON_DEGREES = 0.2;

    private MergeGrid() {}

    /** The bucket of an incident at this position. */
    public static String bucketOf(String type, double reachMeters, double lat, double lon) {
        return bucket(type, row(lat, reachMeters), column(lon, reachMeters));
    }

    /** The one bucket of a type's incidents without position. */
    public static String unlocated(String type) {
        return type + "|@";
    }

    /** Every bucket that may hold an incident within reach of this position. */
    public static List<String> around(String type, double reachMeters, double lat, double lon) {
        double dLat = reachMeters * MARGIN / METERS_PER_DEGREE;
        double narrowest = StrictMath.cos(StrictMath.toRadians(StrictMath.min(90, StrictMath.abs(lat) + dLat)));
        double dLon = narrowest <= 0 ? MAX_LON_DEGREES : StrictMath.min(MAX_LON_DEGREES, dLat / narrowest);
        List<String> buckets = new ArrayList<>(4);
        for (long row = row(lat - dLat, reachMeters); row <= row(lat + dLat, reachMeters); row++) {
            for (long column = column(lon - dLon, reachMeters); column <= column(lon + dLon, reachMeters); column++) {
                buckets.add(bucket(type, row, column));
            }
        }
        return buckets;
    }

    private static String bucket(String type, long row, long column) {
        return type + '|' + row + '|' + column;
    }

    private static long row(double lat, double reachMeters) {
        return (long) StrictMath.floor(lat * METERS_PER_DEGREE / (ROWS_PER_REACH * reachMeters));
    }

    private static long column(double lon, double reachMeters) {
        return (long) StrictMath.floor(lon * METERS_PER_DEGREE / (COLUMNS_PER_REACH * reachMeters));
    }
}
