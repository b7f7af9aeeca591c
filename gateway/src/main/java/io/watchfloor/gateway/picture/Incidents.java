package io.watchfloor.gateway.picture;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.Escalation;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.gateway.picture.IncidentEntry.Gravest;
import io.watchfloor.gateway.redis.StreamId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The incidents in the picture. Open ones stay; of the closed ones so many stay, and those closed first leave first. An
 * incident that is joined to another stays for as long as that one does.
 */
final class Incidents {
    private static final int DECISIONS_REMEMBERED = 50_000;

    private final int closedKept;
    private final Assignments assignments;
    private final Journal journal;
    private final Function<ObservedIncident, String> cellIdOf;
    private final Map<String, IncidentEntry> entries = new HashMap<>();
    private final Map<String, Set<String>> joined = new HashMap<>();
    private final OpenByGrade openByGrade = new OpenByGrade();
    /** Open ones that another department has taken over: whoever looks at its clock need not look at all. */
    private final Map<String, IncidentEntry> handedOver = new LinkedHashMap<>();

    private final Set<String> closedOrder = new LinkedHashSet<>();
    private final Map<String, IncidentDecision> departedDecisions = new BoundedMap<>(DECISIONS_REMEMBERED);

    private long reports;

    Incidents(int closedKept, Assignments assignments, Journal journal, Function<ObservedIncident, String> cellIdOf) {
        this.closedKept = closedKept;
        this.assignments = assignments;
        this.journal = journal;
        this.cellIdOf = cellIdOf;
    }

    void apply(ObservedIncident observed, StreamId at) {
        IncidentEntry entry = entryOf(observed.id(), at);
        int before = entry.reportCount();
        Grade gradeBefore = entry.grade();
        if (entry.offer(observed, at)) {
            reports += entry.reportCount() - before;
            entry.place(cellIdOf.apply(observed));
            journal.incident(entry.id());
            journal.reportReceived(observed.updatedAt());
            regroup(entry.id(), at);
            regroup(entry.mergedInto(), at);
            tellUrgent(gradeBefore, entry);
            settle(entry, at);
        }
    }

    void apply(IncidentDecision decision, StreamId at) {
        IncidentEntry entry = entryOf(decision.incidentId(), at);
        String before = entry.mergedInto();
        if (entry.offer(decision, at)) {
            index(entry.id(), before, decision.mergedInto());
            journal.incident(entry.id());
            regroup(before, at);
            regroup(decision.mergedInto(), at);
            settle(entry, at);
        }
    }

    void apply(Assignment assignment, StreamId at) {
        boolean late = !assignments.contains(assignment.id())
                && !assignment.state().isActive()
                && hasLeft(assignment.incidentId());
        if (!late && assignments.offer(assignment, at)) {
            entryOf(assignment.incidentId(), at).assignmentIds().add(assignment.id());
        }
    }

    void apply(Escalation escalation, StreamId at) {
        String id = escalation.incidentId();
        boolean ofNoUse = !entries.containsKey(id) && (escalation.stage() == null || hasLeft(id));
        if (!ofNoUse && entryOf(id, at).offer(escalation, at)) {
            journal.incident(id);
        }
    }

    /** The cells became known. */
    void placeAll() {
        for (IncidentEntry entry : entries.values()) {
            if (entry.isKnown() && entry.place(cellIdOf.apply(entry.observed()))) {
                journal.incident(entry.id());
            }
        }
    }

    /** The incident, once it is known what it is. */
    Optional<IncidentEntry> find(String id) {
        return Optional.ofNullable(entries.get(id)).filter(IncidentEntry::isKnown);
    }

    /** Everything known or only heard of. */
    Collection<IncidentEntry> all() {
        return entries.values();
    }

    /** Open ones that another department has taken over. */
    Collection<IncidentEntry> handedOver() {
        return handedOver.values();
    }

    /** How many reports speak of all of them. */
    long countReports() {
        return reports;
    }

    OpenByGrade openByGrade() {
        return openByGrade;
    }

    List<IncidentView> list(boolean openOnly) {
        return entries.values().stream()
                .filter(entry -> entry.isKnown() && (!openOnly || entry.isOpen()))
                .map(IncidentEntry::view)
                .sorted(Picture.NEWEST_FIRST)
                .toList();
    }

