package io.watchfloor.contract.dispatch;

/** Why a person is recommended, or passed over. */
public enum ReasonCode {
    /** For: has the skill at the level needed; names the skill that implies it where it is implied. */
    QUALIFIED,
    /** For: the certificate is valid, and until when. */
    CERTIFIED,
    /** For: on shift until when. */
    ON_SHIFT,
    /** For: travel time and distance by road. */
    NEAR,
    /** Against: does not have the skill. */
    SKILL_MISSING,
    /** Against: has the skill, at too low a level. */
    LEVEL_TOO_LOW,
    /** Against: the certificate has expired. */
    CERTIFICATE_EXPIRED,
    /** Against: not on shift now. */
    OFF_SHIFT,
    /** Against: bound by another assignment. */
    ASSIGNED_ELSEWHERE,
    /** Against: already sent to this incident. */
    ALREADY_SENT,
    /** Against: signed off. */
    UNAVAILABLE,
    /** Against: no road leads from the person to the incident. */
    NO_ROAD,
    /** Neither: the position is old, and what that adds to the way. */
    POSITION_OLD;

    /** Whether it speaks for the person. */
    public boolean isFor() {
        return compareTo(NEAR) <= 0;
    }
}
