package io.watchfloor.contract;

/** How a person came to an incident. */
public enum AssignmentOrigin {
    /** An officer sent them. */
    SENT,
    /** The next in line, offered by itself on behalf of the officer who had set so. */
    NEXT_IN_LINE,
    /** They joined on their own initiative. */
    JOINED
}
