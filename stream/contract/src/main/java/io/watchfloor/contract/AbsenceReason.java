package io.watchfloor.contract;

/** Why somebody is signed off although their shift runs. */
public enum AbsenceReason {
    /** Ill or hurt. */
    ILL,
    /** On leave. */
    LEAVE,
    /** On a break. */
    BREAK,
    /** What the note says. */
    OTHER
}
