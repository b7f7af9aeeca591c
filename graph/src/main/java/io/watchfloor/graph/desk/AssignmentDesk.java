package io.watchfloor.graph.desk;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Availability;
import io.watchfloor.contract.EndReason;
import io.watchfloor.contract.EquipmentStatus;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.decision.DeskIds;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskTransaction;
import io.watchfloor.graph.decision.IncidentSteps;
import io.watchfloor.graph.decision.LockedEquipment;
import io.watchfloor.graph.decision.LockedPerson;
import io.watchfloor.graph.decision.Refusals;
import io.watchfloor.graph.desk.AssignmentSteps.Word;
import io.watchfloor.graph.equipment.Bringing;
import io.watchfloor.graph.equipment.EquipmentClaims;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Who is sent and who comes, and every step until they are free again. */
final class AssignmentDesk {
    /** A page shows the way back for less; the rest is for the way here. */
    private static final Duration UNDO_WITHIN = Duration.ofSeconds(15);

    private final DeskTransaction desk;
    private final String actor;

    /** An assignment under the locks of its person and its incident. */
    record Held(Assignment assignment, PersonStatus person, IncidentDecision incident) {}

    /** A person and an incident that are to be brought together, both locked. */
    record Pair(LockedPerson person, IncidentDecision incident) {}

    AssignmentDesk(DeskTransaction desk, String actor) {
        this.desk = desk;
        this.actor = actor;
    }

    DeskResult assign(String id, String incidentId, String personId, DutyDesk.Offer offer) {
        String note = offer.objection().told(null);
        return send(
                new DeskAction("assign", actor, incidentId, null, personId, note, null),
                () -> AssignmentSteps.offered(desk.world(), id, incidentId, personId, actor, offer, desk.now()),
                offer.bringing(),
                offer.objection());
    }

    DeskResult joinIn(
            String id, String incidentId, String personId, Bringing bringing, Objection objection, String note) {
        return send(
                new DeskAction("join-in", actor, incidentId, null, personId, objection.told(note), null),
                () -> AssignmentSteps.joined(desk.world(), id, incidentId, personId, actor, note, desk.now()),
                bringing,
                objection);
    }

    /** The assignment is made once the person is locked: whoever waited for them is not sent before they were free. */
    private DeskResult send(
            DeskAction action, Supplier<Assignment> assignment, Bringing bringing, Objection objection) {
        if (!DeskIds.isIncident(action.incidentId())) {
            return desk.refuse(action, Refusals.incidentUnknown(action.incidentId()));
        }
        Pair pair = lock(action.incidentId(), action.personId());
        Optional<Assignment> same = askedBefore(action, pair);
        if (same.isPresent()) {
            return DeskResult.done(pair.incident(), same.get(), pair.person().status());
        }
        DeskResult refusal = refusalOf(action, pair);
        if (refusal == null && objection.stands()) {
            refusal = DutyRefusals.notEligible(pair.person(), objection);
        }
        return refusal == null ? bind(action, pair, assignment.get(), bringing) : desk.refuse(action, refusal);
    }

    /** The person is bound by this very incident and officer: that was asked for before. */
    private Optional<Assignment> askedBefore(DeskAction action, Pair pair) {
        if (pair.person() == null || pair.person().status().availability() != Availability.ASSIGNED) {
            return Optional.empty();
        }
        return desk.findAssignment(pair.person().status().assignmentId())
                .filter(holding -> holding.incidentId().equals(action.incidentId())
                        && holding.assignedBy().equals(action.actor()));
    }

    /** Locks both, the person first; who is nobody has no lock. */
    Pair lock(String incidentId, String personId) {
        LockedPerson person =
                desk.lockPerson(personId).filter(LockedPerson::active).orElse(null);
        return new Pair(person, person == null ? null : desk.lockIncident(incidentId));
    }

    /** Why these two cannot be brought together; null when they can. */
    DeskResult refusalOf(DeskAction action, Pair pair) {
        if (pair.person() == null) {
            return Refusals.personUnknown(action.personId());
        }
        PersonStatus status = pair.person().status();
        if (status.availability() == Availability.ASSIGNED) {
            Assignment holding = desk.findAssignment(status.assignmentId()).orElseThrow();
            return Refusals.personTaken(pair.person(), holding, desk.findAddress(holding.incidentId()));
        }
        if (status.availability() == Availability.UNAVAILABLE) {
            return Refusals.personUnavailable(pair.person());
        }
        return pair.incident().state().isOpen()
                ? null
                : DutyRefusals.incidentNotOpen(action.incidentId(), pair.incident());
    }

    /** The one place where a person becomes bound, with what they take along; {@code also} changes with it. */
    DeskResult bind(DeskAction action, Pair pair, Assignment assignment, Bringing bringing, Assignment... also) {
        EquipmentClaims.Found found = new EquipmentClaims(desk).find(bringing);
        if (found.refusal() != null) {
            return desk.refuse(action, found.refusal());
        }
        IncidentDecision to = IncidentSteps.dispatched(pair.incident(), desk.now());
        DeskResult result = DeskResult.done(to, assignment, bound(pair.person().status(), assignment));
        List<Object> news = news(result.person(), assignment, pair.incident(), to);
        desk.record(
                action.withAssignment(assignment.id()),
                result,
                Stream.of(Stream.of(also), news.stream(), taken(found.unit(), assignment))
                        .flatMap(part -> part)
                        .toList());
        return result;
    }

