package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.PlaceMention;
import io.watchfloor.contract.PlacedBy;

/** Where and when a report is and what it may be tied by, looked up once for all the incidents that it is weighed against. */
final class ReportPoint {
    /** Ids of streets begin so, see {@link io.watchfloor.contract.place.NamedPlace}. */
    private static final String STREET = "street:";

    private final ReadReport report;
    private final IncidentType type;
    private final long second;
    private final boolean located;
    private final double lat;
    private final double lon;
    private final double cosLat;
    private final double accuracyMeters;
    private final double slackMeters;
    private final String placeId;
    private final int placeHash;
    private final String address;
    private final int addressHash;
    private final boolean fromDevice;
    private final double fewness;
    private final boolean namedBesidePin;
    private final double namedLat;
    private final double namedLon;
    private final double namedMeters;
    private final double pinOutsideMeters;
    private final boolean hasReporter;
    private final int reporterHash;

    ReportPoint(ReadReport report) {
        this.report = report;
        type = IncidentTypes.getOrOther(report.type());
        second = report.report().occurredAt().getEpochSecond();
        located = report.isLocated();
        lat = report.lat();
        lon = report.lon();
        cosLat = Distance.cosine(lat);
        accuracyMeters = report.accuracyMeters();
        slackMeters = PlaceClues.slack(report);
        placeId = report.placeId();
        placeHash = Footprint.hashOf(placeId);
        address = report.address();
        addressHash = Footprint.hashOf(address);
        fromDevice = report.isFromDevice();
        fewness = Clues.fewness(report);
        PlaceMention named = placeId == null || report.placedBy() != PlacedBy.REPORT
                ? null
                : report.understanding().place();
        namedBesidePin = named != null && named.accuracyMeters() <= PlaceClues.MOST_SLACK_METERS;
        namedLat = namedBesidePin ? named.lat() : 0;
        namedLon = namedBesidePin ? named.lon() : 0;
        namedMeters = namedBesidePin ? named.accuracyMeters() : 0;
        pinOutsideMeters = namedBesidePin ? outsideNamedMeters(lat, lon) : 0;
        String reporter = report.report().reporter();
        hasReporter = reporter != null;
        reporterHash = hasReporter ? reporter.hashCode() : 0;
    }

    ReadReport report() {
        return report;
    }

    IncidentType type() {
        return type;
    }

    /** When it occurred, seconds since 1970. */
    long second() {
        return second;
    }

    boolean isLocated() {
        return located;
    }

    /** WGS-84 degrees; 0 when it is not located. */
    double lat() {
        return lat;
    }

    /** WGS-84 degrees; 0 when it is not located. */
    double lon() {
        return lon;
    }

    /** Of its latitude, for distances. */
    double cosLat() {
        return cosLat;
    }

    double accuracyMeters() {
        return accuracyMeters;
    }

    /** By how much its position may be off beyond what is usual. */
    double slackMeters() {
        return slackMeters;
    }

    /** Metres to an incident; both are located. */
    double metersTo(Footprint incident) {
        return Distance.meters(incident.lat(), incident.lon(), incident.cosLat(), lat, lon, cosLat);
    }

    /** The place it names; null when none is sure enough. */
    String placeId() {
        return placeId;
    }

    boolean namesPlaceOf(Footprint incident) {
        return placeId != null && incident.names(placeId, placeHash);
    }

    boolean namesStreet() {
        return isStreet(placeId);
    }

    static boolean isStreet(String placeId) {
        return placeId.startsWith(STREET);
    }

    boolean isAtAddressOf(Footprint incident) {
        return address != null
                && addressHash == incident.addressHash()
                && address.equals(incident.incident().observed().address());
    }

    /** How few words it has, 1 for none. */
    double fewness() {
        return fewness;
    }

    /** Whether it has a pin and names a place as well, of which it is known where it is. */
    boolean isNamedBesidePin() {
        return namedBesidePin;
    }

    /** By how much farther its pin lies outside the place it names than the incident does, metres. */
    double outsideNamedMetersMoreThan(Footprint incident) {
        return pinOutsideMeters - outsideNamedMeters(incident.lat(), incident.lon());
    }

    /** On the plane: near enough for a place's size. */
    private double outsideNamedMeters(double otherLat, double otherLon) {
        double north = (otherLat - namedLat) * PlaceClues.METERS_PER_DEGREE;
        double east = (otherLon - namedLon) * PlaceClues.METERS_PER_DEGREE * cosLat;
        return Math.max(0, Math.sqrt(north * north + east * east) - namedMeters);
    }

    /** 0 when it has no address. */
    int addressHash() {
        return addressHash;
    }

    boolean hasReporter() {
        return hasReporter;
    }

    /** As incidents remember it. */
    int reporterHash() {
        return reporterHash;
    }

    boolean isFromDevice() {
        return fromDevice;
    }
}
