package io.watchfloor.contract.dispatch;

/** Why a person is recommended, or passed over. */
public enum ReasonCode {
    /** For: has the skill at the level needed; names the skill that implies it where it is implied. */
    QUALIFIED,
    /** For: the certificate is valid, and until when. */
    CERTIFIED,
    /** For: a weaker stand-in for what is needed, and what for. */
    STANDS_IN,
    /** For: brings the equipment that is needed. */
    BRINGS,
    /** For: has been at work in the cell before. */
    KNOWS_CELL,
    /** For: speaks what the caller speaks, where not everybody on the list does. */
    SPEAKS,
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
    /** Against: has no such equipment at hand. */
    EQUIPMENT_MISSING,
    /** Against: not on shift now. */
    OFF_SHIFT,
    /** Against: on shift now, and no longer when they would be there. */
    SHIFT_ENDS_BEFORE_ARRIVAL,
    /** Against: bound by another assignment. */
    ASSIGNED_ELSEWHERE,
    /** Against: already sent to this incident. */
    ALREADY_SENT,
    /** Against: was asked for this incident before and declined, did not answer, left or was called back; when and why. */
    ASKED_BEFORE,
    /** Against: came back from work a short while ago and has to rest. */
    RESTING,
    /** Against: has done as much today as the rules allow. */
    WORKED_ENOUGH,
    /** Against: signed off. */
    UNAVAILABLE,
    /** Against: no road leads from the person to the incident. */
    NO_ROAD,
    /** Against: the way is longer than is asked of anybody in the district. */
    TOO_FAR,
    /** Against: was seen so far from every road of the district that no way can be told. */
    FAR_OUTSIDE,
    /** Against: the incident is so far from every road of the district that nobody of it is suggested. */
    SITE_OUTSIDE,
    /** Against: who was sent covers everything that is needed. */
    NOTHING_OPEN,
    /** Neither: the position is old, and what that adds to the way. */
    POSITION_OLD,
    /** Neither: the shift ends before the work is usually done; they come a little later in the list. */
    SHIFT_ENDS_SOON;

    /** Whether it speaks for the person. */
    public boolean isFor() {
        return compareTo(NEAR) <= 0;
    }
}
