package io.watchfloor.contract;

/** Where an incident stands in the seven-step loop (七步闭环). Steps may be skipped. */
public enum IncidentState {
    /** 采集: known, nobody has looked yet. */
    REPORTED,
    /** 立案: an officer has acknowledged it. */
    OPENED,
    /** 派遣: somebody has been sent. */
    DISPATCHED,
    /** 处置: somebody is on the scene. */
    HANDLING,
    /** 反馈: everybody sent has reported back. */
    REPORTED_BACK,
    /** 核查结案: checked and closed. */
    CLOSED,
    /** 评价: reviewed. */
    REVIEWED,
    /** Held back, with a reason and an expiry. */
    SUPPRESSED,
    /** Joined to another incident. */
    MERGED;

    /** Whether it still needs somebody. */
    public boolean isOpen() {
        return compareTo(CLOSED) < 0;
    }
}
