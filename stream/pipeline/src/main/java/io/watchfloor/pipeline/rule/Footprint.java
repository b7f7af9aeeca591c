package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;

/**
 * Where and when an incident is and how far it reaches, in plain numbers side by side: a look-up asks hundreds of incidents
 * of a neighbourhood, and following references to each one's position costs more than the arithmetic.
 */
public class Footprint {
    private boolean located;
    private boolean exact;
    private double lat;
    private double lon;
    private double typeMeters;
    private int typeMinutes;
    private long firstSecond;
    private long lastSecond;
    private double slackMeters;
    private int addressHash;
    private boolean named;

    /** Takes over where and when the incident is now. */
    protected final void follow(OpenIncident incident) {
        located = incident.isLocated();
        lat = located ? incident.observed().lat() : 0;
        lon = located ? incident.observed().lon() : 0;
        double accuracyMeters = incident.accuracyMeters();
        exact = accuracyMeters <= PlaceClues.MOST_SLACK_METERS;
        slackMeters = PlaceClues.slack(accuracyMeters);
        IncidentType type = IncidentTypes.getOrOther(incident.type());
        typeMeters = type.mergeMeters();
        typeMinutes = type.mergeMinutes();
        firstSecond = incident.observed().firstOccurredAt().getEpochSecond();
        lastSecond = incident.observed().lastOccurredAt().getEpochSecond();
        addressHash = Reach.hashOf(incident.observed().address());
        named = !incident.placeIds().isEmpty();
    }

    /** Whether it is known where it is. */
    public final boolean isLocated() {
        return located;
    }

    /** WGS-84 degrees; 0 when it is not located. */
    public final double lat() {
        return lat;
    }

    /** WGS-84 degrees; 0 when it is not located. */
    public final double lon() {
        return lon;
    }

    /** Whether its distance to something else says anything. */
    final boolean hasDistance() {
        return located && exact;
    }

    /** What its type allows. */
    final double typeMeters() {
        return typeMeters;
    }

    /** For how long its type takes reports to be of one event. */
    final int typeMinutes() {
        return typeMinutes;
    }

    /** Seconds between the time and the span of times its reports name; 0 within. */
    final long secondsFrom(long epochSecond) {
        return Math.max(0, Math.max(firstSecond - epochSecond, epochSecond - lastSecond));
    }

    /** By how much its position may be off beyond what is usual. */
    final double slackMeters() {
        return slackMeters;
    }

    /** 0 when it has no address. */
    final int addressHash() {
        return addressHash;
    }

    /** Whether a report of it names a place. */
    final boolean isNamed() {
        return named;
    }
}
