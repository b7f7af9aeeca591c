package io.watchfloor.graph;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.graph.DeskResult.Refusal;

/** What an officer or a responder is told when something is not decided, in both languages. */
final class Refusals {
    private Refusals() {}

    static DeskResult incidentUnknown(String incidentId) {
        return DeskResult.refused(
                Refusal.INCIDENT_UNKNOWN, "没有编号为 " + incidentId + " 的事件", "There is no incident " + incidentId);
    }

    static DeskResult incidentNotOpen(String incidentId, IncidentState state, String closedBy) {
        String by = closedBy == null ? "" : "，由 " + closedBy + " 结案";
        String byEn = closedBy == null ? "" : ", closed by " + closedBy;
        return DeskResult.refused(
                Refusal.INCIDENT_NOT_OPEN,
                "事件 " + incidentId + " " + zh(state) + by,
                "Incident " + incidentId + " is " + en(state) + byEn);
    }

    static DeskResult personUnknown(String personId) {
        return DeskResult.refused(
                Refusal.PERSON_UNKNOWN, "名册上没有编号为 " + personId + " 的人员", "Nobody on the roster has the id " + personId);
    }

    /** Names who was first, and where to. */
    static DeskResult personTaken(LockedPerson person, Assignment holding, String address) {
        String where = address == null ? holding.incidentId() : holding.incidentId() + "（" + address + "）";
        String whereEn = address == null ? holding.incidentId() : holding.incidentId() + " (" + address + ")";
        return new DeskResult(
                Refusal.PERSON_TAKEN,
                person.nameZh() + " 已由 " + holding.assignedBy() + " 派往 " + where,
                person.nameEn() + " was already sent to " + whereEn + " by " + holding.assignedBy(),
                holding.assignedBy(),
                holding.incidentId(),
                null,
                null,
                null);
    }

    static DeskResult personUnavailable(LockedPerson person) {
        return DeskResult.refused(
                Refusal.PERSON_UNAVAILABLE, person.nameZh() + " 已签退，不能派遣", person.nameEn() + " is signed off");
    }

    static DeskResult assignmentUnknown(String assignmentId) {
        return DeskResult.refused(
                Refusal.ASSIGNMENT_UNKNOWN, "没有编号为 " + assignmentId + " 的派单", "There is no assignment " + assignmentId);
    }

    static DeskResult stepNotAllowed(Assignment assignment, AssignmentState next) {
        return DeskResult.refused(
                Refusal.STEP_NOT_ALLOWED,
                "派单 " + assignment.id() + " 现在是“" + zh(assignment.state()) + "”，不能改为“" + zh(next) + "”",
                "Assignment " + assignment.id() + " is " + en(assignment.state()) + " and cannot become " + en(next));
    }

    static DeskResult stillAssigned(String incidentId, int active) {
        return DeskResult.refused(
                Refusal.STILL_ASSIGNED,
                "事件 " + incidentId + " 还有 " + active + " 人在处置，不能结案",
                "Incident " + incidentId + " cannot be closed while " + active
                        + (active == 1 ? " person is" : " people are") + " on it");
    }

    private static String zh(AssignmentState state) {
        return switch (state) {
            case OFFERED -> "已派单";
            case ACCEPTED -> "已接单";
            case EN_ROUTE -> "在途";
            case ON_SCENE -> "已到场";
            case DONE -> "已完成";
            case DECLINED -> "已拒绝";
            case RECALLED -> "已召回";
            case TIMED_OUT -> "超时未应答";
        };
    }

    private static String en(AssignmentState state) {
        return switch (state) {
            case OFFERED -> "offered";
            case ACCEPTED -> "accepted";
            case EN_ROUTE -> "en route";
            case ON_SCENE -> "on scene";
            case DONE -> "done";
            case DECLINED -> "declined";
            case RECALLED -> "recalled";
            case TIMED_OUT -> "timed out";
        };
    }

    private static String zh(IncidentState state) {
        return switch (state) {
            case CLOSED -> "已结案";
            case REVIEWED -> "已评价";
            case SUPPRESSED -> "已挂起";
            case MERGED -> "已并入其他事件";
            default -> "仍在处理";
        };
    }

    private static String en(IncidentState state) {
        return switch (state) {
            case CLOSED -> "closed";
            case REVIEWED -> "reviewed";
            case SUPPRESSED -> "suppressed";
            case MERGED -> "merged into another";
            default -> "open";
        };
    }
}
