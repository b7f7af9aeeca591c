package io.watchfloor.gateway.picture;

import io.watchfloor.contract.Alert;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.Position;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.gateway.redis.StreamId;
import io.watchfloor.graph.DispatchProjection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known now. Every message is a versioned upsert, so that order and repetition make no difference; the highest
 * version wins. Belongs to one event loop.
 *
 * <p>Open incidents stay; of the closed ones so many stay, and those closed first leave first.
 */
public final class Picture {
    private static final int DEPARTURES_REMEMBERED = 20_000;
    private static final int DECISIONS_REMEMBERED = 50_000;
    private static final int CLEARED_ALERTS_KEPT = 200;

    private final int closedKept;
    private final People people;
    private final Map<String, IncidentEntry> incidents = new HashMap<>();
    private final Map<String, Upsert<Assignment>> assignments = new HashMap<>();
    private final Map<String, Upsert<Alert>> alerts = new HashMap<>();
    private final Set<String> closedOrder = new LinkedHashSet<>();
    private final Set<String> clearedOrder = new LinkedHashSet<>();
    private final Map<String, IncidentDecision> departedDecisions = new BoundedMap<>(DECISIONS_REMEMBERED);
    private final Departed departed = new Departed(DEPARTURES_REMEMBERED);
    private StreamId seq = StreamId.ZERO;
    private StreamId floor = StreamId.ZERO;
    private Changes changes = new Changes();
    private long revision;

    /** An empty picture that keeps {@code closedKept} closed incidents. */
    public Picture(int closedKept, People people) {
        this.closedKept = closedKept;
        this.people = people;
    }

    /** Takes one message of the picture stream; what is none of its business is only counted as read. */
    public void apply(StreamId at, Object message) {
        seq = seq.later(at);
        if (message instanceof ObservedIncident observed) {
            apply(observed, at);
        } else if (message instanceof IncidentDecision decision) {
            apply(decision, at);
        } else if (message instanceof Assignment assignment) {
            apply(assignment, at);
        } else if (message instanceof PersonStatus status) {
            if (people.apply(status, at)) {
                touch(changes.people, status.personId());
            }
        } else if (message instanceof Alert alert) {
            apply(alert, at);
        }
    }

    /** Everything up to here was read, even though it was not of interest. */
    public void advanceTo(StreamId at) {
        seq = seq.later(at);
    }

    /** Takes what the graph knows; it has no place in the stream, so that it counts as just heard. */
    public void load(ObservedIncident observed, IncidentDecision decision, Collection<Assignment> sent) {
        if (observed != null) {
            apply(observed, seq);
        }
        if (decision != null) {
            apply(decision, seq);
        }
        sent.forEach(assignment -> apply(assignment, seq));
    }

    /** A person's place changed. */
    public void apply(Position position) {
        if (people.apply(position)) {
            touch(changes.people, position.personId());
        }
    }

    /** The person's own page was opened or closed, or their shift began or ended. */
    public void personChanged(String personId) {
        touch(changes.people, personId);
    }

    /** All that the graph knows is loaded; it has no place in the stream, so that nobody can resume from before now. */
    public void loaded() {
        raiseFloor(seq.next());
    }

    /** The district became known: cells and people can be told. */
    public void locate(DispatchProjection projection) {
        people.open(projection).forEach(id -> touch(changes.people, id));
        incidents.values().forEach(entry -> {
            if (place(entry)) {
                touch(changes.incidents, entry.id());
            }
        });
        loaded();
    }

    /** Nobody can resume from before this place in the stream. */
    public void raiseFloor(StreamId newFloor) {
        floor = floor.later(newFloor);
    }

    /** The stream began anew: numbers start again, what is known stays until newer versions come. */
    public void restart() {
        seq = StreamId.ZERO;
        floor = new StreamId(Long.MAX_VALUE, 0);
    }

    /** After {@link #restart()}: resuming is possible again from here on. */
    public void restarted() {
        floor = seq;
    }

    /** The picture up to and including this is in here. */
    public StreamId seq() {
        return seq;
    }

    /** Rises with every change; the same revision has the same snapshot. */
    public long revision() {
        return revision;
    }

    /** The people in it. */
    public People people() {
        return people;
    }

    /** What changed since this was last called. */
    public Changes takeChanges() {
        Changes taken = changes;
        changes = new Changes();
        return taken;
    }

    /** The incident, if it is in the picture. */
    public Optional<IncidentView> findIncident(String id) {
        return findEntry(id).map(IncidentEntry::view);
    }

    /** What was observed of the incident, if it is in the picture. */
    public Optional<ObservedIncident> findObserved(String id) {
        return findEntry(id).map(IncidentEntry::observed);
    }

    /** What was decided of the incident, if that is in the picture. */
    public Optional<IncidentDecision> findDecision(String id) {
        return findEntry(id).map(IncidentEntry::decision);
    }

