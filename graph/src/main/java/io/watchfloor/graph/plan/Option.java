package io.watchfloor.graph.plan;

import java.util.stream.Stream;

/**
 * Somebody who could come.
 *
 * @param personId who
 * @param millis until they are there, by road
 * @param meets bit n is set when they meet need n
 * @param equipmentId what they take along, which then nobody else can; null when nothing
 */
public record Option(String personId, int millis, int meets, String equipmentId) {
    /** No id of a person begins so. */
    private static final String UNIT = "\u0000";

    /** Somebody who takes nothing along. */
    public Option(String personId, int millis, int meets) {
        this(personId, millis, meets, null);
    }

    /** Who and what can be in one team only. */
    Stream<String> taken() {
        return equipmentId == null ? Stream.of(personId) : Stream.of(personId, UNIT + equipmentId);
    }
}
