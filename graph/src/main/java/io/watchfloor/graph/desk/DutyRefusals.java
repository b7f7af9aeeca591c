package io.watchfloor.graph.desk;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Handover;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskResult.Refusal;
import io.watchfloor.graph.decision.LockedPerson;
import java.time.Duration;
import java.util.stream.Collectors;

/** Why the duty desk does not decide what it is asked for, in both languages. */
final class DutyRefusals {
    private DutyRefusals() {}

    static DeskResult tooManyPhotos(int most, long mostBytes) {
        long megabytes = mostBytes / (1024 * 1024);
        return DeskResult.refused(
                Refusal.TOO_MANY_PHOTOS,
                "一个事件最多 " + most + " 张照片、共 " + megabytes + " MB，已经满了",
                "An incident has at most " + most + " photos of " + megabytes + " MB together, and this one has them");
    }

    static DeskResult incidentNotOpen(String incidentId, IncidentDecision decision) {
        boolean merged = decision.state() == IncidentState.MERGED;
        String closedBy = decision.closedBy();
        String into = decision.mergedInto();
        String by = merged ? "事件 " + into : closedBy == null ? "" : "，由 " + closedBy + " 结案";
        String byEn = merged ? " " + into : closedBy == null ? "" : ", closed by " + closedBy;
        return DeskResult.refused(
                Refusal.INCIDENT_NOT_OPEN,
                "事件 " + incidentId + " " + StateNames.zh(decision.state()) + by,
                "Incident " + incidentId + " is " + StateNames.en(decision.state()) + byEn);
    }

    static DeskResult untilIsOver() {
        return DeskResult.refused(
                Refusal.TARGET_OUT_OF_RANGE, "签退须有将来的截止时间", "The time until which somebody is signed off lies ahead");
    }

    /** Says everything that speaks against it. */
    static DeskResult notEligible(LockedPerson person, Objection objection) {
        String zh = objection.reasons().stream().map(Reason::zh).collect(Collectors.joining("；"));
        String en = objection.reasons().stream().map(Reason::en).collect(Collectors.joining("; "));
        return DeskResult.refused(
                Refusal.NOT_ELIGIBLE,
                person.nameZh() + " 不符合派遣条件：" + zh + "。仍要派出，请写明理由",
                person.nameEn() + " is not eligible: " + en + ". To send them all the same, say why");
    }

    static DeskResult assignmentUnknown(String assignmentId) {
        return DeskResult.refused(
                Refusal.ASSIGNMENT_UNKNOWN, "没有编号为 " + assignmentId + " 的派单", "There is no assignment " + assignmentId);
    }

    static DeskResult stepNotAllowed(Assignment assignment, AssignmentState next) {
        return DeskResult.refused(
                Refusal.STEP_NOT_ALLOWED,
                "派单 " + assignment.id() + " 现在是“" + StateNames.zh(assignment.state()) + "”，不能改为“" + StateNames.zh(next)
                        + "”",
                "Assignment " + assignment.id() + " is " + StateNames.en(assignment.state()) + " and cannot become "
                        + StateNames.en(next));
    }

    static DeskResult stillAssigned(String incidentId, int active) {
        return DeskResult.refused(
                Refusal.STILL_ASSIGNED,
                "事件 " + incidentId + " 还有 " + active + " 人在处置，不能结案",
                "Incident " + incidentId + " cannot be closed while " + people(active) + " on it");
    }

    static DeskResult stillAssignedToJoin(String incidentId, int active) {
        return DeskResult.refused(
                Refusal.STILL_ASSIGNED,
                "事件 " + incidentId + " 还有 " + active + " 人在处置，请先召回再并入",
                "Incident " + incidentId + " cannot be joined while " + people(active) + " on it; recall them first");
    }

    static DeskResult alreadyMerged(String incidentId, String into) {
        return DeskResult.refused(
                Refusal.ALREADY_MERGED,
                "事件 " + incidentId + " 已并入事件 " + into + "，请直接用 " + into + "，或先撤销并入",
                "Incident " + incidentId + " is part of " + into + " already; take " + into + ", or undo that first");
    }

    static DeskResult wouldCircle(String incidentId, String into) {
        return incidentId.equals(into)
                ? DeskResult.refused(
                        Refusal.WOULD_CIRCLE,
                        "事件 " + incidentId + " 不能并入自己",
                        "Incident " + incidentId + " cannot be joined to itself")
                : DeskResult.refused(
                        Refusal.WOULD_CIRCLE,
                        "事件 " + into + " 已并入 " + incidentId + "，反过来并入会成环；请先撤销",
                        "Incident " + into + " is part of " + incidentId
                                + ", so that the other way round is a circle; undo that first");
    }

