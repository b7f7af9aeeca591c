package io.watchfloor.contract;

/** What a vehicle or another piece of equipment is doing. */
public enum EquipmentState {
    /** Where it is kept, or where it was put; whoever may use it can take it along. */
    AVAILABLE,
    /** Somebody who was sent takes it along and is not there yet. */
    ON_THE_WAY,
    /** It is at work on the scene. */
    IN_USE,
    /** Nobody may take it along until an officer says that it is repaired. */
    BROKEN;

    /** Whether somebody has it. */
    public boolean isTaken() {
        return this == ON_THE_WAY || this == IN_USE;
    }
}
