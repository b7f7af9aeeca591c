package io.watchfloor.contract;

/** Where a handover to another department stands. */
public enum HandoverState {
    /** 转派: handed over, not taken up yet. */
    HANDED,
    /** 签收: the department has taken it up. */
    ACCEPTED,
    /** 办结: the department says it is done. */
    DONE,
    /** 退单: the department gave it back. */
    RETURNED,
    /** 收回: the desk took it back. */
    WITHDRAWN;

    /** Whether the department has it. */
    public boolean isActive() {
        return this == HANDED || this == ACCEPTED;
    }
}