    static DeskResult typeUnknown(String type) {
        return DeskResult.refused(
                Refusal.TYPE_UNKNOWN,
                "没有代码为 " + type + " 的事件类型",
                "There is no incident type " + type + "; the types are in /api/v1/district");
    }

    static DeskResult positionInvalid() {
        return DeskResult.refused(
                Refusal.POSITION_INVALID,
                "请给出地点编号，或经纬度（纬度 -90 至 90，经度 -180 至 180，不可同为 0），二者择一",
                "Give either a place, or a latitude from -90 to 90 with a longitude from -180 to 180, not both 0");
    }

    static DeskResult reportsInvalid(int most) {
        return DeskResult.refused(
                Refusal.REPORTS_INVALID, "请选择 1 至 " + most + " 件上报", "Choose 1 to " + most + " reports");
    }

    static DeskResult reportUnknown(String reportId) {
        return DeskResult.refused(
                Refusal.REPORT_UNKNOWN,
                "没有编号为 " + reportId + " 的上报，或尚未归档",
                "There is no report " + reportId + ", or it is not filed yet");
    }

    static DeskResult reportElsewhere(String reportId, String incidentId) {
        return DeskResult.refused(
                Refusal.REPORT_ELSEWHERE,
                "上报 " + reportId + " 属于事件 " + incidentId,
                "Report " + reportId + " belongs to incident " + incidentId);
    }

    static DeskResult nothingLeft(String incidentId) {
        return DeskResult.refused(
                Refusal.NOTHING_LEFT,
                "事件 " + incidentId + " 至少要留下一件上报",
                "Incident " + incidentId + " has to keep at least one report");
    }

    static DeskResult alertUnknown(String alertId) {
        return DeskResult.refused(Refusal.ALERT_UNKNOWN, "没有编号为 " + alertId + " 的预警", "There is no alert " + alertId);
    }

    static DeskResult minutesOutOfRange(int minutes, int most) {
        return DeskResult.refused(
                Refusal.MINUTES_OUT_OF_RANGE,
                "静默时长须为 1 至 " + most + " 分钟，不能是 " + minutes,
                "An alert is silent for 1 to " + most + " minutes, not " + minutes);
    }

    static DeskResult reasonMissing() {
        return DeskResult.refused(
                Refusal.REASON_MISSING, "静默预警须说明原因", "An alert may be silent only for a reason; say which");
    }

    static DeskResult undoTooLate(Assignment sent, Duration within) {
        return DeskResult.refused(
                Refusal.UNDO_TOO_LATE,
                "派单 " + sent.id() + " 已不能撤销：仅限本人在 " + within.toSeconds() + " 秒内且对方尚未应答（现为“"
                        + StateNames.zh(sent.state()) + "”），请改用召回",
                "Assignment " + sent.id() + " cannot be undone any more: only by who sent it, within "
                        + within.toSeconds() + " s and before an answer (it is " + StateNames.en(sent.state())
                        + "); recall it instead");
    }

    static DeskResult organizationUnknown(String organizationId) {
        return DeskResult.refused(
                Refusal.ORGANIZATION_UNKNOWN,
                "没有编号为 " + organizationId + " 的部门或联动单位",
                "There is no department or partner body " + organizationId);
    }

    static DeskResult handedOver(IncidentDecision decision) {
        Handover handover = decision.handover();
        return DeskResult.refused(
                Refusal.HANDED_OVER,
                "事件 " + decision.incidentId() + " 已由 " + handover.handedBy() + " 转派给 " + handover.organizationId()
                        + "，请先收回或等待办结",
                "Incident " + decision.incidentId() + " was handed over to " + handover.organizationId() + " by "
                        + handover.handedBy() + "; take it back first, or wait until it is done");
    }

    static DeskResult notHandedOver(String incidentId) {
        return DeskResult.refused(
                Refusal.NOT_HANDED_OVER,
                "事件 " + incidentId + " 当前未转派给任何部门",
                "No department has incident " + incidentId + " at the moment");
    }

    static DeskResult targetOutOfRange() {
        return DeskResult.refused(
                Refusal.TARGET_OUT_OF_RANGE,
                "时限须为 5 秒至 60 天，延期最多 2 次；仍不够请退单",
                "A target is 5 s to 60 days and is put off twice at most; give the incident back when that is not enough");
    }

    private static String people(int count) {
        return count == 1 ? "1 person is" : count + " people are";
    }
}
