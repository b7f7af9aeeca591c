package io.watchfloor.contract;

/** A stretch of an incident's life whose length is measured. */
public enum MeasureStep {
    /** From the first report to the acknowledgement. */
    ANSWER,
    /** From the acknowledgement to the first sending. */
    PROCESS,
    /** From the first sending to the first arrival. */
    TRAVEL,
    /** From the first arrival to the last report back. */
    HANDLING,
    /** From the first report to the first arrival. */
    RESPONSE
}
