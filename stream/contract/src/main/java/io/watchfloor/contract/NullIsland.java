package io.watchfloor.contract;

/**
 * Zero degrees both ways, in the Gulf of Guinea: what a receiver without a fix says, and what an empty field becomes. No
 * position is taken there.
 */
public final class NullIsland {
    /** The reason a position there is refused for, as in {@link ReportProblem}. */
    public static final String REASON = "no-fix";

    /** The same in words. */
    public static final String SENTENCE = "0, 0 is what a receiver without a fix says; leave the position out instead.";

    /** About ten centimetres. */
    private static final double NEAR_ZERO_DEGREES = 1e-6;

    private NullIsland() {}

    /** Whether this point, WGS-84 degrees, is there. */
    public static boolean isAt(double lat, double lon) {
        return Math.abs(lat) < NEAR_ZERO_DEGREES && Math.abs(lon) < NEAR_ZERO_DEGREES;
    }
}
