package io.watchfloor.graph.access;

import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskResult.Refusal;

/** Why a device is not registered or revoked, in both languages. */
final class DeviceRefusals {
    private DeviceRefusals() {}

    static DeskResult invalid() {
        return DeskResult.refused(
                Refusal.DEVICE_INVALID,
                "设备编号须为 6 至 64 位字母、数字、点、下划线或连字符",
                "A device's id has 6 to 64 letters, digits, dots, underscores or hyphens");
    }

    static DeskResult taken() {
        return DeskResult.refused(
                Refusal.DEVICE_TAKEN,
                "该设备编号已登记给其他人员，请先注销",
                "That device is registered for somebody else; revoke it first");
    }

    static DeskResult unknown(String deviceId) {
        return DeskResult.refused(
                Refusal.DEVICE_UNKNOWN, "没有编号为 " + deviceId + " 的设备", "There is no device " + deviceId);
    }
}
