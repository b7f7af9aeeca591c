package io.watchfloor.pipeline.rule;

/**
 * Passes over incidents that are too far from a report or too long before or after it, with a few comparisons: most that share
 * a neighbourhood are. Says so only of what {@link PlaceClues} or {@link Clues} would weigh as impossible.
 */
public final class Reach {
    /** A little less than it is anywhere. */
    private static final double METERS_PER_DEGREE = 110_500;
    /** Farther north or south the length of a degree changes too quickly for a comparison. */
    private static final double MOST_LATITUDE = 70;

    private static final double MOST_DEGREES = 0.05;
    /** A degree of longitude at the incident, at least, as a share of one at the report. */
    private static final double NARROWER = 0.997;

    private static final long SECONDS_PER_MINUTE = 60;

    private final ReportPoint report;
    private final int ownMinutes;
    private final boolean byPlace;
    private final double metersPerLongitude;

    public Reach(ReadReport read) {
        report = new ReportPoint(read);
        byPlace = report.isLocated()
                && report.accuracyMeters() <= PlaceClues.MOST_SLACK_METERS
                && Math.abs(report.lat()) <= MOST_LATITUDE;
        metersPerLongitude = METERS_PER_DEGREE * Distance.cosine(report.lat());
        ownMinutes = Math.max(report.type().mergeMinutes(), Clues.COPY_MINUTES);
    }

    /**
     * Whether it cannot be of the incident; false does not say that it can, above all not of what a common address or name
     * may tie to the report.
     */
    public boolean excludes(Footprint incident) {
        if (incident.secondsFrom(report.second()) > Math.max(ownMinutes, incident.typeMinutes()) * SECONDS_PER_MINUTE) {
            return true;
        }
        if (!byPlace || !incident.hasDistance()) {
            return false;
        }
        double north = Math.abs(report.lat() - incident.lat());
        double east = Math.abs(report.lon() - incident.lon());
        if (north > MOST_DEGREES || east > MOST_DEGREES) {
            return false; // left to the exact distance, which knows of the poles and of 180°
        }
        double northMeters = north * METERS_PER_DEGREE;
        double eastMeters = east * metersPerLongitude * NARROWER;
        double farthest = PlaceClues.PIN_METERS
                + report.slackMeters()
                + incident.slackMeters()
                + Math.max(report.type().mergeMeters(), incident.typeMeters());
        return northMeters * northMeters + eastMeters * eastMeters > farthest * farthest
                && (report.addressHash() == 0 || report.addressHash() != incident.addressHash())
                && !report.namesPlaceOf(incident);
    }
}
