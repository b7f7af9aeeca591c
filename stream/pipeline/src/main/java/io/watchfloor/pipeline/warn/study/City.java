package io.watchfloor.pipeline.warn.study;

/**
 * What a made-up city is like.
 *
 * @param side rows and columns of cells
 * @param perHour everyday reports of a topic in a cell of middling size
 * @param clumps share of everyday events that two or three people report
 * @param daysBetween days from one incident of a topic to the next, on average
 * @param daysBetweenFlares the same for what comes to nothing
 * @param announced share of incidents with extra reports before
 * @param leastHours over which they come at least
 * @param moreHours over which they come at most, beyond those
 * @param power they grow by this power of time less one; 2 is a straight line
 * @param beside share of them in cells that touch
 * @param angry share of them that is angry
 */
record City(
        int side,
        double perHour,
        double clumps,
        int daysBetween,
        int daysBetweenFlares,
        double announced,
        double leastHours,
        double moreHours,
        double power,
        double beside,
        double angry) {
    /** The one that goals are stated for. */
    static final City USUAL = new City(7, 0.055, 0.15, 4, 14, 0.92, 6, 30, 2, 0.25, 0.45);

    /** Bigger, busier and clumpier, with rarer incidents that build up faster, steeper, wider and with less anger. */
    static final City OTHER = new City(10, 0.09, 0.25, 5, 10, 0.85, 4, 20, 3, 0.4, 0.3);

    /** When an extra report comes, from 0 to 1, by chance. */
    double growth(double chance) {
        return power == 2 ? Math.sqrt(chance) : Math.pow(chance, 1 / power);
    }
}
