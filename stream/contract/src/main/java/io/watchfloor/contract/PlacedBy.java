package io.watchfloor.contract;

/** How it is known where something is. */
public enum PlacedBy {
    /** The feed gave a position. */
    REPORT,
    /** Its words name a place. */
    TEXT,
    /** An officer put it there. */
    OFFICER
}
