package io.watchfloor.gateway.picture;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.Availability;
import io.watchfloor.contract.EquipmentStatus;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.Position;
import io.watchfloor.contract.RoadClosure;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.live.PersonView;
import io.watchfloor.gateway.redis.StreamId;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.candidate.Dispatcher;
import io.watchfloor.graph.equipment.Bringing;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The people of the district: where they are, whether they are free, on duty and reachable. Until the district is known
 * it only remembers what it hears. Belongs to one event loop.
 */
public final class People {
    private static final int MAX_REMEMBERED = 200_000;

    private final Clock clock;
    private final Map<String, PersonStatus> heardStatuses = new BoundedMap<>(MAX_REMEMBERED);
    private final Map<String, Position> heardPositions = new BoundedMap<>(MAX_REMEMBERED);
    private final Map<String, Assignment> heardAssignments = new BoundedMap<>(MAX_REMEMBERED);
    private final Map<String, RoadClosure> heardClosures = new BoundedMap<>(MAX_REMEMBERED);
    private final Map<String, EquipmentStatus> heardEquipment = new BoundedMap<>(MAX_REMEMBERED);
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Absences absences = new Absences();
    private final Map<String, Integer> openPages = new HashMap<>();
    private DispatchProjection projection;
    private Instant currentAt;
    private long revision;

    /** What the gateway itself knows of a person, and their JSON. */
    private static final class Line {
        private boolean onDuty;
        private StreamId seq = StreamId.ZERO;
        private long changedAtMillis;
        private byte[] json;
    }

    /** Nobody is known yet. */
    public People(Clock clock) {
        this.clock = clock;
    }

    /** What answers who could be sent; empty until the district is known. */
    public Optional<DispatchProjection> projection() {
        return Optional.ofNullable(projection);
    }

    /** Up to when everything that was told is known here; empty before the first time. */
    public Optional<Instant> currentAt() {
        return Optional.ofNullable(currentAt);
    }

    /** Everything that was told so far is known here now. */
    void current() {
        currentAt = clock.instant();
    }

    /** Rises whenever somebody moves, is bound or free, comes or goes, or a way becomes another. */
    public long revision() {
        return revision;
    }

    /** What a person would take along to an incident of this type when these are on it; nothing before the district is known. */
    Bringing bringing(String incidentType, List<String> sentPersonIds, String personId) {
        return projection == null
                ? Bringing.NOTHING
                : projection.bringing(incidentType, sentPersonIds, personId, clock.instant());
    }

    /** What speaks against sending a person to this incident; nothing before the district is known. */
    List<Reason> objections(ObservedIncident incident, String personId) {
        if (projection == null) {
            return List.of();
        }
        if (incident.lat() == null || incident.lon() == null) {
            return projection.objections(incident.type(), personId, clock.instant());
        }
        Dispatcher.Site site =
                new Dispatcher.Site(incident.id(), incident.type(), incident.lat(), incident.lon(), List.of());
        return projection.objections(site, personId, clock.instant());
    }

    /** Everybody, in the district's order. */
    public Set<String> listIds() {
        return lines.keySet();
    }

    /** Whether such a person belongs to the district. */
    public boolean isKnown(String personId) {
        return lines.containsKey(personId);
    }

    /** The person as an officer sees them. */
    public Optional<PersonView> find(String personId) {
        return Optional.ofNullable(lines.get(personId)).map(line -> view(personId, line));
    }

    /** Whether the person is on shift or sent somewhere; only then it matters to us where they are. */
    public boolean isAtWork(String personId) {
        Line line = lines.get(personId);
        return line != null && (line.onDuty || isSent(personId));
    }

    private boolean isSent(String personId) {
        return projection
                .find(personId)
                .map(state -> state.status() != null && state.status().availability() == Availability.ASSIGNED)
                .orElse(false);
    }

