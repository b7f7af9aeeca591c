package io.watchfloor.graph.equipment;

import io.watchfloor.contract.EquipmentState;
import io.watchfloor.contract.EquipmentStatus;
import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.connection.GraphUnavailableException;
import io.watchfloor.graph.decision.DeskResult;
import java.time.Clock;
import java.util.List;

/**
 * Where it is decided what a vehicle or another piece of equipment is good for. Who is sent takes it along by the
 * {@code DutyDesk}; here an officer says that it is broken, repaired, or stands elsewhere. Each decision and each refusal is a
 * row in the audit log; what changed reaches every gateway through the picture.
 *
 * @implSpec every method throws {@link GraphUnavailableException} when the graph cannot be reached; nothing was decided then
 */
public interface EquipmentDesk {
    /** On the graph that these transactions reach. */
    static EquipmentDesk on(GraphTransactions transactions, Clock clock) {
        return new GraphEquipmentDesk(transactions, clock);
    }

    /**
     * What came of it.
     *
     * @param refusal null when it was decided
     * @param status as it stands now; null when refused
     */
    record Settled(DeskResult refusal, EquipmentStatus status) {
        /** Whether it was decided. */
        public boolean isDone() {
            return refusal == null;
        }
    }

    /**
     * Says that a unit is {@link EquipmentState#AVAILABLE} or {@link EquipmentState#BROKEN}; the same again changes nothing.
     * Refused with {@link DeskResult.Refusal#EQUIPMENT_TAKEN} when it is to be available while somebody has it. One that
     * breaks down on the way is taken off who has it.
     *
     * @param placeId where it stands; null when where it is kept
     * @param note why it is broken; it has to be said then
     */
    Settled set(String world, String equipmentId, EquipmentState state, String placeId, String note, String actor);

    /** Every unit about which anything was ever decided. */
    List<EquipmentStatus> list(String world);
}