    /** Also of an incident that is only heard of. */
    Set<String> assignmentIdsOf(String incidentId) {
        IncidentEntry entry = entries.get(incidentId);
        return entry == null ? Set.of() : entry.assignmentIds();
    }

    /** What an officer sees of these versions, with what it waits for. */
    IncidentView join(ObservedIncident observed, IncidentDecision decision) {
        IncidentEntry entry = entries.get(observed.id());
        Escalation escalation = entry == null ? null : entry.escalation();
        return IncidentEntry.join(
                observed, decision, escalation, cellIdOf.apply(observed), entry == null ? null : entry.joined());
    }

    /** A late report must not bring back as open what was closed and has left: the decision is remembered. */
    private IncidentEntry entryOf(String id, StreamId at) {
        IncidentEntry known = entries.get(id);
        if (known != null) {
            return known;
        }
        IncidentEntry entry = new IncidentEntry(id);
        entries.put(id, entry);
        IncidentDecision decided = departedDecisions.remove(id);
        if (decided != null) {
            entry.offer(decided, at);
            index(id, null, decided.mergedInto());
            order(entry);
        }
        return entry;
    }

    /** Whether it was closed and has made room for others. */
    boolean hasLeft(String id) {
        return departedDecisions.containsKey(id) && !entries.containsKey(id);
    }

    private void index(String id, String before, String now) {
        if (Objects.equals(before, now)) {
            return;
        }
        if (before != null) {
            joined.computeIfPresent(before, (survivor, ids) -> ids.remove(id) && ids.isEmpty() ? null : ids);
        }
        if (now != null) {
            joined.computeIfAbsent(now, absent -> new LinkedHashSet<>()).add(id);
        }
    }

    /** What is joined to an incident, which is null when there is none, may be graver than it was. */
    private void regroup(String survivorId, StreamId at) {
        IncidentEntry survivor = survivorId == null ? null : entries.get(survivorId);
        if (survivor == null) {
            return;
        }
        Grade before = survivor.grade();
        Gravest gravest = joined.getOrDefault(survivorId, Set.of()).stream()
                .map(entries::get)
                .filter(member -> member != null && member.isKnown())
                .map(member -> new Gravest(member.id(), member.observed().grade()))
                .reduce(Gravest::or)
                .orElse(null);
        if (survivor.offer(gravest, at) && survivor.isKnown()) {
            journal.incident(survivorId);
            tellUrgent(before, survivor);
            openByGrade.note(survivor);
        }
    }

    private void tellUrgent(Grade before, IncidentEntry now) {
        if (now.grade() == Grade.I && before != Grade.I) {
            journal.urgent();
        }
    }

    private void settle(IncidentEntry changed, StreamId at) {
        openByGrade.note(changed);
        if (changed.isHandedOver()) {
            handedOver.put(changed.id(), changed);
        } else {
            handedOver.remove(changed.id());
        }
        order(changed);
        joined.getOrDefault(changed.id(), Set.of()).forEach(id -> order(entries.get(id)));
        while (closedOrder.size() > closedKept) {
            remove(closedOrder.iterator().next(), at);
        }
    }

    private void order(IncidentEntry entry) {
        boolean leavesWithAnother = entry.mergedInto() != null && entries.containsKey(entry.mergedInto());
        if (entry.isOpen() || leavesWithAnother) {
            closedOrder.remove(entry.id());
        } else {
            closedOrder.add(entry.id());
        }
    }

    private void remove(String id, StreamId at) {
        IncidentEntry entry = entries.remove(id);
        closedOrder.remove(id);
        openByGrade.forget(id);
        handedOver.remove(id);
        reports -= entry.reportCount();
        departedDecisions.put(id, entry.decision());
        index(id, entry.mergedInto(), null);
        entry.assignmentIds().forEach(assignmentId -> assignments.remove(assignmentId, at));
        journal.left(Departed.Kind.INCIDENT, id, null, at);
        List.copyOf(joined.getOrDefault(id, Set.of())).forEach(member -> remove(member, at));
    }
}
