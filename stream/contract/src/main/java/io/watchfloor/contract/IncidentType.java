package io.watchfloor.contract;

/**
 * A kind of incident.
 *
 * @param code its name on the wire, for example {@code gas-leak}
 * @param zh Chinese name
 * @param en English name
 * @param grade what it is graded while nothing else is known
 * @param mergeMeters reports of it nearer than this may speak of one event
 * @param mergeMinutes reports of it nearer in time than this may speak of one event
 * @param handlingMinutes how long the work on the scene usually takes
 */
public record IncidentType(
        String code, String zh, String en, Grade grade, int mergeMeters, int mergeMinutes, int handlingMinutes) {}
