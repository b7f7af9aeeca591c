package io.watchfloor.graph.decision;

import io.watchfloor.contract.Assignment;
import io.watchfloor.graph.decision.DeskResult.Refusal;

/** What somebody is told when something is not decided, in both languages: what more than one desk has to say. */
public final class Refusals {
    private Refusals() {}

    public static DeskResult incidentUnknown(String incidentId) {
        return DeskResult.refused(
                Refusal.INCIDENT_UNKNOWN, "没有编号为 " + incidentId + " 的事件", "There is no incident " + incidentId);
    }

    public static DeskResult keyReused() {
        return DeskResult.refused(
                Refusal.KEY_REUSED,
                "此 Idempotency-Key 已用于另一项请求；重发时内容须完全相同，新的请求请用新的键",
                "This Idempotency-Key was used for another request; repeat a request word for word, or take a new key");
    }

    public static DeskResult personUnknown(String personId) {
        return DeskResult.refused(
                Refusal.PERSON_UNKNOWN, "名册上没有编号为 " + personId + " 的人员", "Nobody on the roster has the id " + personId);
    }

    /** Names who was first, and where to. */
    public static DeskResult personTaken(LockedPerson person, Assignment holding, String address) {
        String where = address == null ? holding.incidentId() : holding.incidentId() + "（" + address + "）";
        String whereEn = address == null ? holding.incidentId() : holding.incidentId() + " (" + address + ")";
        return DeskResult.taken(
                person.nameZh() + " 已由 " + holding.assignedBy() + " 派往 " + where,
                person.nameEn() + " was already sent to " + whereEn + " by " + holding.assignedBy(),
                holding.assignedBy(),
                holding.incidentId());
    }

    public static DeskResult personUnavailable(LockedPerson person) {
        return DeskResult.refused(
                Refusal.PERSON_UNAVAILABLE, person.nameZh() + " 已签退，不能派遣", person.nameEn() + " is signed off");
    }

    public static DeskResult placeUnknown(String placeId) {
        return DeskResult.refused(
                Refusal.PLACE_UNKNOWN,
                "辖区内没有编号为 " + placeId + " 的地点，请选择其他地点或在地图上点选",
                "The district has no place " + placeId + "; choose another, or a point on the map");
    }

    public static DeskResult reasonNeeded() {
        return DeskResult.refused(Refusal.REASON_MISSING, "请说明原因", "Say why: choose a reason or write one");
    }
}