    private Stream<EquipmentStatus> taken(LockedEquipment unit, Assignment assignment) {
        return Stream.ofNullable(unit).map(found -> found.status().takenFor(assignment, desk.now()));
    }

    DeskResult advance(String assignmentId, AssignmentState next, EndReason reason, String note) {
        String name = DeskAction.nameOf(next);
        Held held = hold(assignmentId);
        if (held == null) {
            DeskAction unknown = new DeskAction(name, actor, null, assignmentId, null, note, null);
            return desk.refuse(unknown, DutyRefusals.assignmentUnknown(assignmentId));
        }
        Assignment from = held.assignment();
        DeskAction action = actionOn(from, name, sayingOf(reason, note));
        if (AssignmentSteps.isTaken(from, next)) {
            return DeskResult.done(held.incident(), from, held.person());
        }
        if (!from.state().canBecome(next)) {
            return desk.refuse(action, DutyRefusals.stepNotAllowed(from, next));
        }
        boolean needsReason = next == AssignmentState.DECLINED || next == AssignmentState.LEFT;
        if (needsReason && reason == null && (note == null || note.isBlank())) {
            return desk.refuse(action, Refusals.reasonNeeded());
        }
        Instant takenAt = AssignmentSteps.takenAt(from, desk.happenedAt(), desk.now());
        return take(
                action, held, AssignmentSteps.advanced(from, next, new Word(actor, reason, note), takenAt, desk.now()));
    }

    DeskResult undo(String assignmentId) {
        Held held = hold(assignmentId);
        if (held == null) {
            DeskAction unknown = new DeskAction("undo", actor, null, assignmentId, null, null, null);
            return desk.refuse(unknown, DutyRefusals.assignmentUnknown(assignmentId));
        }
        Assignment from = held.assignment();
        DeskAction action = actionOn(from, "undo", null);
        boolean undone = from.state() == AssignmentState.RECALLED && from.reason() == EndReason.MISTAKE;
        if (undone) {
            return DeskResult.done(held.incident(), from, held.person());
        }
        boolean mine = Objects.equals(from.assignedBy(), actor);
        boolean late = desk.now().isAfter(from.offeredAt().plus(UNDO_WITHIN));
        if (from.state() != AssignmentState.OFFERED || !mine || late) {
            return desk.refuse(action, DutyRefusals.undoTooLate(from, UNDO_WITHIN));
        }
        Word word = new Word(actor, EndReason.MISTAKE, null);
        return take(action, held, AssignmentSteps.advanced(from, AssignmentState.RECALLED, word, desk.now()));
    }

    /** Whom and what it is about never changes; where it stands is read again under their locks. */
    Held hold(String assignmentId) {
        Optional<Assignment> found = desk.findAssignment(assignmentId);
        if (found.isEmpty()) {
            return null;
        }
        LockedPerson person = desk.lockPerson(found.get().personId()).orElseThrow();
        IncidentDecision incident = desk.lockIncident(found.get().incidentId());
        return new Held(desk.findAssignment(assignmentId).orElseThrow(), person.status(), incident);
    }

    /** Writes a step, and what follows from it for the person and the incident. */
    DeskResult take(DeskAction action, Held held, Assignment to) {
        Instant now = desk.now();
        boolean released =
                !to.state().isActive() && to.id().equals(held.person().assignmentId());
        PersonStatus person = released ? freed(held.person(), now) : held.person();
        IncidentDecision decision = held.incident();
        if (to.state() == AssignmentState.ON_SCENE) {
            decision = IncidentSteps.onScene(decision, to.onSceneAt(), now);
        } else if (!to.state().isActive() && decision.state().isOpen()) {
            decision = IncidentSteps.ended(decision, everybodyWith(to), now);
        }
        List<EquipmentStatus> equipment = new EquipmentClaims(desk).after(to);
        DeskResult result = DeskResult.done(decision, to, person);
        List<Object> news = news(released ? person : null, to, held.incident(), decision);
        desk.record(
                action, result, Stream.concat(news.stream(), equipment.stream()).toList());
        return result;
    }

    /** Everybody ever sent there, this one as it is to be. */
    List<Assignment> everybodyWith(Assignment to) {
        return desk.listAssignments(to.incidentId()).stream()
                .map(assignment -> assignment.id().equals(to.id()) ? to : assignment)
                .toList();
    }

    DeskAction actionOn(Assignment assignment, String name, String note) {
        return new DeskAction(name, actor, assignment.incidentId(), assignment.id(), assignment.personId(), note, null);
    }

    /** In the log a reason out of the list stands before what was said in words. */
    private static String sayingOf(EndReason reason, String note) {
        if (reason == null) {
            return note;
        }
        return note == null || note.isBlank() ? reason.name() : reason.name() + ": " + note;
    }

    private static List<Object> news(
            PersonStatus person, Assignment assignment, IncidentDecision from, IncidentDecision to) {
        return Stream.<Object>of(person, assignment, from.version() != to.version() ? to : null)
                .filter(Objects::nonNull)
                .toList();
    }

    private static PersonStatus bound(PersonStatus from, Assignment assignment) {
        return new PersonStatus(
                from.world(),
                from.personId(),
                from.version() + 1,
                Availability.ASSIGNED,
                assignment.id(),
                assignment.incidentId(),
                assignment.updatedAt());
    }

    private static PersonStatus freed(PersonStatus from, Instant now) {
        return new PersonStatus(from.world(), from.personId(), from.version() + 1, Availability.FREE, null, null, now);
    }
}
