package io.watchfloor.gateway.picture;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.live.IncidentView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The open incidents that still need or have somebody of ours, of each grade in the order in which they were opened: those
 * that another department has are not among them. Kept while they change, so that who plans every second need not look at
 * tens of thousands.
 */
final class OpenByGrade {
    private static final Comparator<Place> LONGEST_FIRST =
            Comparator.comparing(Place::openedAt).thenComparing(Place::id);

    private final Map<Grade, NavigableMap<Place, IncidentEntry>> located = new EnumMap<>(Grade.class);
    private final Map<String, Place> places = new HashMap<>();
    private final Set<String> unlocated = new HashSet<>();
    /** Located ones that were put off, also those whose time has come since. */
    private final Map<String, IncidentEntry> snoozed = new HashMap<>();

    private record Place(Grade grade, Instant openedAt, String id) {}

    OpenByGrade() {
        for (Grade grade : Grade.values()) {
            located.put(grade, new TreeMap<>(LONGEST_FIRST));
        }
    }

    /** The incident came or changed. */
    void note(IncidentEntry entry) {
        Place now = placeOf(entry);
        noteSnooze(entry, now != null);
        Place before = places.get(entry.id());
        if (now != null && now.equals(before)) {
            return;
        }
        remove(entry.id());
        if (now != null) {
            located.get(now.grade()).put(now, entry);
            places.put(entry.id(), now);
        } else if (isWaiting(entry)) {
            unlocated.add(entry.id());
        }
    }

    private void noteSnooze(IncidentEntry entry, boolean located) {
        if (located && entry.decision() != null && entry.decision().snooze() != null) {
            snoozed.put(entry.id(), entry);
        } else {
            snoozed.remove(entry.id());
        }
    }

    /** The incident left. */
    void forget(String id) {
        unlocated.remove(id);
        snoozed.remove(id);
        remove(id);
    }

    private void remove(String id) {
        unlocated.remove(id);
        Place before = places.remove(id);
        if (before != null) {
            located.get(before.grade()).remove(before);
        }
    }

    /** Of each grade so many of those that were opened first and are not put off now. */
    List<IncidentView> listFirst(int ofEachGrade, Instant now) {
        List<IncidentView> first = new ArrayList<>();
        for (NavigableMap<Place, IncidentEntry> ofGrade : located.values()) {
            ofGrade.values().stream()
                    .filter(entry -> !entry.isPutOff(now))
                    .limit(ofEachGrade)
                    .map(IncidentEntry::view)
                    .forEach(first::add);
        }
        return first;
    }

    /** How many are located and not put off now. */
    int locatedCount(Instant now) {
        return places.size() - putOffCount(now);
    }

    int putOffCount(Instant now) {
        return (int)
                snoozed.values().stream().filter(entry -> entry.isPutOff(now)).count();
    }

    int unlocatedCount() {
        return unlocated.size();
    }

    private static boolean isWaiting(IncidentEntry entry) {
        return entry.isKnown()
                && entry.isOpen()
                && entry.state() != IncidentState.REPORTED_BACK
                && !entry.isHandedOver();
    }

    private static Place placeOf(IncidentEntry entry) {
        if (!isWaiting(entry)) {
            return null;
        }
        ObservedIncident seen = entry.observed();
        return seen.lat() == null || seen.lon() == null ? null : new Place(entry.grade(), seen.openedAt(), seen.id());
    }
}
