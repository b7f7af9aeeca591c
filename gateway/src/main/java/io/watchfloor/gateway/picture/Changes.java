package io.watchfloor.gateway.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What changed in the picture since it was last asked: each thing once, however often it changed. */
public final class Changes {
    /** Where somebody was told to be before, in WGS-84 degrees. */
    public record Place(double lat, double lon) {}

    final Set<String> incidents = new LinkedHashSet<>();
    final Set<String> assignments = new LinkedHashSet<>();
    final Set<String> alerts = new LinkedHashSet<>();
    final Set<String> alertDecisions = new LinkedHashSet<>();
    final Set<String> notices = new LinkedHashSet<>();
    final Set<String> people = new LinkedHashSet<>();
    final Map<String, Place> moved = new LinkedHashMap<>();
    final List<Departed.Departure> departures = new ArrayList<>();
    final List<Instant> reportsReceivedAt = new ArrayList<>();

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return isOnlyMoves() && moved.isEmpty();
    }

    /** Whether nothing changed but where people are. */
    public boolean isOnlyMoves() {
        return incidents.isEmpty()
                && assignments.isEmpty()
                && alerts.isEmpty()
                && alertDecisions.isEmpty()
                && notices.isEmpty()
                && people.isEmpty()
                && departures.isEmpty();
    }

    /** When the newest report of each change was received: from then a console waits for it. */
    public List<Instant> reportsReceivedAt() {
        return reportsReceivedAt;
    }
}
