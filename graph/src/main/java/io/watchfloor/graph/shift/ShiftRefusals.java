package io.watchfloor.graph.shift;

import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskResult.Refusal;
import io.watchfloor.graph.shift.ShiftDesk.Handover;

/** What an officer is told when a shift's own matters are not done, in both languages. */
final class ShiftRefusals {
    private ShiftRefusals() {}

    static DeskResult minutesOutOfRange(int minutes, int most) {
        return DeskResult.refused(
                Refusal.MINUTES_OUT_OF_RANGE,
                "时长须为 1 至 " + most + " 分钟，不能是 " + minutes,
                "Choose 1 to " + most + " minutes, not " + minutes);
    }

    static DeskResult reasonMissing() {
        return DeskResult.refused(
                Refusal.REASON_MISSING, "暂缓事件须说明原因", "An incident may be put off only for a reason; say which");
    }

    static DeskResult noteUnknown(String noteId) {
        return DeskResult.refused(Refusal.NOTE_UNKNOWN, "没有编号为 " + noteId + " 的记录", "There is no note " + noteId);
    }

    static DeskResult handoverUnknown(String id) {
        return DeskResult.refused(Refusal.HANDOVER_UNKNOWN, "没有编号为 " + id + " 的交接", "There is no handover " + id);
    }

    static DeskResult alreadySigned(Handover handover) {
        return DeskResult.refused(
                Refusal.HANDOVER_SIGNED,
                "此交接已由 " + handover.signedBy() + " 接班签收",
                handover.signedBy() + " has signed for this handover already");
    }

    static DeskResult ownHandover() {
        return DeskResult.refused(
                Refusal.OWN_HANDOVER,
                "不能签收自己的交接，须由接班人签收",
                "Nobody signs for their own handover; the next officer does");
    }
}
