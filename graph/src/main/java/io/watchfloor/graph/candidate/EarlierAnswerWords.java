package io.watchfloor.graph.candidate;

import io.watchfloor.contract.EndReason;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.dispatch.ReasonCode;

/** Says in both languages what somebody answered who was asked for the incident before. */
final class EarlierAnswerWords {
    private EarlierAnswerWords() {}

    /** {@code clock} is when, in the district's local time. */
    static Reason of(EarlierAnswer answer, String clock) {
        String zh =
                clock + " " + howZh(answer) + after(answer, "：", answer.reason() == null ? "" : zh(answer.reason()));
        String en =
                howEn(answer) + " " + clock + after(answer, ": ", answer.reason() == null ? "" : en(answer.reason()));
        return new Reason(ReasonCode.ASKED_BEFORE, zh, en);
    }

    /** What was said in words says more than the reason out of the list. */
    private static String after(EarlierAnswer answer, String colon, String reason) {
        if (answer.note() != null) {
            return colon + answer.note();
        }
        return reason.isEmpty() ? "" : colon + reason;
    }

    private static String howZh(EarlierAnswer answer) {
        return switch (answer.how()) {
            case TIMED_OUT -> "未应答";
            case LEFT -> "中途离开";
            case RECALLED -> "已被召回";
            default -> "拒绝派单";
        };
    }

    private static String howEn(EarlierAnswer answer) {
        return switch (answer.how()) {
            case TIMED_OUT -> "Did not answer";
            case LEFT -> "Left";
            case RECALLED -> "Recalled";
            default -> "Declined";
        };
    }

    private static String zh(EndReason reason) {
        return switch (reason) {
            case BUSY -> "手头有事";
            case TOO_FAR -> "距离太远";
            case NO_EQUIPMENT -> "缺少装备";
            case UNWELL -> "身体不适";
            case SHIFT_ENDING -> "即将下班";
            case RELIEVED -> "已有人接替";
            case CALLED_AWAY -> "另有紧急任务";
            case NOT_NEEDED -> "不再需要";
            case BETTER_PLACED -> "已有更合适的人";
            case MISTAKE -> "派错了";
            case OTHER -> "其他";
        };
    }

    private static String en(EndReason reason) {
        return switch (reason) {
            case BUSY -> "busy";
            case TOO_FAR -> "too far away";
            case NO_EQUIPMENT -> "no equipment";
            case UNWELL -> "unwell";
            case SHIFT_ENDING -> "shift is ending";
            case RELIEVED -> "relieved by somebody";
            case CALLED_AWAY -> "called away";
            case NOT_NEEDED -> "not needed any more";
            case BETTER_PLACED -> "somebody better placed";
            case MISTAKE -> "sent by mistake";
            case OTHER -> "another reason";
        };
    }
}
