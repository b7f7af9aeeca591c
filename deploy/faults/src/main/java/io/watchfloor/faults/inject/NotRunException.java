package io.watchfloor.faults.inject;

/** This machine cannot inject the fault; the message says why. */
public final class NotRunException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With the reason. */
    public NotRunException(String why) {
        super(why);
    }
}
