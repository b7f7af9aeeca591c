package io.watchfloor.gateway.picture;

import io.watchfloor.gateway.redis.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What changed in the picture and what left it; every part of the picture writes here. */
final class Journal {
    private static final int DEPARTURES_REMEMBERED = 20_000;

    private final Departed departed = new Departed(DEPARTURES_REMEMBERED);
    private Changes changes = new Changes();
    private long revision;
    private boolean urgent;

    void incident(String id) {
        touch(changes.incidents, id);
    }

    void assignment(String id) {
        touch(changes.assignments, id);
    }

    void person(String id) {
        touch(changes.people, id);
    }

    /** Nothing changed of the person but where they are; {@code from} is where they were. */
    void moved(String id, Changes.Place from) {
        changes.moved.putIfAbsent(id, from);
        revision++;
    }

    /** What has happened must not wait for the next tick. */
    void urgent() {
        urgent = true;
    }

    void alert(String id) {
        touch(changes.alerts, id);
    }

    void alertDecision(String alertId) {
        touch(changes.alertDecisions, alertId);
    }

    void notice(String id) {
        touch(changes.notices, id);
    }

    void reportReceived(Instant at) {
        changes.reportsReceivedAt.add(at);
    }

    void left(Departed.Kind kind, String id, String personId, StreamId at) {
        Departed.Departure departure = new Departed.Departure(kind, id, personId, at);
        departed.add(departure);
        changes.departures.add(departure);
        revision++;
    }

    /** Rises with everything written here. */
    long revision() {
        return revision;
    }

    /** What changed since this was last called. */
    Changes takeChanges() {
        Changes taken = changes;
        changes = new Changes();
        urgent = false;
        return taken;
    }

    /** Whether something that must not wait has happened since {@link #takeChanges} was last called. */
    boolean isUrgent() {
        return urgent;
    }

    boolean remembersAllSince(StreamId seq) {
        return departed.remembersAllSince(seq);
    }

    List<Departed.Departure> listDeparturesSince(StreamId seq) {
        return departed.listSince(seq);
    }

    private void touch(Set<String> changed, String id) {
        changed.add(id);
        revision++;
    }
}
