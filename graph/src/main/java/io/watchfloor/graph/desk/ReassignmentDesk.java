package io.watchfloor.graph.desk;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.EndReason;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.decision.DeskIds;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskTransaction;
import io.watchfloor.graph.decision.LockedPerson;
import io.watchfloor.graph.decision.Refusals;
import io.watchfloor.graph.desk.AssignmentDesk.Held;
import io.watchfloor.graph.desk.AssignmentDesk.Pair;
import io.watchfloor.graph.desk.AssignmentSteps.Word;
import io.watchfloor.graph.equipment.EquipmentClaims;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes somebody off one way and sends them another in one transaction: whoever cannot be sent there stays where they are
 * needed now.
 */
final class ReassignmentDesk {
    private final DeskTransaction desk;
    private final AssignmentDesk assignments;
    private final String actor;

    ReassignmentDesk(DeskTransaction desk, String actor) {
        this.desk = desk;
        this.assignments = new AssignmentDesk(desk, actor);
        this.actor = actor;
    }

    /** {@code id} is the new assignment's, {@code fromId} the one they are taken off. */
    DeskResult reassign(String id, String fromId, String incidentId, String personId, DutyDesk.Offer offer) {
        Optional<Assignment> found = desk.findAssignment(fromId);
        boolean elsewhere = DeskIds.isIncident(incidentId)
                && found.isPresent()
                && found.get().personId().equals(personId)
                && !found.get().incidentId().equals(incidentId);
        LockedPerson person = elsewhere
                ? desk.lockPerson(personId).filter(LockedPerson::active).orElse(null)
                : null;
        if (person == null || !fromId.equals(person.status().assignmentId())) {
            // Whoever is free by now, bound by something else, or nobody at all: sending them says so.
            return assignments.assign(id, incidentId, personId, offer);
        }
        Map<String, IncidentDecision> incidents = new TreeMap<>();
        incidents.put(found.get().incidentId(), null);
        incidents.put(incidentId, null);
        incidents.replaceAll((each, none) -> desk.lockIncident(each));
        Assignment from = desk.findAssignment(fromId).orElseThrow();
        DeskAction action = new DeskAction(
                "assign", actor, incidentId, null, personId, offer.objection().told(null), null);
        DeskResult refusal = refusalOf(person, from, incidents.get(incidentId), offer);
        return refusal == null ? move(action, id, person, from, incidents, offer) : desk.refuse(action, refusal);
    }

    private DeskResult refusalOf(LockedPerson person, Assignment from, IncidentDecision target, DutyDesk.Offer offer) {
        if (from.state() == AssignmentState.ON_SCENE) {
            return Refusals.personTaken(person, from, desk.findAddress(from.incidentId()));
        }
        if (!target.state().isOpen()) {
            return DutyRefusals.incidentNotOpen(target.incidentId(), target);
        }
        if (offer.objection().stands()) {
            return DutyRefusals.notEligible(person, offer.objection());
        }
        EquipmentClaims.Found unit = new EquipmentClaims(desk).find(offer.bringing());
        boolean hasOne = desk.lockEquipmentOf(from.id()).stream()
                .anyMatch(status -> offer.bringing().equipmentIds().contains(status.equipmentId()));
        return hasOne ? null : unit.refusal();
    }

    private DeskResult move(
            DeskAction action,
            String id,
            LockedPerson person,
            Assignment from,
            Map<String, IncidentDecision> incidents,
            DutyDesk.Offer offer) {
        String there = action.incidentId();
        Word word = new Word(actor, EndReason.CALLED_AWAY, "→ " + there);
        PersonStatus freed = assignments
                .take(
                        assignments.actionOn(from, "recall", word.reason().name() + ": " + word.note()),
                        new Held(from, person.status(), incidents.get(from.incidentId())),
                        AssignmentSteps.advanced(from, AssignmentState.RECALLED, word, desk.now()))
                .person();
        Pair pair = new Pair(
                new LockedPerson(person.nameZh(), person.nameEn(), person.active(), freed), incidents.get(there));
        Assignment sent = AssignmentSteps.offered(desk.world(), id, there, from.personId(), actor, offer, desk.now());
        return assignments.bind(action, pair, sent, offer.bringing());
    }
}
