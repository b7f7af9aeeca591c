package io.watchfloor.gateway.picture;

import io.watchfloor.contract.live.Removed;
import io.watchfloor.gateway.redis.StreamId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What left the picture lately, so that a console that comes back learns of it. When the oldest of these is forgotten, a
 * console that was away since before then needs a snapshot.
 */
final class Departed {
    /** What kind of thing left. */
    enum Kind {
        INCIDENT,
        ASSIGNMENT,
        ALERT
    }

    /**
     * One thing that left.
     *
     * @param personId whose assignment it was; null for other kinds
     */
    record Departure(Kind kind, String id, String personId, StreamId seq) {}

    private final int capacity;
    private final ArrayDeque<Departure> departures = new ArrayDeque<>();
    private StreamId forgottenUpTo = StreamId.ZERO;

    Departed(int capacity) {
        this.capacity = capacity;
    }

    void add(Departure departure) {
        departures.add(departure);
        if (departures.size() > capacity) {
            forgottenUpTo = departures.poll().seq();
        }
    }

    /** Whether everything that left after this is still remembered. */
    boolean remembersAllSince(StreamId seq) {
        return seq.compareTo(forgottenUpTo) >= 0;
    }

    List<Departure> listSince(StreamId seq) {
        return departures.stream()
                .filter(departure -> departure.seq().isAfter(seq))
                .toList();
    }

    /** As a console is told; null when nothing left. */
    static Removed toRemoved(List<Departure> departures, Predicate<Departure> isStillGone) {
        List<String> incidents = new ArrayList<>();
        List<String> assignments = new ArrayList<>();
        List<String> alerts = new ArrayList<>();
        for (Departure departure : departures) {
            if (isStillGone.test(departure)) {
                switch (departure.kind()) {
                    case INCIDENT -> incidents.add(departure.id());
                    case ASSIGNMENT -> assignments.add(departure.id());
                    case ALERT -> alerts.add(departure.id());
                }
            }
        }
        boolean none = incidents.isEmpty() && assignments.isEmpty() && alerts.isEmpty();
        return none ? null : new Removed(incidents, assignments, alerts);
    }
}
