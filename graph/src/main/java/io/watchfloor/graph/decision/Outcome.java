package io.watchfloor.graph.decision;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What came of asking for something that is kept: the thing itself, or why not.
 *
 * @param <T> what was asked for
 * @param value null when refused
 * @param refusal null when it was done
 */
public record Outcome<T>(T value, DeskResult refusal) {
    /** Whether it was done. */
    @JsonIgnore
    public boolean isDone() {
        return refusal == null;
    }
}
