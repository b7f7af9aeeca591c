package io.watchfloor.contract;

import java.time.Instant;
import java.util.List;

/**
 * An officer's word on what an incident is; decided at the duty desk, carried out by the pipeline, which alone writes
 * what is observed. It travels on the intake stream, between the reports, so that a replay meets it in the same place.
 *
 * @param world the world it belongs to
 * @param id derived from the decision; a second copy has the same
 * @param region of the incident, as it was observed; decides the intake stream
 * @param incidentId the incident
 * @param known the incident as the graph knew it when this was decided, for a pipeline that has forgotten it
 * @param type what it really is, a code of {@link IncidentTypes}; null when that stands
 * @param grade how grave it really is; null when that stands
 * @param lat where it really is, WGS-84 degrees; null when that stands
 * @param lon where it really is, WGS-84 degrees; null when that stands
 * @param placeId the place chosen; null when a point was
 * @param moved reports that speak of another event; they open, or join, the incident {@code movedTo}; empty when none
 * @param movedTo the incident they go to: of theirs alone, derived from the first of them, or one that exists; null when
 *     none are moved
 * @param actor who decided
 * @param at when
 */
public record Correction(
        String world,
        String id,
        String region,
        String incidentId,
        ObservedIncident known,
        String type,
        Grade grade,
        Double lat,
        Double lon,
        String placeId,
        List<FiledReport> moved,
        String movedTo,
        String actor,
        Instant at) {}
