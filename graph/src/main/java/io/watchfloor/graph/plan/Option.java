package io.watchfloor.graph.plan;

import java.util.stream.Stream;

/**
 * Somebody who could come.
 *
 * @param personId who
 * @param millis what their coming counts: until they are there, by road, and what is charged beside
 * @param travelMillis until they are there
 * @param meets bit n is set when they meet need n
 * @param equipmentId what they take along, which then nobody else can; null when nothing
 */
public record Option(String personId, int millis, int travelMillis, int meets, String equipmentId) {
    /** No id of a person begins so. */
    private static final String UNIT = "\u0000";

    /** Somebody who takes nothing along and is charged nothing. */
    public Option(String personId, int millis, int meets) {
        this(personId, millis, millis, meets, null);
    }

    /** Who and what can be in one team only. */
    Stream<String> taken() {
        return equipmentId == null ? Stream.of(personId) : Stream.of(personId, UNIT + equipmentId);
    }
}
