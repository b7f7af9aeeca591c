package io.watchfloor.graph.equipment;

import java.util.List;

/**
 * What somebody takes along when they are sent.
 *
 * @param equipmentIds any one of these will do; the first that is available is taken
 * @param needed whether they are of no use without: they are not sent then when none is available
 */
public record Bringing(List<String> equipmentIds, boolean needed) {
    /** They go as they are. */
    public static final Bringing NOTHING = new Bringing(List.of(), false);

    /** Copies the list. */
    public Bringing {
        equipmentIds = List.copyOf(equipmentIds);
    }
}
