package io.watchfloor.pipeline.io;

/** A batch could not be delivered now; worth another try. */
final class UndeliverableException extends Exception {
    private static final long serialVersionUID = 1L;

    UndeliverableException(String message, Throwable cause) {
        super(message, cause);
    }
}
