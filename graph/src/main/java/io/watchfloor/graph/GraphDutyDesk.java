package io.watchfloor.graph;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Availability;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PersonStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Each decision is one managed write transaction: lock, then check, then change, then audit and outbox. */
final class GraphDutyDesk implements DutyDesk {
    private final GraphTransactions transactions;
    private final Clock clock;

    GraphDutyDesk(GraphTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public DeskResult acknowledge(String world, String incidentId, String actor) {
        DeskAction action = DeskAction.onIncident("acknowledge", actor, incidentId, null);
        return decide(world, desk -> {
            if (!DeskIds.isIncident(incidentId)) {
                return desk.refuse(action, Refusals.incidentUnknown(incidentId));
            }
            IncidentDecision from = desk.lockIncident(incidentId);
            if (!from.state().isOpen() && from.acknowledgedAt() == null) {
                return desk.refuse(action, Refusals.incidentNotOpen(incidentId, from));
            }
            IncidentDecision to = IncidentSteps.acknowledged(from, actor, now());
            return settle(desk, action, from, to);
        });
    }

    @Override
    public DeskResult close(String world, String incidentId, String actor, String note) {
        DeskAction action = DeskAction.onIncident("close", actor, incidentId, note);
        return decide(world, desk -> {
            if (!DeskIds.isIncident(incidentId)) {
                return desk.refuse(action, Refusals.incidentUnknown(incidentId));
            }
            IncidentDecision from = desk.lockIncident(incidentId);
            if (from.state() == IncidentState.CLOSED || from.state() == IncidentState.REVIEWED) {
                return DeskResult.done(from);
            }
            if (!from.state().isOpen()) {
                return desk.refuse(action, Refusals.incidentNotOpen(incidentId, from));
            }
            int active = desk.countActive(incidentId);
            if (active > 0) {
                return desk.refuse(action, Refusals.stillAssigned(incidentId, active));
            }
            return settle(desk, action, from, IncidentSteps.closed(from, actor, now()));
        });
    }

    @Override
    public DeskResult assign(String world, String incidentId, String personId, String actor) {
        String assignmentId = DeskIds.assignment();
        DeskAction action = new DeskAction("assign", actor, incidentId, null, personId, null, null);
        return decide(world, desk -> {
            if (!DeskIds.isIncident(incidentId)) {
                return desk.refuse(action, Refusals.incidentUnknown(incidentId));
            }
            Optional<LockedPerson> person = desk.lockPerson(personId);
            if (person.isEmpty() || !person.get().active()) {
                return desk.refuse(action, Refusals.personUnknown(personId));
            }
            IncidentDecision from = desk.lockIncident(incidentId);
            PersonStatus status = person.get().status();
            if (status.availability() == Availability.ASSIGNED) {
                return held(desk, action, person.get(), from);
            }
            if (status.availability() == Availability.UNAVAILABLE) {
                return desk.refuse(action, Refusals.personUnavailable(person.get()));
            }
            if (!from.state().isOpen()) {
                return desk.refuse(action, Refusals.incidentNotOpen(incidentId, from));
            }
            Instant now = now();
            Assignment assignment = AssignmentSteps.offered(world, assignmentId, incidentId, personId, actor, now);
            IncidentDecision to = IncidentSteps.dispatched(from, now);
            DeskResult result = DeskResult.done(to, assignment, bound(status, assignment));
            desk.record(action.withAssignment(assignmentId), result, news(result.person(), assignment, from, to));
            return result;
        });
    }

    @Override
    public DeskResult advance(String world, String assignmentId, AssignmentState next, String actor, String note) {
        DeskAction unknown = new DeskAction(DeskAction.nameOf(next), actor, null, assignmentId, null, note, null);
        return decide(world, desk -> {
            Optional<Assignment> found = desk.findAssignment(assignmentId);
            if (found.isEmpty()) {
                return desk.refuse(unknown, Refusals.assignmentUnknown(assignmentId));
            }
            // Whom and what it is about never changes; where it stands is read again under their locks.
            LockedPerson person = desk.lockPerson(found.get().personId()).orElseThrow();
            IncidentDecision incident = desk.lockIncident(found.get().incidentId());
            Assignment from = desk.findAssignment(assignmentId).orElseThrow();
            DeskAction action = new DeskAction(
                    DeskAction.nameOf(next), actor, from.incidentId(), assignmentId, from.personId(), note, null);
            if (AssignmentSteps.isTaken(from, next)) {
                return DeskResult.done(incident, from, person.status());
            }
            if (!from.state().canBecome(next)) {
                return desk.refuse(action, Refusals.stepNotAllowed(from, next));
            }
            return advance(desk, action, from, next, person.status(), incident);
        });
    }

    private DeskResult advance(
            DeskTransaction desk,
            DeskAction action,
            Assignment from,
            AssignmentState next,
            PersonStatus status,
            IncidentDecision incident) {
        Instant now = now();
        Assignment to = AssignmentSteps.advanced(from, next, action.note(), now);
        boolean released = !next.isActive() && to.id().equals(status.assignmentId());
        PersonStatus person = released ? freed(status, now) : status;
        IncidentDecision decision = incident;
        if (next == AssignmentState.ON_SCENE) {
            decision = IncidentSteps.onScene(incident, now);
        } else if (!next.isActive()) {
            List<Assignment> all = desk.listAssignments(to.incidentId()).stream()
                    .map(assignment -> assignment.id().equals(to.id()) ? to : assignment)
                    .toList();
            decision = incident.state().isOpen() ? IncidentSteps.ended(incident, all, now) : incident;
        }
        DeskResult result = DeskResult.done(decision, to, person);
        desk.record(action, result, news(released ? person : null, to, incident, decision));
        return result;
    }

    /** The person is bound: when it is by this very incident and officer, that was asked for before. */
    private static DeskResult held(
            DeskTransaction desk, DeskAction action, LockedPerson person, IncidentDecision incident) {
        Assignment holding = desk.findAssignment(person.status().assignmentId()).orElseThrow();
        boolean asked = holding.incidentId().equals(incident.incidentId())
                && holding.assignedBy().equals(action.actor());
        if (asked) {
            return DeskResult.done(incident, holding, person.status());
        }
        String address = desk.findAddress(holding.incidentId());
        return desk.refuse(action, Refusals.personTaken(person, holding, address));
    }

    private static List<Object> news(
            PersonStatus person, Assignment assignment, IncidentDecision from, IncidentDecision to) {
        return Stream.<Object>of(person, assignment, changed(from, to) ? to : null)
                .filter(Objects::nonNull)
                .toList();
    }

    private static DeskResult settle(
            DeskTransaction desk, DeskAction action, IncidentDecision from, IncidentDecision to) {
        DeskResult result = DeskResult.done(to);
        if (changed(from, to)) {
            desk.record(action, result, List.of(to));
        }
        return result;
    }

    private static boolean changed(IncidentDecision from, IncidentDecision to) {
        return from.version() != to.version();
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

    @Override
    public DeskResult retype(ObservedIncident incident, String type, String actor) {
        String correctionId = DeskIds.correction();
        return decide(incident.world(), desk -> new CorrectionDesk(desk, incident, correctionId, actor).retype(type));
    }

    @Override
    public DeskResult place(ObservedIncident incident, Double lat, Double lon, String placeId, String actor) {
        String correctionId = DeskIds.correction();
        return decide(incident.world(), desk -> new CorrectionDesk(desk, incident, correctionId, actor)
                .place(lat, lon, placeId));
    }

    @Override
    public DeskResult split(ObservedIncident incident, List<String> reportIds, String actor) {
        String correctionId = DeskIds.correction();
        return decide(incident.world(), desk -> new SplitDesk(desk, incident, correctionId, actor).split(reportIds));
    }

    @Override
    public DeskResult join(String world, String incidentId, String into, String actor) {
        return decide(world, desk -> new JoinDesk(desk, actor).join(incidentId, into));
    }

    @Override
    public DeskResult unjoin(String world, String incidentId, String actor) {
        return decide(world, desk -> new JoinDesk(desk, actor).unjoin(incidentId));
    }

    @Override
    public DeskResult snooze(String world, String alertId, int minutes, String reason, String actor) {
        return decide(world, desk -> new AlertDesk(desk, actor).snooze(alertId, minutes, reason));
    }

    @Override
    public DeskResult unsnooze(String world, String alertId, String actor) {
        return decide(world, desk -> new AlertDesk(desk, actor).unsnooze(alertId));
    }

    private DeskResult decide(String world, Function<DeskTransaction, DeskResult> decision) {
        return transactions.write(tx -> decision.apply(new DeskTransaction(tx, world, now())));
    }

    /** Milliseconds are what a message and a person can read. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
