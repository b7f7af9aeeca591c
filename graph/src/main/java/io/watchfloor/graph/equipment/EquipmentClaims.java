package io.watchfloor.graph.equipment;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.EquipmentState;
import io.watchfloor.contract.EquipmentStatus;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskTransaction;
import io.watchfloor.graph.decision.LockedEquipment;
import java.util.List;

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
        String missing = null;
        for (String id : bringing.equipmentIds().stream().distinct().sorted().toList()) {
            LockedEquipment unit =
                    desk.lockEquipment(id).filter(LockedEquipment::active).orElse(null);
            if (unit == null) {
                missing = missing == null ? id : missing;
            } else if (unit.status().state() == EquipmentState.AVAILABLE) {
                return new Found(null, unit);
            } else if (inTheWay == null || unit.status().state().isTaken()) {
                inTheWay = unit;
            }
        }
        return new Found(bringing.needed() ? refusal(inTheWay, missing) : null, null);
    }

    /** Who has one says more than that another is gone. */
    private static DeskResult refusal(LockedEquipment inTheWay, String missing) {
        if (inTheWay != null) {
            return EquipmentRefusals.taken(inTheWay);
        }
        return missing == null ? null : EquipmentRefusals.unknown(missing);
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
