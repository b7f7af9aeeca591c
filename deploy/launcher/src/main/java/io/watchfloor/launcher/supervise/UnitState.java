package io.watchfloor.launcher.supervise;

/** Where a unit stands. */
public enum UnitState {
    WAITING,
    STARTING,
    READY,
    /** It died and is about to be started again. */
    PAUSING,
    FAILED,
    STOPPED
}
