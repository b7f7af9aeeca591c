package io.watchfloor.pipeline.warn.rule;

/** Looks on while rises are judged; changes nothing. */
@FunctionalInterface
public interface RiseProbe {
    /** A rise as it was found around a cell, whether or not it led to an alert. */
    void seen(Rise rise, long atMillis);
}
