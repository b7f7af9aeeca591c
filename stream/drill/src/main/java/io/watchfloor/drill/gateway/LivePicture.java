package io.watchfloor.drill.gateway;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.contract.live.LiveMessage;
import io.watchfloor.contract.live.PersonView;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the gateway last said of incidents, assignments and people. Not safe for several threads. Bounded by the
 * gateway's own picture: what leaves that one leaves this one, and closed incidents are not kept at all.
 */
public final class LivePicture {
    private final Map<String, IncidentView> incidents = new LinkedHashMap<>();
    private final Map<String, Assignment> assignments = new LinkedHashMap<>();
    private final Map<String, PersonView> people = new LinkedHashMap<>();
    private Instant asOf = Instant.EPOCH;

    /** Takes a message in: a snapshot replaces everything, a delta upserts, a heartbeat only says the time. */
    public void accept(LiveMessage message) {
        if (message.kind().equals("snapshot")) {
            incidents.clear();
            assignments.clear();
            people.clear();
        }
        asOf = message.asOf() == null ? asOf : message.asOf();
        orNone(message.people()).forEach(person -> people.put(person.id(), person));
        orNone(message.assignments()).forEach(this::put);
        orNone(message.incidents()).forEach(this::put);
        if (message.removed() != null) {
            orNone(message.removed().incidents()).forEach(this::forget);
            orNone(message.removed().assignments()).forEach(assignments::remove);
        }
    }

    private void put(Assignment assignment) {
        Assignment known = assignments.get(assignment.id());
        if (known == null || known.version() <= assignment.version()) {
            assignments.put(assignment.id(), assignment);
        }
    }

    private void put(IncidentView incident) {
        if (incident.state().isOpen()) {
            incidents.put(incident.id(), incident);
        } else {
            forget(incident.id());
        }
    }

    private void forget(String incidentId) {
        incidents.remove(incidentId);
        assignments
                .values()
                .removeIf(a -> a.incidentId().equals(incidentId) && !a.state().isActive());
    }

    /** Whether the picture is not older than this; before the first message it is. */
    public boolean isFresh(Instant now, Duration limit) {
        return asOf.isAfter(now.minus(limit));
    }

    /** Incidents that still need somebody. */
    public Collection<IncidentView> openIncidents() {
        return incidents.values();
    }

    /** Everybody. */
    public Collection<PersonView> people() {
        return people.values();
    }

    /** The incident, while it is open. */
    public Optional<IncidentView> findIncident(String id) {
        return Optional.ofNullable(incidents.get(id));
    }

    /** Everybody ever sent to an incident. */
    public List<Assignment> assignmentsOf(String incidentId) {
        return assignments.values().stream()
                .filter(a -> a.incidentId().equals(incidentId))
                .toList();
    }

    /** What binds people now, by person. */
    public Map<String, Assignment> activeByPerson() {
        Map<String, Assignment> active = new LinkedHashMap<>();
        assignments.values().stream().filter(a -> a.state().isActive()).forEach(a -> active.put(a.personId(), a));
        return active;
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
