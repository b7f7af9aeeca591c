package io.watchfloor.contract;

/** Why an assignment ended before its work was done, as whoever ended it said. */
public enum EndReason {
    /** Busy with something else. */
    BUSY,
    /** Too far away to be of use. */
    TOO_FAR,
    /** The equipment that it takes is not at hand. */
    NO_EQUIPMENT,
    /** Unwell or hurt. */
    UNWELL,
    /** The shift is about to end. */
    SHIFT_ENDING,
    /** Somebody else has taken over. */
    RELIEVED,
    /** Called away to something more urgent. */
    CALLED_AWAY,
    /** Not needed any more. */
    NOT_NEEDED,
    /** Somebody else is better placed. */
    BETTER_PLACED,
    /** Sent by mistake. */
    MISTAKE,
    /** What the note says. */
    OTHER
}
