package io.watchfloor.graph.equipment;

import io.watchfloor.contract.EquipmentState;
import io.watchfloor.contract.EquipmentStatus;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskResult.Refusal;
import io.watchfloor.graph.decision.LockedEquipment;

/** Why a vehicle or another piece of equipment cannot be taken along or set, in both languages. */
final class EquipmentRefusals {
    private EquipmentRefusals() {}

    static DeskResult unknown(String equipmentId) {
        return DeskResult.refused(
                Refusal.EQUIPMENT_UNKNOWN,
                "辖区内没有编号为 " + equipmentId + " 的车辆或装备",
                "The district has no vehicle or equipment " + equipmentId);
    }

    /** Names who was first, and where to; or why nobody can take it. */
    static DeskResult taken(LockedEquipment unit) {
        EquipmentStatus status = unit.status();
        if (status.state() == EquipmentState.BROKEN) {
            String note = status.note() == null ? "" : status.note();
            return DeskResult.refused(
                    Refusal.EQUIPMENT_TAKEN,
                    unit.nameZh() + " 故障停用（" + status.by() + "：" + note + "）",
                    unit.nameEn() + " is out of service (" + status.by() + ": " + note + ")");
        }
        return new DeskResult(
                Refusal.EQUIPMENT_TAKEN,
                unit.nameZh() + " 已由 " + status.by() + " 派往 " + status.incidentId(),
                unit.nameEn() + " was already sent to " + status.incidentId() + " by " + status.by(),
                status.by(),
                status.incidentId(),
                null,
                null,
                null,
                null,
                null);
    }

    static DeskResult notSet(LockedEquipment unit) {
        return DeskResult.refused(
                Refusal.STEP_NOT_ALLOWED,
                unit.nameZh() + " 的“途中”“使用中”随派单变化，只能手工设为“可用”或“故障”",
                "That " + unit.nameEn()
                        + " is on the way or in use follows from who is sent; set it available or broken");
    }
}
