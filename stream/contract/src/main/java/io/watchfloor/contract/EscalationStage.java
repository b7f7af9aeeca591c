package io.watchfloor.contract;

/** What an incident waits for. */
public enum EscalationStage {
    /** That an officer acknowledges it. */
    ACKNOWLEDGE,
    /** That somebody is sent. */
    DISPATCH,
    /** That whoever was sent accepts. */
    ACCEPT,
    /** That whoever accepted arrives. */
    ARRIVE
}
