package io.watchfloor.graph.desk;

import io.watchfloor.contract.Handover;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.decision.DeskIds;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskTransaction;
import io.watchfloor.graph.decision.IncidentSteps;
import io.watchfloor.graph.decision.Refusals;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Hands incidents over to other departments, and follows them there. */
final class HandoverDesk {
    private final DeskTransaction desk;
    private final String actor;

    HandoverDesk(DeskTransaction desk, String actor) {
        this.desk = desk;
        this.actor = actor;
    }

    DeskResult handOver(String incidentId, String organizationId, Duration within, String reason) {
        DeskAction action = DeskAction.onIncident("hand-over", actor, incidentId, organizationId + nameless(reason));
        if (!DeskIds.isIncident(incidentId)) {
            return desk.refuse(action, Refusals.incidentUnknown(incidentId));
        }
        if (!desk.hasOrganization(organizationId)) {
            return desk.refuse(action, DutyRefusals.organizationUnknown(organizationId));
        }
        if (!HandoverSteps.isTarget(within)) {
            return desk.refuse(action, DutyRefusals.targetOutOfRange());
        }
        IncidentDecision from = desk.lockIncident(incidentId);
        if (from.isHandedOver() && from.handover().organizationId().equals(organizationId)) {
            return DeskResult.done(from);
        }
        if (from.isHandedOver()) {
            return desk.refuse(action, DutyRefusals.handedOver(from));
        }
        if (!from.state().isOpen()) {
            return desk.refuse(action, DutyRefusals.incidentNotOpen(incidentId, from));
        }
        Handover handover = HandoverSteps.handed(organizationId, actor, reason, within, desk.now());
        return settle(action, IncidentSteps.handedOver(from, handover, desk.now()));
    }

    DeskResult step(String incidentId, HandoverStep step, Duration more, String reason) {
        DeskAction action = DeskAction.onIncident(nameOf(step), actor, incidentId, reason);
        if (!DeskIds.isIncident(incidentId)) {
            return desk.refuse(action, Refusals.incidentUnknown(incidentId));
        }
        if (HandoverSteps.needsReason(step) && (reason == null || reason.isBlank())) {
            return desk.refuse(action, Refusals.reasonNeeded());
        }
        IncidentDecision from = desk.lockIncident(incidentId);
        if (from.handover() != null && HandoverSteps.isTaken(from.handover(), step)) {
            return DeskResult.done(from);
        }
        if (!from.isHandedOver()) {
            return desk.refuse(action, DutyRefusals.notHandedOver(incidentId));
        }
        if (step == HandoverStep.EXTEND && !HandoverSteps.mayExtend(from.handover(), more)) {
            return desk.refuse(action, DutyRefusals.targetOutOfRange());
        }
        Handover to = HandoverSteps.after(from.handover(), step, more, actor, reason, desk.now());
        return settle(
                action,
                to.state().isActive()
                        ? IncidentSteps.handedOver(from, to, desk.now())
                        : IncidentSteps.handedBack(from, to, desk.listAssignments(incidentId), desk.now()));
    }

    /** Recorded under the officer who handed it over, as an action that only time takes. */
    DeskResult escalate(String incidentId) {
        IncidentDecision from = desk.lockIncident(incidentId);
        if (!from.isHandedOver() || !HandoverSteps.isOverdue(from.handover(), desk.now())) {
            return DeskResult.done(from);
        }
        Handover to = HandoverSteps.escalated(from.handover(), desk.now());
        DeskAction action = DeskAction.onIncident(
                "handover-overdue", to.handedBy(), incidentId, to.organizationId() + " · " + to.rung());
        return settle(action, IncidentSteps.handedOver(from, to, desk.now()));
    }

    private DeskResult settle(DeskAction action, IncidentDecision to) {
        DeskResult result = DeskResult.done(to);
        desk.record(action, result, List.of(to));
        return result;
    }

    private static String nameless(String reason) {
        return reason == null || reason.isBlank() ? "" : ": " + reason;
    }

    private static String nameOf(HandoverStep step) {
        return "handover-" + step.name().toLowerCase(Locale.ROOT);
    }
}
