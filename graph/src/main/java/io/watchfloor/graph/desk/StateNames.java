package io.watchfloor.graph.desk;

import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.IncidentState;

/** What states are called in a sentence. */
final class StateNames {
    private StateNames() {}

    static String zh(AssignmentState state) {
        return switch (state) {
            case OFFERED -> "已派单";
            case ACCEPTED -> "已接单";
            case EN_ROUTE -> "在途";
            case ON_SCENE -> "已到场";
            case DONE -> "已完成";
            case DECLINED -> "已拒绝";
            case RECALLED -> "已召回";
            case TIMED_OUT -> "超时未应答";
            case LEFT -> "已退出";
        };
    }

    static String en(AssignmentState state) {
        return switch (state) {
            case OFFERED -> "offered";
            case ACCEPTED -> "accepted";
            case EN_ROUTE -> "en route";
            case ON_SCENE -> "on scene";
            case DONE -> "done";
            case DECLINED -> "declined";
            case RECALLED -> "recalled";
            case TIMED_OUT -> "timed out";
            case LEFT -> "left";
        };
    }

    static String zh(IncidentState state) {
        return switch (state) {
            case CLOSED -> "已结案";
            case REVIEWED -> "已评价";
            case SUPPRESSED -> "已挂起";
            case MERGED -> "已并入";
            default -> "仍在处理";
        };
    }

    static String en(IncidentState state) {
        return switch (state) {
            case CLOSED -> "closed";
            case REVIEWED -> "reviewed";
            case SUPPRESSED -> "suppressed";
            case MERGED -> "joined to";
            default -> "open";
        };
    }
}
