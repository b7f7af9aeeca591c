package io.watchfloor.pipeline.rule;

/**
 * Square buckets, as numbers, in which a look-up by place touches only neighbours: whatever lies within reach of a
 * position is in one of the buckets {@link #around} it. Other look-ups (by address, by named place, by words) are numbers
 * of the same kind.
 */
public final class MergeGrid {
    private static final double METERS_PER_DEGREE = 111_195;
    /** Small enough that few incidents share one, large enough that few must be asked. */
    private static final double SIDE_METERS = 300;

    private static final double SIDE_DEGREES = SIDE_METERS / METERS_PER_DEGREE;
    /** Room for rounding, and for the difference between the great circle and a degree's mean length. */
    private static final double MARGIN = 1.01;
    /** Near the poles, where a reach spans all longitudes, nothing is looked for farther than this. */
    private static final double MAX_LON_DEGREES = 0.2;

    private static final long ROW_SHIFT = 30;
    private static final long OFFSET = 1L << 29;

    /** What a bucket collects; cells are 0. */
    private static final long ADDRESS = 1;

    private static final long PLACE = 2;
    private static final long WORDS = 3;

    private static final int KIND_SHIFT = 60;
    private static final long HASH_MASK = (1L << KIND_SHIFT) - 1;

    private MergeGrid() {}

    /** The bucket of an incident at this position. */
    public static long bucketOf(double lat, double lon) {
        return bucket(index(lat), index(lon));
    }

    /** Every bucket that may hold an incident within reach of this position. */
    public static long[] around(double reachMeters, double lat, double lon) {
        double dLat = reachMeters * MARGIN / METERS_PER_DEGREE;
        double narrowest = StrictMath.cos(StrictMath.toRadians(StrictMath.min(90, StrictMath.abs(lat) + dLat)));
        double dLon = narrowest <= 0 ? MAX_LON_DEGREES : StrictMath.min(MAX_LON_DEGREES, dLat / narrowest);
        long firstRow = index(lat - dLat);
        long firstColumn = index(lon - dLon);
        int rows = (int) (index(lat + dLat) - firstRow + 1);
        int columns = (int) (index(lon + dLon) - firstColumn + 1);
        long[] buckets = new long[rows * columns];
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = bucket(firstRow + i / columns, firstColumn + i % columns);
        }
        return buckets;
    }

    /** The bucket of an address. */
    public static long address(String address) {
        return named(ADDRESS, hash(address));
    }

    /** The bucket of a named place. */
    public static long place(String placeId) {
        return named(PLACE, hash(placeId));
    }

    /** The bucket of one band of a text's MinHash. */
    public static long words(int number, int band) {
        return named(WORDS, ((long) number << Integer.SIZE) | (band & 0xFFFF_FFFFL));
    }

    private static long named(long kind, long hash) {
        return (kind << KIND_SHIFT) | (hash & HASH_MASK);
    }

    /** FNV-1a, 64 bits: what falls together by chance is told apart by the rule. */
    private static long hash(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash ^ (hash >>> 32);
    }

    private static long bucket(long row, long column) {
        return ((row + OFFSET) << ROW_SHIFT) | (column + OFFSET);
    }

    private static long index(double degrees) {
        return (long) StrictMath.floor(degrees / SIDE_DEGREES);
    }
}
