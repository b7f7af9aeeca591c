package io.watchfloor.graph.desk;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Succession;
import io.watchfloor.contract.SuccessionState;
import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskTransaction;
import io.watchfloor.graph.desk.AssignmentDesk.Held;
import io.watchfloor.graph.desk.AssignmentDesk.Pair;
import io.watchfloor.graph.desk.AssignmentSteps.Word;
import io.watchfloor.graph.equipment.Bringing;
import java.util.List;
import java.util.Optional;

/**
 * What happens by itself: an offer times out, and the next in line is asked. Each is recorded under the officer who sent
 * the first, in actions that only time takes ({@code time-out}, {@code offer-next}, {@code list-end}). Whoever looks at
 * the clock may ask for it, in several processes at once: what is not due any more under the locks changes nothing.
 */
final class SuccessionDesk {
    private final DeskTransaction desk;

    SuccessionDesk(DeskTransaction desk) {
        this.desk = desk;
    }

    DeskResult timeOut(String assignmentId) {
        Optional<Assignment> found = desk.findAssignment(assignmentId);
        if (found.isEmpty()) {
            return DutyRefusals.assignmentUnknown(assignmentId);
        }
        AssignmentDesk assignments = onBehalfOf(found.get());
        Held held = assignments.hold(assignmentId);
        Assignment from = held.assignment();
        boolean due = from.state() == AssignmentState.OFFERED
                && from.answerBy() != null
                && !desk.now().isBefore(from.answerBy());
        if (!due) {
            return DeskResult.done(held.incident(), from, held.person());
        }
        Word silence = new Word(null, null, null);
        return assignments.take(
                assignments.actionOn(from, "time-out", null),
                held,
                AssignmentSteps.advanced(from, AssignmentState.TIMED_OUT, silence, desk.now()));
    }

    DeskResult offerNext(String id, String assignmentId, String personId, Bringing bringing) {
        Optional<Assignment> found = desk.findAssignment(assignmentId);
        if (found.isEmpty()) {
            return DutyRefusals.assignmentUnknown(assignmentId);
        }
        AssignmentDesk assignments = onBehalfOf(found.get());
        Pair pair = assignments.lock(found.get().incidentId(), personId);
        Assignment before = desk.findAssignment(assignmentId).orElseThrow();
        if (!isDue(before)) {
            return DeskResult.done(pair.incident(), before, null);
        }
        DeskAction action = new DeskAction(
                "offer-next", before.assignedBy(), before.incidentId(), null, personId, placeOf(before), null);
        DeskResult refusal = assignments.refusalOf(action, pair);
        if (refusal != null) {
            return desk.refuse(action, refusal);
        }
        Assignment next = AssignmentSteps.offeredNext(before, id, personId, desk.now());
        Assignment passed =
                AssignmentSteps.withSuccession(before, before.succession().passedTo(id), desk.now());
        return assignments.bind(action, pair, next, bringing, passed);
    }

    DeskResult end(String assignmentId, SuccessionState why) {
        return settle(assignmentId, why, null);
    }

    DeskResult stop(String assignmentId, String officer) {
        return settle(assignmentId, SuccessionState.STOPPED, officer);
    }

    /** By an officer a list is stopped wherever it stands; by itself it ends only where the next is looked for. */
    private DeskResult settle(String assignmentId, SuccessionState why, String officer) {
        Optional<Assignment> found = desk.findAssignment(assignmentId);
        if (found.isEmpty()) {
            return DutyRefusals.assignmentUnknown(assignmentId);
        }
        AssignmentDesk assignments =
                new AssignmentDesk(desk, officer == null ? found.get().assignedBy() : officer);
        Held held = assignments.hold(assignmentId);
        Assignment from = held.assignment();
        boolean standing = from.succession() != null && from.succession().state() == SuccessionState.OPEN;
        if (!isDue(from) && !(officer != null && standing)) {
            return DeskResult.done(held.incident(), from, held.person());
        }
        String name = officer == null ? "list-end" : "list-stop";
        DeskAction action = assignments.actionOn(from, name, officer == null ? why.name() : null);
        Assignment to = AssignmentSteps.withSuccession(from, from.succession().with(why), desk.now());
        if (to.state().isActive()) {
            DeskResult result = DeskResult.done(held.incident(), to, held.person());
            desk.record(action, result, List.of(to));
            return result;
        }
        return assignments.take(action, held, to);
    }

    private AssignmentDesk onBehalfOf(Assignment assignment) {
        return new AssignmentDesk(desk, assignment.assignedBy());
    }

    private static boolean isDue(Assignment assignment) {
        Succession list = assignment.succession();
        return list != null && list.state() == SuccessionState.DUE;
    }

    private static String placeOf(Assignment before) {
        return before.succession().attempt() + 1 + "/" + before.succession().most();
    }
}
