package io.watchfloor.graph.desk;

import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.decision.DeskIds;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskTransaction;
import io.watchfloor.graph.decision.IncidentSteps;
import io.watchfloor.graph.decision.Refusals;
import io.watchfloor.graph.desk.JoinGraph.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Joins incidents by hand and takes that back. Each joined incident remembers what it was joined to ({@code joinedInto})
 * and shows the survivor of the whole group ({@code mergedInto}), so that a chain is one step for whoever reads it and
 * still comes apart where it was joined.
 */
final class JoinDesk {
    private final DeskTransaction desk;
    private final JoinGraph graph;
    private final String actor;

    JoinDesk(DeskTransaction desk, String actor) {
        this.desk = desk;
        this.graph = new JoinGraph(desk);
        this.actor = actor;
    }

    DeskResult join(String incidentId, String into) {
        DeskAction action = DeskAction.onIncident("join", actor, incidentId, incidentId + " → " + into)
                .withAbout(into);
        for (String id : new String[] {incidentId, into}) {
            if (!DeskIds.isIncident(id)) {
                return desk.refuse(action, Refusals.incidentUnknown(id));
            }
        }
        Map<String, IncidentDecision> locked = lock(incidentId, into, graph.listMembers(incidentId));
        IncidentDecision from = locked.get(incidentId);
        if (into.equals(from.mergedInto())) {
            return DeskResult.done(from);
        }
        DeskResult refusal = refusalOf(from, locked.get(into));
        return refusal == null ? joined(action, from, into, locked) : desk.refuse(action, refusal);
    }

    DeskResult unjoin(String incidentId) {
        DeskAction action = DeskAction.onIncident("unjoin", actor, incidentId, null);
        if (!DeskIds.isIncident(incidentId)) {
            return desk.refuse(action, Refusals.incidentUnknown(incidentId));
        }
        List<Member> below = listBelow(incidentId, graph.findSurvivor(incidentId));
        Map<String, IncidentDecision> locked = lock(incidentId, incidentId, below);
        IncidentDecision from = locked.get(incidentId);
        if (from.state() != IncidentState.MERGED) {
            return DeskResult.done(from);
        }
        List<IncidentDecision> changed = new ArrayList<>();
        IncidentDecision to = standing(IncidentSteps.separated(from, graph.stateBefore(incidentId), desk.now()));
        changed.add(to);
        for (Member member : listBelow(incidentId, from.mergedInto())) {
            changed.add(IncidentSteps.merged(lockedOrNow(locked, member.id()), incidentId, desk.now()));
        }
        graph.forget(incidentId);
        DeskResult result = DeskResult.done(to);
        desk.record(
                action.withAbout(from.mergedInto()).withNote(incidentId + " ← " + from.mergedInto()), result, changed);
        return result;
    }

    /** While it was joined nobody was looked for any more: it does not stand as if somebody were sent. */
    private IncidentDecision standing(IncidentDecision separated) {
        return separated.state() == IncidentState.DISPATCHED
                ? IncidentSteps.ended(separated, desk.listAssignments(separated.incidentId()), desk.now())
                : separated;
    }

    private DeskResult refusalOf(IncidentDecision from, IncidentDecision survivor) {
        String id = from.incidentId();
        if (id.equals(survivor.incidentId()) || id.equals(survivor.mergedInto())) {
            return DutyRefusals.wouldCircle(id, survivor.incidentId());
        }
        for (IncidentDecision each : List.of(from, survivor)) {
            if (each.state() == IncidentState.MERGED) {
                return DutyRefusals.alreadyMerged(each.incidentId(), each.mergedInto());
            }
            if (!each.state().isOpen()) {
                return DutyRefusals.incidentNotOpen(each.incidentId(), each);
            }
        }
        if (from.isHandedOver()) {
            return DutyRefusals.handedOver(from);
        }
        int active = desk.countActive(id);
        return active > 0 ? DutyRefusals.stillAssignedToJoin(id, active) : null;
    }

    private DeskResult joined(
            DeskAction action, IncidentDecision from, String into, Map<String, IncidentDecision> locked) {
        List<IncidentDecision> changed = new ArrayList<>();
        IncidentDecision to = IncidentSteps.merged(from, into, desk.now());
        changed.add(to);
        for (Member member : graph.listMembers(from.incidentId())) {
            changed.add(IncidentSteps.merged(lockedOrNow(locked, member.id()), into, desk.now()));
        }
        graph.remember(from.incidentId(), into, from.state());
        DeskResult result = DeskResult.done(to);
        desk.record(action, result, changed);
        return result;
    }

    /** In the order of ids. Who else belongs to them may change until they are locked, so it is read again after. */
    private Map<String, IncidentDecision> lock(String one, String other, List<Member> members) {
        Set<String> ids = new TreeSet<>(List.of(one));
        ids.add(other);
        members.forEach(member -> ids.add(member.id()));
        Map<String, IncidentDecision> locked = new TreeMap<>();
        ids.forEach(id -> locked.put(id, desk.lockIncident(id)));
        return locked;
    }

    /** One that came in between is locked late; should that be a deadlock, the whole decision is made again. */
    private IncidentDecision lockedOrNow(Map<String, IncidentDecision> locked, String id) {
        return locked.computeIfAbsent(id, desk::lockIncident);
    }

    /** Those that came to the survivor by way of this incident. */
    private List<Member> listBelow(String incidentId, String survivor) {
        if (survivor == null) {
            return List.of();
        }
        List<Member> all = graph.listMembers(survivor);
        List<Member> below = new ArrayList<>();
        Set<String> ids = new HashSet<>(Set.of(incidentId));
        for (boolean found = true; found; ) {
            found = false;
            for (Member member : all) {
                if (ids.contains(member.joinedInto()) && ids.add(member.id())) {
                    below.add(member);
                    found = true;
                }
            }
        }
        return below;
    }
}
