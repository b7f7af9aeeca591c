package io.watchfloor.contract;

/** Whether a person can be sent. Being on shift is another matter: that is the roster's. */
public enum Availability {
    /** Can be sent. */
    FREE,
    /** Bound by an assignment. */
    ASSIGNED,
    /** Signed off: ill, on a break. */
    UNAVAILABLE
}
