package io.watchfloor.contract;

/** A message that cannot be read; its reader keeps it as a {@link DeadLetter} and moves on. */
public final class MalformedMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
