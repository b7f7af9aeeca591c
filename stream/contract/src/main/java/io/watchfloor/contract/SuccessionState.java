package io.watchfloor.contract;

/** Where an offer stands that goes down the list until somebody accepts. */
public enum SuccessionState {
    /** Offered; the answer is awaited. */
    OPEN,
    /** Not taken; whoever is next in line at this moment is being looked for. */
    DUE,
    /** Not taken, and offered to the next. */
    PASSED,
    /** Accepted: the list is at its end. */
    ACCEPTED,
    /** Not taken, and as many as was set have been asked. */
    SPENT,
    /** Not taken, and nobody else can go. */
    NOBODY,
    /** Not taken, and nothing is missing any more. */
    FILLED,
    /** An officer stepped in. */
    STOPPED;

    /** Whether the list goes on when the offer is not taken. */
    public boolean goesOn() {
        return this == OPEN || this == ACCEPTED;
    }
}
