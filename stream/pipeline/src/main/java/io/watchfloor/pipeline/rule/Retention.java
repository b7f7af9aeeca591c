package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.IncidentTypes;
import java.time.Duration;

/**
 * How long things are remembered, by the logical clock: the latest {@code receivedAt} that a region has seen. It never
 * runs back, and a replay runs it through the same values, so that what can be matched does not depend on what has been
 * purged by then.
 */
public final class Retention {
    /** The second copy of a report is known as such for this long. */
    public static final Duration DUPLICATES = Duration.ofHours(24);

    /** An incident can get reports for at least this long after its last. */
    static final Duration INCIDENTS = Duration.ofHours(2);

    /** Where an officer moved a report is remembered for this long; by then the graph knows it, and the desk. */
    public static final Duration MOVES = Duration.ofHours(24);

    private Retention() {}

    /** Milliseconds after its last report at which an incident of this type can get no more. */
    public static long incidentMillis(String type) {
        Duration merge = Duration.ofMinutes(IncidentTypes.getOrOther(type).mergeMinutes());
        return (merge.compareTo(INCIDENTS) > 0 ? merge : INCIDENTS).toMillis();
    }

    /** Whether the incident can get no more reports. */
    public static boolean isOver(OpenIncident incident, long clockMillis) {
        return clockMillis - incident.touchedMillis()
                > incidentMillis(incident.observed().type());
    }

    /** Whether it is no longer known where a report was moved to at the one time, at the other. */
    public static boolean isMoveForgotten(long movedMillis, long clockMillis) {
        return clockMillis - movedMillis > MOVES.toMillis();
    }

    /** Whether a report first seen at the one time counts as new again at the other. */
    public static boolean isForgotten(long seenMillis, long clockMillis) {
        return clockMillis - seenMillis > DUPLICATES.toMillis();
    }
}
