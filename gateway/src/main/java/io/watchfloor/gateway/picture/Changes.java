package io.watchfloor.gateway.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What changed in the picture since it was last asked: each thing once, however often it changed. */
public final class Changes {
    final Set<String> incidents = new LinkedHashSet<>();
    final Set<String> assignments = new LinkedHashSet<>();
    final Set<String> alerts = new LinkedHashSet<>();
    final Set<String> alertDecisions = new LinkedHashSet<>();
    final Set<String> people = new LinkedHashSet<>();
    final List<Departed.Departure> departures = new ArrayList<>();
    final List<Instant> reportsReceivedAt = new ArrayList<>();

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return incidents.isEmpty()
                && assignments.isEmpty()
                && alerts.isEmpty()
                && alertDecisions.isEmpty()
                && people.isEmpty()
                && departures.isEmpty();
    }

    /** When the newest report of each change was received: from then a console waits for it. */
    public List<Instant> reportsReceivedAt() {
        return reportsReceivedAt;
    }
}
