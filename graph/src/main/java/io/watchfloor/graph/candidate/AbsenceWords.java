package io.watchfloor.graph.candidate;

import io.watchfloor.contract.Absence;
import io.watchfloor.contract.AbsenceReason;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.dispatch.ReasonCode;

/** Says in both languages why somebody is signed off. */
final class AbsenceWords {
    private AbsenceWords() {}

    /** {@code until} is when they are back, in the district's local time; null when that is open. */
    static Reason of(Absence absence, String until) {
        String noteZh = absence.note() == null ? "" : "：" + absence.note();
        String noteEn = absence.note() == null ? "" : ": " + absence.note();
        return new Reason(
                ReasonCode.UNAVAILABLE,
                "暂离（" + zh(absence.reason()) + "）" + noteZh + (until == null ? "" : "，至 " + until),
                "Signed off (" + en(absence.reason()) + ")" + noteEn + (until == null ? "" : ", until " + until));
    }

    private static String zh(AbsenceReason reason) {
        return switch (reason) {
            case ILL -> "病假";
            case LEAVE -> "请假";
            case BREAK -> "休息";
            case OTHER -> "其他";
        };
    }

    private static String en(AbsenceReason reason) {
        return switch (reason) {
            case ILL -> "ill";
            case LEAVE -> "on leave";
            case BREAK -> "on a break";
            case OTHER -> "another reason";
        };
    }
}
