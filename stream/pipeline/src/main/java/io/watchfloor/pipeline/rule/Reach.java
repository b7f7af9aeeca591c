package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.IncidentTypes;

/**
 * Passes over incidents that are too far from a report or too long ago, with a few comparisons: most that share a
 * neighbourhood are. Says so only of what {@link PlaceClues} or {@link Clues} would weigh as impossible.
 */
public final class Reach {
    /** A little less than it is anywhere. */
    private static final double METERS_PER_DEGREE = 110_500;
    /** Farther north or south the length of a degree changes too quickly for a comparison. */
    private static final double MOST_LATITUDE = 70;

    private static final double MOST_DEGREES = 0.05;
    /** A degree of longitude at the incident, at least, as a share of one at the report. */
    private static final double NARROWER = 0.997;

    private static final double SECONDS_PER_MINUTE = 60;
    private static final double MOST_MINUTES = Math.max(
            Clues.COPY_MINUTES,
            IncidentTypes.listAll().stream()
                    .mapToDouble(type -> type.mergeMinutes())
                    .max()
                    .orElseThrow());

    private final ReadReport report;
    private final boolean byPlace;
    private final double lat;
    private final double lon;
    private final double metersPerLongitude;
    private final double ownMeters;
    private final double slackMeters;
    private final String address;
    private final String placeId;
    private final int addressHash;

    public Reach(ReadReport report) {
        this.report = report;
        lat = report.lat();
        lon = report.lon();
        byPlace = report.isLocated()
                && report.accuracyMeters() <= PlaceClues.MOST_SLACK_METERS
                && Math.abs(lat) <= MOST_LATITUDE;
        metersPerLongitude = METERS_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(lat));
        ownMeters = IncidentTypes.getOrOther(report.type()).mergeMeters();
        slackMeters = PlaceClues.slack(report);
        address = report.address();
        placeId = report.placeId();
        addressHash = hashOf(address);
    }

    /** 0 for none. */
    static int hashOf(String address) {
        return address == null ? 0 : address.hashCode() | 1;
    }

    /**
     * As {@link #excludes(OpenIncident)}, from the incident's footprint alone; what a common address or name may tie to
     * the report is left to that.
     */
    public boolean excludes(Footprint incident) {
        if (!byPlace || !incident.hasDistance()) {
            return false;
        }
        double north = Math.abs(lat - incident.lat());
        double east = Math.abs(lon - incident.lon());
        if (north > MOST_DEGREES || east > MOST_DEGREES) {
            return false;
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

    /** Whether it cannot be of the incident; false does not say that it can. */
    boolean excludes(OpenIncident incident) {
        if (incident.secondsFrom(report.report().occurredAt()) > MOST_MINUTES * SECONDS_PER_MINUTE) {
            return true;
        }
        if (!byPlace || !incident.isLocated()) {
            return false;
        }
        double north = Math.abs(lat - incident.observed().lat());
        double east = Math.abs(lon - incident.observed().lon());
        if (north > MOST_DEGREES || east > MOST_DEGREES) {
            return false; // left to the exact distance, which knows of the poles and of 180°
        }
        double northMeters = north * METERS_PER_DEGREE;
        double eastMeters = east * metersPerLongitude * NARROWER;
        double meters = StrictMath.sqrt(northMeters * northMeters + eastMeters * eastMeters);
        if (meters <= PlaceClues.PIN_METERS + ownMeters + slackMeters) {
            return false;
        }
        double accuracyMeters = incident.accuracyMeters();
        return accuracyMeters <= PlaceClues.MOST_SLACK_METERS
                && isBeyond(meters - PlaceClues.PIN_METERS - slackMeters - PlaceClues.slack(accuracyMeters), incident)
                && (address == null || !address.equals(incident.observed().address()))
                && (placeId == null || !incident.placeIds().contains(placeId));
    }

    /** Whether it is more than either type allows. */
    private boolean isBeyond(double meters, OpenIncident incident) {
        return meters > PlaceClues.MOST_REACH_METERS
                || (meters > ownMeters
                        && meters > IncidentTypes.getOrOther(incident.type()).mergeMeters());
    }
}
