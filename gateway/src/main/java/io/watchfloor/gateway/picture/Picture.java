package io.watchfloor.gateway.picture;

import io.watchfloor.contract.AlarmHealth;
import io.watchfloor.contract.Alert;
import io.watchfloor.contract.AlertDecision;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.EquipmentStatus;
import io.watchfloor.contract.Escalation;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.Measure;
import io.watchfloor.contract.Notice;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.Position;
import io.watchfloor.contract.RoadClosure;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.gateway.redis.StreamId;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.candidate.EarlierAnswer;
import io.watchfloor.graph.equipment.Bringing;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is known now. Every message is a versioned upsert, so that order and repetition make no difference; the highest
 * version wins. Belongs to one event loop.
 */
public final class Picture {
    /** Order of {@link #listIncidents}. */
    public static final Comparator<IncidentView> NEWEST_FIRST = Comparator.comparing(IncidentView::openedAt)
            .thenComparing(IncidentView::id)
            .reversed();

    private final Journal journal = new Journal();
    private final Assignments assignments = new Assignments(journal);
    private final Alerts alerts = new Alerts(journal);
    private final Notices notices = new Notices(journal);
    private final Measures measures = new Measures();
    private final People people;
    private final Incidents incidents;
    private final PictureParts parts;
    private StreamId seq = StreamId.ZERO;
    private StreamId floor = StreamId.ZERO;

    /** An empty picture that keeps {@code closedKept} closed incidents. */
    public Picture(int closedKept, People people) {
        this.people = people;
        this.incidents = new Incidents(closedKept, assignments, journal, this::cellIdOf);
        this.parts = new PictureParts(incidents, assignments, people, alerts, notices);
    }

    /** Takes one message of the picture stream; what is none of its business is only counted as read. */
    public void apply(StreamId at, Object message) {
        seq = seq.later(at);
        take(message, at);
    }

    /** Takes what is known from elsewhere; it has no place in the stream, so that it counts as just heard. */
    public void load(Object message) {
        take(message, seq);
    }

    /** Everything up to here was read, even though it was not of interest. */
    public void advanceTo(StreamId at) {
        seq = seq.later(at);
    }

    /** A person's place changed. */
    public void apply(Position position) {
        Changes.Place from = people.findPlace(position.personId()).orElse(null);
        if (people.apply(position)) {
            journal.moved(position.personId(), from);
        }
    }

    /** The person's own page was opened or closed, or their shift began or ended. */
    public void personChanged(String personId) {
        journal.person(personId);
    }

    /** All that is known from elsewhere is loaded; it has no place in the stream: nobody can resume from before now. */
    public void loaded() {
        raiseFloor(seq.next());
    }

    /** The district became known: cells and people can be told. */
    public void locate(DispatchProjection projection) {
        people.open(projection).forEach(journal::person);
        incidents.placeAll();
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
        return journal.revision();
    }

    /** The people in it. */
    public People people() {
        return people;
    }

    /** The alerts in it. */
    public Alerts alerts() {
        return alerts;
    }

    /** The measures in it. */
    public Measures measures() {
        return measures;
    }

    /** Whether a gravest incident or alert came, or became one, since {@link #takeChanges} was last called. */
    public boolean isUrgent() {
        return journal.isUrgent();
    }

    /** What changed since this was last called. */
    public Changes takeChanges() {
        return journal.takeChanges();
    }

    /** The incident, if it is in the picture. */
    public Optional<IncidentView> findIncident(String id) {
        return incidents.find(id).map(IncidentEntry::view);
    }

    /** Whether the incident was in the picture, was closed and has made room for others. */
    boolean hasLeft(String incidentId) {
        return incidents.hasLeft(incidentId);
    }

    /** What was observed of the incident, if it is in the picture. */
    public Optional<ObservedIncident> findObserved(String id) {
        return incidents.find(id).map(IncidentEntry::observed);
    }

    /** How grave the incident is together with what is joined to it. */
    public Grade gradeOf(ObservedIncident observed) {
        return incidents.find(observed.id()).map(IncidentEntry::grade).orElse(observed.grade());
    }

    /** What was decided of the incident, if that is in the picture. */
    public Optional<IncidentDecision> findDecision(String id) {
        return incidents.find(id).map(IncidentEntry::decision);
    }

    /** The assignment, if it is in the picture. */
    public Optional<Assignment> findAssignment(String id) {
        return assignments.find(id).map(Upsert::value);
    }

    /** The incident's assignments in the picture. */
    public List<Assignment> listAssignmentsOf(String incidentId) {
        return incidents.assignmentIdsOf(incidentId).stream()
                .flatMap(id -> findAssignment(id).stream())
                .toList();
    }

    /** What a person would take along to the incident, as it stands now. */
    public Bringing bringing(String incidentId, String personId) {
        List<String> sent = listAssignmentsOf(incidentId).stream()
                .filter(assignment ->
                        assignment.state().isActive() && !assignment.personId().equals(personId))
                .map(Assignment::personId)
                .toList();
        return findObserved(incidentId)
                .map(incident -> people.bringing(incident.type(), sent, personId))
                .orElse(Bringing.NOTHING);
    }

    /**
     * What speaks against sending a person there: their skills, their shift and whether it lasts until they are there,
     * their rest. Nothing while the district or the incident is not known.
     */
    public List<Reason> objections(String incidentId, String personId) {
        return findObserved(incidentId)
                .map(incident -> people.objections(incident, personId))
                .orElse(List.of());
    }

    /** Incidents, the newest opened first. */
    public List<IncidentView> listIncidents(boolean openOnly) {
        return incidents.list(openOnly);
    }

