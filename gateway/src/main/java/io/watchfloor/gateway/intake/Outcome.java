package io.watchfloor.gateway.intake;

/** What became of a sound report. */
public enum Outcome {
    /** Written durably now. */
    ACCEPTED,
    /** Was written before, with the same content. */
    DUPLICATE,
    /** The same source and source id were written before with another content. */
    CONFLICT,
    /** Too many reports wait for their write; nothing was written. */
    FULL,
    /** Redis could not be reached or refused the write; it is not acknowledged, and safe to send again. */
    UNAVAILABLE;

    /** Whether it is in the stream, exactly once. */
    public boolean isKept() {
        return this == ACCEPTED || this == DUPLICATE;
    }

    /** Whether the sender should send it again later. */
    public boolean isTransient() {
        return this == FULL || this == UNAVAILABLE;
    }
}
