package io.watchfloor.graph.equipment;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.EquipmentState;
import io.watchfloor.contract.EquipmentStatus;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskTransaction;
import io.watchfloor.graph.decision.LockedEquipment;
import java.util.List;
import java.util.Optional;

/** What people take along: locked, checked and bound in the transaction that sends them, given back by the one that ends it. */
public final class EquipmentClaims {
    private final DeskTransaction desk;

    /**
     * What came of looking for a unit.
     *
     * @param refusal why the person cannot be sent; null when they can
     * @param unit what they take along; null when nothing
     */
    public record Found(DeskResult refusal, LockedEquipment unit) {}

    public EquipmentClaims(DeskTransaction desk) {
        this.desk = desk;
    }

    /** Locks units in the order of their ids until one is available. */
    public Found find(Bringing bringing) {
        LockedEquipment inTheWay = null;
        for (String id : bringing.equipmentIds().stream().distinct().sorted().toList()) {
            Optional<LockedEquipment> locked = desk.lockEquipment(id).filter(LockedEquipment::active);
            if (locked.isEmpty()) {
                return new Found(bringing.needed() ? EquipmentRefusals.unknown(id) : null, null);
            }
            if (locked.get().status().state() == EquipmentState.AVAILABLE) {
                return new Found(null, locked.get());
            }
            boolean says = inTheWay == null || locked.get().status().state().isTaken();
            inTheWay = says ? locked.get() : inTheWay;
        }
        return new Found(inTheWay == null || !bringing.needed() ? null : EquipmentRefusals.taken(inTheWay), null);
    }

    /** What changes with a step of the assignment that takes something along; nothing when it takes nothing. */
    public List<EquipmentStatus> after(Assignment to) {
        boolean ended = !to.state().isActive();
        if (!ended && to.state() != AssignmentState.ON_SCENE) {
            return List.of();
        }
        return desk.lockEquipmentOf(to.id()).stream()
                .filter(status -> status.state().isTaken())
                .map(status -> ended ? status.given(desk.now()) : status.inUse(desk.now()))
                .toList();
    }
}
