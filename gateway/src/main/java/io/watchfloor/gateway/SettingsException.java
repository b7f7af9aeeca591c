package io.watchfloor.gateway;

/** A setting is wrong; the message is the one sentence that says which, and what is allowed. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the sentence. */
    public SettingsException(String message) {
        super(message);
    }
}
