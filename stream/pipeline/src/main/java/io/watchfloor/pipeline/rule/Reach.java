package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;

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

    private final long second;
    private final int ownMinutes;
    private final boolean byPlace;
    private final double lat;
    private final double lon;
    private final double metersPerLongitude;
    private final double ownMeters;
    private final double slackMeters;
    private final String placeId;
    private final int addressHash;

    public Reach(ReadReport report) {
        second = report.report().occurredAt().getEpochSecond();
        lat = report.lat();
        lon = report.lon();
        byPlace = report.isLocated()
                && report.accuracyMeters() <= PlaceClues.MOST_SLACK_METERS
                && Math.abs(lat) <= MOST_LATITUDE;
        metersPerLongitude = METERS_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(lat));
        IncidentType type = IncidentTypes.getOrOther(report.type());
        ownMinutes = Math.max(type.mergeMinutes(), Clues.COPY_MINUTES);
        ownMeters = type.mergeMeters();
        slackMeters = PlaceClues.slack(report);
        placeId = report.placeId();
        addressHash = Footprint.hashOf(report.address());
    }

    /**
     * Whether it cannot be of the incident; false does not say that it can, above all not of what a common address or name
     * may tie to the report.
     */
    public boolean excludes(Footprint incident) {
        if (incident.secondsFrom(second) > Math.max(ownMinutes, incident.typeMinutes()) * SECONDS_PER_MINUTE) {
            return true;
        }
        if (!byPlace || !incident.hasDistance()) {
            return false;
        }
        double north = Math.abs(lat - incident.lat());
        double east = Math.abs(lon - incident.lon());
        if (north > MOST_DEGREES || east > MOST_DEGREES) {
            return false; // left to the exact distance, which knows of the poles and of 180°
        }
        double northMeters = north * METERS_PER_DEGREE;
        double eastMeters = east * metersPerLongitude * NARROWER;
        double farthest = PlaceClues.PIN_METERS
                + slackMeters
                + incident.slackMeters()
                + Math.max(ownMeters, incident.typeMeters());
        return northMeters * northMeters + eastMeters * eastMeters > farthest * farthest
                && (addressHash == 0 || addressHash != incident.addressHash())
                && (placeId == null || !incident.isNamed());
    }
}
