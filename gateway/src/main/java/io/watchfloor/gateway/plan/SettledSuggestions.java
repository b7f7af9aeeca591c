package io.watchfloor.gateway.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which suggestions have stood unchanged for some seconds, and when each was last tried. */
final class SettledSuggestions {
    private static final Duration SETTLED = Duration.ofSeconds(3);
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final Map<String, Seen> seen = new HashMap<>();

    /** A suggestion, since when it has been the same, and when it was tried. */
    private record Seen(List<String> personIds, Instant since, Instant triedAt) {}

    /** Nothing else is suggested now: what comes back later has not stood meanwhile. */
    void retain(Set<String> incidentIds) {
        seen.keySet().retainAll(incidentIds);
    }

    /** It is not to be sent as it stands. */
    void forget(String incidentId) {
        seen.remove(incidentId);
    }

    /** Whether these people are to be sent there now; for a while after that not again. */
    boolean take(String incidentId, List<String> personIds, Instant now) {
        Seen before = seen.get(incidentId);
        if (before == null || !before.personIds().equals(personIds)) {
            seen.put(incidentId, new Seen(personIds, now, Instant.EPOCH));
            return false;
        }
        boolean due = !before.since().plus(SETTLED).isAfter(now)
                && !before.triedAt().plus(AGAIN).isAfter(now);
        if (due) {
            seen.put(incidentId, new Seen(personIds, before.since(), now));
        }
        return due;
    }
}
