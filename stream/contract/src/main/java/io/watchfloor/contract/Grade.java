package io.watchfloor.contract;

/** Grade of an event, I the gravest (红橙黄蓝). Not an alert's level and not a response level. */
public enum Grade {
    /** Red 红. */
    I,
    /** Orange 橙. */
    II,
    /** Yellow 黄. */
    III,
    /** Blue 蓝. */
    IV;

    /** Whether somebody's life or much else may hang on minutes: I and II. */
    public boolean isUrgent() {
        return compareTo(II) <= 0;
    }

    /** The graver of the two. */
    public Grade graver(Grade other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
