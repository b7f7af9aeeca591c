package io.watchfloor.contract;

/**
 * Which intake stream a report belongs on.
 *
 * <p>Reports that could speak of one event must keep their order through a restart, so that a replay merges them in the
 * same way; a stream keeps order, several do not. The partition is therefore a function of where the report is: all of
 * one region go to one stream. A report without a position goes by its address, and without either by its id.
 */
public final class IntakePartition {
    /** Side of a region in degrees: about 22 km north–south. */
    static final double REGION_DEGREES = 0.2;

    private IntakePartition() {}

    /**
     * The merge region of a report, for example {@code 113:571} (row and column of the region's south-west corner), or
     * {@code @} with an address or an id when it has no position.
     */
    public static String regionOf(Report report) {
        if (report.lat() != null && report.lon() != null) {
            return (long) Math.floor(report.lat() / REGION_DEGREES)
                    + ":"
                    + (long) Math.floor(report.lon() / REGION_DEGREES);
        }
        if (report.address() != null && !report.address().isBlank()) {
            return "@" + report.address().strip();
        }
        return "@" + report.id();
    }

    /** A partition in {@code [0, partitions)}; the same for the same region on every machine. */
    public static int of(Report report, int partitions) {
        return Math.floorMod(regionOf(report).hashCode(), partitions);
    }
}