    /** The incident's assignments in the picture. */
    public List<Assignment> listAssignmentsOf(String incidentId) {
        IncidentEntry entry = incidents.get(incidentId);
        return entry == null
                ? List.of()
                : entry.assignmentIds().stream()
                        .map(id -> assignments.get(id).value())
                        .toList();
    }

    /** Incidents, the newest opened first. */
    public List<IncidentView> listIncidents(boolean openOnly) {
        return incidents.values().stream()
                .filter(entry -> entry.isKnown() && (!openOnly || entry.isOpen()))
                .map(IncidentEntry::view)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** Order of {@link #listIncidents}. */
    public static final Comparator<IncidentView> NEWEST_FIRST = Comparator.comparing(IncidentView::openedAt)
            .thenComparing(IncidentView::id)
            .reversed();

    /** Assignments in the picture, of one person or of all, the newest first. */
    public List<Assignment> listAssignments(String personId, boolean activeOnly) {
        return assignments.values().stream()
                .map(Upsert::value)
                .filter(assignment -> personId == null || personId.equals(assignment.personId()))
                .filter(assignment -> !activeOnly || assignment.state().isActive())
                .sorted(Comparator.comparing(Assignment::offeredAt)
                        .thenComparing(Assignment::id)
                        .reversed())
                .toList();
    }

    /** The incident as an officer sees it, from what the graph knows of it. */
    public IncidentView join(ObservedIncident observed, IncidentDecision decision) {
        return IncidentEntry.join(observed, decision, cellIdOf(observed));
    }

    /** Everything. */
    public Parts all() {
        return new Parts(
                incidents.values().stream()
                        .filter(IncidentEntry::isKnown)
                        .map(IncidentEntry::json)
                        .toList(),
                assignments.values().stream().map(Upsert::json).toList(),
                people.listIds().stream().map(people::json).toList(),
                alerts.values().stream().map(Upsert::json).toList(),
                null);
    }

    /** Only what these changes name. */
    public Parts only(Changes changed) {
        return new Parts(
                changed.incidents.stream()
                        .flatMap(id -> findEntry(id).stream())
                        .map(IncidentEntry::json)
                        .toList(),
                changed.assignments.stream()
                        .filter(assignments::containsKey)
                        .map(id -> assignments.get(id).json())
                        .toList(),
                changed.people.stream().map(people::json).toList(),
                changed.alerts.stream()
                        .filter(alerts::containsKey)
                        .map(id -> alerts.get(id).json())
                        .toList(),
                Departed.toRemoved(changed.departures, this::isGone));
    }

    /** Whether a console that has the picture up to {@code since} can be brought up to date by {@link #since}. */
    public boolean canResume(StreamId since) {
        return since.compareTo(floor) >= 0 && !since.isAfter(seq) && departed.remembersAllSince(since);
    }

    /**
     * What a console lacks that has the picture up to {@code since}.
     *
     * @param peopleSinceMillis people whose place or page changed at or after this time of our clock
     */
    public Parts since(StreamId since, long peopleSinceMillis) {
        return new Parts(
                incidents.values().stream()
                        .filter(entry -> entry.isKnown() && entry.seq().isAfter(since))
                        .map(IncidentEntry::json)
                        .toList(),
                assignments.values().stream()
                        .filter(entry -> entry.seq().isAfter(since))
                        .map(Upsert::json)
                        .toList(),
                people.listChangedSince(since, peopleSinceMillis).stream()
                        .map(people::json)
                        .toList(),
                alerts.values().stream()
                        .filter(entry -> entry.seq().isAfter(since))
                        .map(Upsert::json)
                        .toList(),
                Departed.toRemoved(departed.listSince(since), this::isGone));
    }

    /** The person, their assignments and those incidents. */
    public Parts ofPerson(String personId) {
        List<byte[]> theirs = new ArrayList<>();
        Set<String> where = new LinkedHashSet<>();
        for (Upsert<Assignment> entry : assignments.values()) {
            if (entry.value().personId().equals(personId)) {
                theirs.add(entry.json());
                where.add(entry.value().incidentId());
            }
        }
        return new Parts(
                where.stream()
                        .flatMap(id -> findEntry(id).stream())
                        .map(IncidentEntry::json)
                        .toList(),
                theirs,
                people.isKnown(personId) ? List.of(people.json(personId)) : List.of(),
                List.of(),
                null);
    }

    /** The changes as they concern single people: their own, their assignments', and their incidents'. */
    public Map<String, Changes> byPerson(Changes changed) {
        Map<String, Changes> byPerson = new HashMap<>();
        changed.people.forEach(id -> changesOf(byPerson, id).people.add(id));
        for (String id : changed.assignments) {
            Upsert<Assignment> entry = assignments.get(id);
            if (entry != null) {
                Changes theirs = changesOf(byPerson, entry.value().personId());
                theirs.assignments.add(id);
                theirs.incidents.add(entry.value().incidentId());
            }
        }
        for (String id : changed.incidents) {
            listAssignmentsOf(id)
                    .forEach(sent ->
                            changesOf(byPerson, sent.personId()).incidents.add(id));
        }
        for (Departed.Departure departure : changed.departures) {
            if (departure.personId() != null) {
                changesOf(byPerson, departure.personId()).departures.add(departure);
            }
        }
        return byPerson;
    }

    /** How many incidents, assignments and alerts it holds. */
    public int size() {
        return incidents.size() + assignments.size() + alerts.size();
    }

    private static Changes changesOf(Map<String, Changes> byPerson, String personId) {
        return byPerson.computeIfAbsent(personId, absent -> new Changes());
    }

    private void apply(ObservedIncident observed, StreamId at) {
        IncidentEntry entry = entryOf(observed.id(), at);
        if (entry.offer(observed, at)) {
            place(entry);
            touch(changes.incidents, entry.id());
            changes.reportsReceivedAt.add(observed.updatedAt());
            shed(entry, at);
        }
    }

    private void apply(IncidentDecision decision, StreamId at) {
        IncidentEntry entry = entryOf(decision.incidentId(), at);
        if (entry.offer(decision, at)) {
            touch(changes.incidents, entry.id());
            shed(entry, at);
        }
    }

    private void apply(Assignment assignment, StreamId at) {
        boolean isNew = !assignments.containsKey(assignment.id());
        if (isNew
                && !assignment.state().isActive()
                && departedDecisions.containsKey(assignment.incidentId())
                && !incidents.containsKey(assignment.incidentId())) {
            return;
        }
        Upsert<Assignment> entry = assignments.computeIfAbsent(assignment.id(), Upsert::new);
        if (entry.offer(assignment, assignment.version(), at)) {
            entryOf(assignment.incidentId(), at).assignmentIds().add(assignment.id());
            touch(changes.assignments, assignment.id());
        }
    }

    private void apply(Alert alert, StreamId at) {
        Upsert<Alert> entry = alerts.computeIfAbsent(alert.id(), Upsert::new);
        if (!entry.offer(alert, alert.version(), at)) {
            return;
        }
        touch(changes.alerts, alert.id());
        clearedOrder.remove(alert.id());
        if (alert.clearedAt() != null) {
            clearedOrder.add(alert.id());
        }
        if (clearedOrder.size() > CLEARED_ALERTS_KEPT) {
            String eldest = clearedOrder.iterator().next();
            clearedOrder.remove(eldest);
            alerts.remove(eldest);
            leave(new Departed.Departure(Departed.Kind.ALERT, eldest, null, at));
        }
    }

    /** A late report must not bring back as open what was closed and has left: the decision is remembered. */
    private IncidentEntry entryOf(String id, StreamId at) {
        IncidentEntry known = incidents.get(id);
        if (known != null) {
            return known;
        }
        IncidentEntry entry = new IncidentEntry(id);
        incidents.put(id, entry);
        IncidentDecision decided = departedDecisions.remove(id);
        if (decided != null) {
            entry.offer(decided, at);
            closedOrder.add(id);
        }
        return entry;
    }

    private void shed(IncidentEntry changed, StreamId at) {
        if (changed.isOpen()) {
            closedOrder.remove(changed.id());
            return;
        }
        closedOrder.add(changed.id());
        while (closedOrder.size() > closedKept) {
            String eldest = closedOrder.iterator().next();
            closedOrder.remove(eldest);
            remove(incidents.remove(eldest), at);
        }
    }

    private void remove(IncidentEntry entry, StreamId at) {
        departedDecisions.put(entry.id(), entry.decision());
        for (String assignmentId : entry.assignmentIds()) {
            String personId = assignments.remove(assignmentId).value().personId();
            leave(new Departed.Departure(Departed.Kind.ASSIGNMENT, assignmentId, personId, at));
        }
        leave(new Departed.Departure(Departed.Kind.INCIDENT, entry.id(), null, at));
    }

    private void leave(Departed.Departure departure) {
        departed.add(departure);
        changes.departures.add(departure);
        revision++;
    }

    private boolean isGone(Departed.Departure departure) {
        return !switch (departure.kind()) {
            case INCIDENT -> findEntry(departure.id()).isPresent();
            case ASSIGNMENT -> assignments.containsKey(departure.id());
            case ALERT -> alerts.containsKey(departure.id());
        };
    }

    private void touch(Set<String> changed, String id) {
        changed.add(id);
        revision++;
    }

    private Optional<IncidentEntry> findEntry(String id) {
        return Optional.ofNullable(incidents.get(id)).filter(IncidentEntry::isKnown);
    }

    private boolean place(IncidentEntry entry) {
        return entry.isKnown() && entry.place(cellIdOf(entry.observed()));
    }

    private String cellIdOf(ObservedIncident observed) {
        return observed.lat() == null || observed.lon() == null
                ? null
                : people.projection()
                        .map(projection -> projection.cellIdAt(observed.lat(), observed.lon()))
                        .orElse(null);
    }
}
