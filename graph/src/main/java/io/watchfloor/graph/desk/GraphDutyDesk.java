package io.watchfloor.graph.desk;

import com.fasterxml.jackson.core.type.TypeReference;
import io.watchfloor.contract.AbsenceReason;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.EndReason;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.SuccessionState;
import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.decision.Asked;
import io.watchfloor.graph.decision.DeskIds;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskTransaction;
import io.watchfloor.graph.decision.IncidentSteps;
import io.watchfloor.graph.decision.OnceBook;
import io.watchfloor.graph.decision.Refusals;
import io.watchfloor.graph.equipment.Bringing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/** Each decision is one managed write transaction: lock, then check, then change, then audit and outbox. */
final class GraphDutyDesk implements DutyDesk {
    private final GraphTransactions transactions;
    private final Clock clock;
    private final Asked asked;

    GraphDutyDesk(GraphTransactions transactions, Clock clock, Asked asked) {
        this.transactions = transactions;
        this.clock = clock;
        this.asked = asked;
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
                return desk.refuse(action, DutyRefusals.incidentNotOpen(incidentId, from));
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
                return desk.refuse(action, DutyRefusals.incidentNotOpen(incidentId, from));
            }
            int active = desk.countActive(incidentId);
            if (active > 0) {
                return desk.refuse(action, DutyRefusals.stillAssigned(incidentId, active));
            }
            if (from.isHandedOver()) {
                return desk.refuse(action, DutyRefusals.handedOver(from));
            }
            return settle(desk, action, from, IncidentSteps.closed(from, actor, now()));
        });
    }

    @Override
    public DeskResult reopen(String world, String incidentId, String actor, String note) {
        DeskAction action = DeskAction.onIncident("reopen", actor, incidentId, note);
        return decide(world, desk -> {
            if (!DeskIds.isIncident(incidentId)) {
                return desk.refuse(action, Refusals.incidentUnknown(incidentId));
            }
            IncidentDecision from = desk.lockIncident(incidentId);
            if (from.state().isOpen()) {
                return DeskResult.done(from);
            }
            return from.state() == IncidentState.CLOSED
                    ? settle(desk, action, from, IncidentSteps.reopened(from, actor, now()))
                    : desk.refuse(action, DutyRefusals.incidentNotOpen(incidentId, from));
        });
    }

    @Override
    public DeskResult assign(String world, String incidentId, String personId, Offer offer, String actor) {
        String id = DeskIds.assignment();
        return decide(world, desk -> new AssignmentDesk(desk, actor).assign(id, incidentId, personId, offer));
    }

    @Override
    public DeskResult reassign(
            String world, String fromAssignmentId, String incidentId, String personId, Offer offer, String actor) {
        String id = DeskIds.assignment();
        return decide(world, desk -> new ReassignmentDesk(desk, actor)
                .reassign(id, fromAssignmentId, incidentId, personId, offer));
    }

    @Override
    public DeskResult joinIn(
            String world,
            String incidentId,
            String personId,
            Bringing bringing,
            Objection objection,
            String actor,
            String note) {
        String id = DeskIds.assignment();
        return decide(world, desk -> new AssignmentDesk(desk, actor)
                .joinIn(id, incidentId, personId, bringing, objection, note));
    }

    @Override
    public DeskResult signOff(
            String world, String personId, AbsenceReason reason, String note, Instant until, String actor) {
        return decide(world, desk -> new AbsenceDesk(desk).signOff(personId, reason, note, until, actor));
    }

    @Override
    public DeskResult signOn(String world, String personId, String actor) {
        return decide(world, desk -> new AbsenceDesk(desk).signOn(personId, actor));
    }

    @Override
    public DeskResult endAbsence(String world, String personId) {
        return decide(world, desk -> new AbsenceDesk(desk).end(personId));
    }

    @Override
    public DeskResult advance(
            String world, String assignmentId, AssignmentState next, EndReason reason, String actor, String note) {
        return decide(world, desk -> new AssignmentDesk(desk, actor).advance(assignmentId, next, reason, note));
    }

    @Override
    public DeskResult undo(String world, String assignmentId, String actor) {
        return decide(world, desk -> new AssignmentDesk(desk, actor).undo(assignmentId));
    }

    @Override
    public DeskResult timeOut(String world, String assignmentId) {
        return decide(world, desk -> new SuccessionDesk(desk).timeOut(assignmentId));
    }

    @Override
    public DeskResult offerNext(String world, String assignmentId, String personId, Bringing bringing) {
        String id = DeskIds.assignment();
        return decide(world, desk -> new SuccessionDesk(desk).offerNext(id, assignmentId, personId, bringing));
    }

    @Override
    public DeskResult endList(String world, String assignmentId, SuccessionState why) {
        return decide(world, desk -> new SuccessionDesk(desk).end(assignmentId, why));
    }

    @Override
    public DeskResult stopList(String world, String assignmentId, String actor) {
        return decide(world, desk -> new SuccessionDesk(desk).stop(assignmentId, actor));
    }

    @Override
    public DeskResult handOver(
            String world, String incidentId, String organizationId, Duration within, String reason, String actor) {
        return decide(
                world, desk -> new HandoverDesk(desk, actor).handOver(incidentId, organizationId, within, reason));
    }

    @Override
    public DeskResult handover(
            String world, String incidentId, HandoverStep step, Duration more, String reason, String actor) {
        return decide(world, desk -> new HandoverDesk(desk, actor).step(incidentId, step, more, reason));
    }

    @Override
    public DeskResult escalateHandover(String world, String incidentId) {
        return decide(world, desk -> new HandoverDesk(desk, null).escalate(incidentId));
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

    @Override
    public DeskResult retype(ObservedIncident incident, String type, String actor) {
        String correctionId = DeskIds.correction();
        return decide(incident.world(), desk -> new CorrectionDesk(desk, incident, correctionId, actor).retype(type));
    }

    @Override
    public DeskResult regrade(ObservedIncident incident, Grade grade, String actor) {
        String correctionId = DeskIds.correction();
        return decide(incident.world(), desk -> new CorrectionDesk(desk, incident, correctionId, actor).regrade(grade));
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
        return transactions.write(tx -> {
            Instant now = now();
            return new OnceBook(tx, world, now)
                    .once(
                            asked,
                            new TypeReference<DeskResult>() {},
                            () -> decision.apply(new DeskTransaction(tx, world, now, asked)),
                            Refusals::keyReused);
        });
    }

    /** Milliseconds are what a message and a person can read. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