    /** Everybody as an officer sees them. */
    public List<PersonView> listAll() {
        return lines.entrySet().stream()
                .map(entry -> view(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The person's page was opened (1) or closed (-1); whether that changed if they are reachable. */
    public boolean pageOpened(String personId, int difference) {
        boolean before = isReachable(personId);
        openPages.merge(personId, difference, (known, more) -> known + more == 0 ? null : known + more);
        Line line = lines.get(personId);
        boolean changed = line != null && before != isReachable(personId);
        if (changed) {
            touch(line);
        }
        return changed;
    }

    /**
     * Looks at the clock: whose shift began or ended since the last look, and whose position is too old to say anything. Of
     * those who are not at work it is forgotten where they are.
     */
    public List<String> refreshShifts() {
        if (projection == null) {
            return new ArrayList<>();
        }
        List<String> changed = new ArrayList<>(projection.age(clock.instant()));
        changed.forEach(id -> touch(lines.get(id)));
        lines.forEach((id, line) -> {
            boolean onDuty = projection.isOnDuty(id, clock.instant());
            if (onDuty != line.onDuty) {
                line.onDuty = onDuty;
                touch(line);
                changed.add(id);
            }
            if (!onDuty && !isSent(id) && projection.forgetPosition(id)) {
                touch(line);
                changed.add(id);
            }
        });
        return changed;
    }

    /**
     * The district became known, or became another: what is known of its people goes on.
     *
     * @return everybody of the district, and who is not in it any more
     */
    Collection<String> open(DispatchProjection opened) {
        if (projection != null) {
            projection.listAll().forEach(state -> {
                Stream.ofNullable(state.status()).forEach(opened::apply);
                Stream.ofNullable(state.position()).forEach(opened::apply);
            });
        }
        projection = opened;
        heardStatuses.values().forEach(opened::apply);
        heardPositions.values().forEach(opened::apply);
        heardAssignments.values().forEach(opened::apply);
        heardClosures.values().forEach(opened::apply);
        heardEquipment.values().forEach(opened::apply);
        Map<String, Line> before = new HashMap<>(lines);
        lines.clear();
        for (DispatchProjection.PersonState state : opened.listAll()) {
            Line line = before.getOrDefault(state.person().id(), new Line());
            lines.put(state.person().id(), line);
            touch(line);
        }
        heardPositions.clear();
        refreshShifts();
        return lines.keySet();
    }

    /** What somebody works on; remembered, so that another district's projection has it too. */
    void apply(Assignment assignment) {
        heardAssignments.merge(
                assignment.id(), assignment, (known, heard) -> heard.version() > known.version() ? heard : known);
        if (projection != null) {
            projection.apply(assignment);
        }
    }

    void apply(RoadClosure closure) {
        revision++;
        heardClosures.merge(
                closure.roadId(), closure, (known, heard) -> heard.version() > known.version() ? heard : known);
        if (projection != null) {
            projection.apply(closure);
        }
    }

    void apply(EquipmentStatus status) {
        heardEquipment.merge(
                status.equipmentId(), status, (known, heard) -> heard.version() > known.version() ? heard : known);
        revision++;
        if (projection != null) {
            projection.apply(status);
        }
    }

    /** Who is signed off until a time that has come. */
    public List<String> listAbsencesOver(Instant now) {
        return absences.listOver(now).stream().filter(this::isSignedOff).toList();
    }

    private boolean isSignedOff(String personId) {
        return projection != null
                && projection
                        .find(personId)
                        .map(DispatchProjection.PersonState::status)
                        .map(status -> status.availability() == Availability.UNAVAILABLE)
                        .orElse(false);
    }

    /** Where people were seen, as far as the gateway heard of it; for whoever asks without a projection. */
    public List<Position> listHeardPositions() {
        return List.copyOf(heardPositions.values());
    }

    boolean apply(PersonStatus status, StreamId at) {
        absences.note(status);
        // Remembered in any case: an import may take somebody out of the district, and another bring them back.
        heardStatuses.merge(
                status.personId(), status, (known, heard) -> heard.version() > known.version() ? heard : known);
        if (projection == null) {
            return false;
        }
        projection.apply(status);
        return heardOf(status.personId(), at);
    }

    boolean apply(Position position) {
        if (projection == null) {
            heardPositions.merge(
                    position.personId(), position, (known, heard) -> heard.at().isAfter(known.at()) ? heard : known);
            return false;
        }
        if (!isAtWork(position.personId())) {
            return false;
        }
        projection.apply(position);
        return heardOf(position.personId(), StreamId.ZERO);
    }

    List<String> listChangedSince(StreamId seq, long millis) {
        return lines.entrySet().stream()
                .filter(entry -> entry.getValue().seq.isAfter(seq) || entry.getValue().changedAtMillis >= millis)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The person's move from there, where that is known; empty for whoever is not in the district any more. */
    Optional<Move> findMove(String personId, Changes.Place from) {
        return findPlace(personId).map(to -> new Move(personId, from, to.lat(), to.lon(), isSent(personId)));
    }

    /** Where the person is; empty until the district is known. */
    Optional<Changes.Place> findPlace(String personId) {
        return projection()
                .flatMap(known -> known.find(personId))
                .map(state -> new Changes.Place(state.lat(), state.lon()));
    }

    /** Whether the person is in this part of the map. */
    boolean isIn(String personId, MapView view) {
        return projection
                .find(personId)
                .map(state -> view.shows(state.lat(), state.lon()))
                .orElse(false);
    }

    byte[] json(String personId) {
        Line line = lines.get(personId);
        if (line.json == null) {
            line.json = Upsert.encode(view(personId, line));
        }
        return line.json;
    }

    private boolean heardOf(String personId, StreamId at) {
        Line line = lines.get(personId);
        if (line == null) {
            return false;
        }
        line.seq = line.seq.later(at);
        touch(line);
        return true;
    }

    private boolean isReachable(String personId) {
        return openPages.containsKey(personId);
    }

    private void touch(Line line) {
        revision++;
        line.changedAtMillis = clock.millis();
        line.json = null;
    }

    private PersonView view(String personId, Line line) {
        return projection
                .find(personId)
                .map(state -> state.toView(line.onDuty, isReachable(personId)))
                .orElseThrow(() -> new IllegalStateException("a person of the district is in its projection"));
    }
}
