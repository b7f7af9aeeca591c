package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.IncidentTypes;

/**
 * Where an incident is and how far it reaches, in plain numbers side by side: a look-up asks hundreds of incidents of a
 * neighbourhood, and following references to each one's position costs more than the arithmetic.
 */
public class Footprint {
    private boolean located;
    private boolean exact;
    private double lat;
    private double lon;
    private double typeMeters;
    private double slackMeters;
    private int addressHash;
    private boolean named;

    /** Takes over where the incident is now. */
    protected final void follow(OpenIncident incident) {
        located = incident.isLocated();
        lat = located ? incident.observed().lat() : 0;
        lon = located ? incident.observed().lon() : 0;
        double accuracyMeters = incident.accuracyMeters();
        exact = accuracyMeters <= PlaceClues.MOST_SLACK_METERS;
        slackMeters = PlaceClues.slack(accuracyMeters);
        typeMeters = IncidentTypes.getOrOther(incident.type()).mergeMeters();
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