    /**
     * Of each grade so many of the open, located incidents that need or have somebody and were opened first; the gravest
     * grade first. What another department has and what is put off at this time is not among them.
     */
    public List<IncidentView> listFirstOpened(int ofEachGrade, Instant now) {
        return incidents.openByGrade().listFirst(ofEachGrade, now);
    }

    /** How many there are of which {@link #listFirstOpened} lists the first. */
    public int openLocated(Instant now) {
        return incidents.openByGrade().locatedCount(now);
    }

    /** How many open incidents another department has, or an officer has put off until after this time. */
    public int setAside(Instant now) {
        return incidents.handedOver().size() + incidents.openByGrade().putOffCount(now);
    }

    /** Who was asked for the incident before and is not to be suggested for it again, and why. */
    public Map<String, EarlierAnswer> answersOf(String incidentId) {
        return EarlierAnswer.of(listAssignmentsOf(incidentId));
    }

    /** How many open incidents need or have somebody and it is not known where they are. */
    public int openUnlocated() {
        return incidents.openByGrade().unlocatedCount();
    }

    /** Rises with everything that becomes known of an assignment. */
    public long assignmentsRevision() {
        return assignments.revision();
    }

    /** Assignments in the picture, of one person or of all, the newest first. */
    public List<Assignment> listAssignments(String personId, boolean activeOnly) {
        return assignments.list(personId, activeOnly);
    }

    /** Assignments of which this is true; for whoever looks at the clock. */
    public List<Assignment> listAssignments(Predicate<Assignment> wanted) {
        return assignments.all().stream().map(Upsert::value).filter(wanted).toList();
    }

    /** Decisions about open incidents that another department has taken over, of which this is true. */
    public List<IncidentDecision> listHandedOver(Predicate<IncidentDecision> wanted) {
        return incidents.handedOver().stream()
                .map(IncidentEntry::decision)
                .filter(wanted)
                .toList();
    }

    /** The incident as an officer sees it, from what the graph knows of it. */
    public IncidentView join(ObservedIncident observed, IncidentDecision decision) {
        return incidents.join(observed, decision);
    }

    /** Everything. */
    public Parts all() {
        return parts.all();
    }

    /** Only what these changes name. */
    public Parts only(Changes changed) {
        return parts.only(changed);
    }

    /** What these changes name but for people who merely moved; of those only these. */
    public Parts only(Changes changed, List<String> moved) {
        return parts.only(changed, moved);
    }

    /** These people. */
    public Parts people(List<String> personIds) {
        return parts.people(personIds);
    }

    /** Those who merely moved. */
    public List<Move> listMoves(Changes changed) {
        return changed.moved.entrySet().stream()
                .flatMap(move -> people.findMove(move.getKey(), move.getValue()).stream())
                .toList();
    }

    /** Who is in this view and not in that one. */
    public Parts peopleIn(MapView view, MapView notIn) {
        return parts.peopleIn(view, notIn);
    }

    /** Whether a console that has the picture up to {@code since} can be brought up to date by {@link #since}. */
    public boolean canResume(StreamId since) {
        return since.compareTo(floor) >= 0 && !since.isAfter(seq) && journal.remembersAllSince(since);
    }

    /**
     * What a console lacks that has the picture up to {@code since}.
     *
     * @param peopleSinceMillis people whose place or page changed at or after this time of our clock
     */
    public Parts since(StreamId since, long peopleSinceMillis) {
        return parts.since(since, peopleSinceMillis, journal.listDeparturesSince(since));
    }

    /** The person, their assignments and those incidents. */
    public Parts ofPerson(String personId) {
        return parts.ofPerson(personId);
    }

    /** Only what these changes of one person's own part name, see {@link #byPerson}. */
    public Parts onlyFor(String personId, Changes theirs) {
        return parts.onlyFor(personId, theirs);
    }

    /** The changes as they concern single people: their own, their assignments', their incidents', messages to them. */
    public Map<String, Changes> byPerson(Changes changed) {
        return parts.byPerson(changed);
    }

    /** How many reports speak of the incidents in it, open and closed. */
    public long countReports() {
        return incidents.countReports();
    }

    /** How many incidents, assignments and alerts it holds. */
    public int size() {
        return incidents.all().size() + assignments.all().size() + alerts.all().size();
    }

    private void take(Object message, StreamId at) {
        if (message instanceof ObservedIncident observed) {
            incidents.apply(observed, at);
        } else if (message instanceof IncidentDecision decision) {
            incidents.apply(decision, at);
        } else if (message instanceof Assignment assignment) {
            incidents.apply(assignment, at);
            people.apply(assignment);
        } else if (message instanceof Escalation escalation) {
            incidents.apply(escalation, at);
        } else if (message instanceof PersonStatus status) {
            if (people.apply(status, at)) {
                journal.person(status.personId());
            }
        } else if (message instanceof RoadClosure closure) {
            people.apply(closure);
        } else if (message instanceof EquipmentStatus status) {
            people.apply(status);
        } else if (message instanceof Alert alert) {
            alerts.apply(alert, at);
        } else if (message instanceof AlertDecision decision) {
            alerts.apply(decision, at);
        } else if (message instanceof Notice notice) {
            notices.apply(notice, at);
        } else if (message instanceof Measure measure) {
            measures.apply(measure, at);
        } else if (message instanceof AlarmHealth health) {
            measures.apply(health, at);
        }
    }

    private String cellIdOf(ObservedIncident observed) {
        return observed.lat() == null || observed.lon() == null
                ? null
                : people.projection()
                        .map(projection -> projection.cellIdAt(observed.lat(), observed.lon()))
                        .orElse(null);
    }
}
