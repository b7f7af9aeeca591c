package io.watchfloor.graph.equipment;

import io.watchfloor.contract.EquipmentState;
import io.watchfloor.contract.EquipmentStatus;
import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskTransaction;
import io.watchfloor.graph.decision.LockedEquipment;
import io.watchfloor.graph.decision.Refusals;
import io.watchfloor.graph.node.EquipmentNode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** Locks the unit's state and writes what changed. */
final class GraphEquipmentDesk implements EquipmentDesk {
    private final GraphTransactions transactions;
    private final Clock clock;

    GraphEquipmentDesk(GraphTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Settled set(
            String world, String equipmentId, EquipmentState state, String placeId, String note, String actor) {
        return transactions.write(tx -> {
            DeskTransaction desk =
                    new DeskTransaction(tx, world, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            String said = state.name() + (note == null || note.isBlank() ? "" : ": " + note);
            DeskAction action = new DeskAction("set-equipment", actor, null, null, null, said, equipmentId);
            LockedEquipment unit = desk.lockEquipment(equipmentId).orElse(null);
            DeskResult refusal = refusal(desk, unit, new Wanted(equipmentId, state, placeId, note));
            if (refusal != null) {
                return new Settled(desk.refuse(action, refusal), null);
            }
            EquipmentStatus known = unit.status();
            if (known.state() == state
                    && Objects.equals(known.placeId(), placeId)
                    && Objects.equals(known.note(), note)) {
                return new Settled(null, known);
            }
            EquipmentStatus set = known.set(state, placeId, note, actor, desk.now());
            desk.record(action, DeskResult.DONE, List.of(set));
            return new Settled(null, set);
        });
    }

    @Override
    public List<EquipmentStatus> list(String world) {
        return transactions.read(tx -> EquipmentNode.list(tx, world));
    }

    private record Wanted(String equipmentId, EquipmentState state, String placeId, String note) {}

    private static DeskResult refusal(DeskTransaction desk, LockedEquipment unit, Wanted wanted) {
        if (unit == null) {
            return EquipmentRefusals.unknown(wanted.equipmentId());
        }
        if (wanted.state().isTaken()) {
            return EquipmentRefusals.notSet(unit);
        }
        if (wanted.state() == EquipmentState.BROKEN
                && (wanted.note() == null || wanted.note().isBlank())) {
            return Refusals.reasonNeeded();
        }
        if (wanted.state() == EquipmentState.AVAILABLE && unit.status().state().isTaken()) {
            return EquipmentRefusals.taken(unit);
        }
        return wanted.placeId() == null || desk.hasPlace(wanted.placeId())
                ? null
                : Refusals.placeUnknown(wanted.placeId());
    }
}
