package io.watchfloor.text.trainer;

/** What the caller gave cannot be used; the message is one sentence for them. */
final class BadInputException extends RuntimeException {
    BadInputException(String message) {
        super(message);
    }
}
