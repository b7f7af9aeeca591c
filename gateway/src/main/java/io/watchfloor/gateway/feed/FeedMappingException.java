package io.watchfloor.gateway.feed;

/** A mapping, or the file it is for, cannot be used; the message is one sentence that says why. */
public final class FeedMappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FeedMappingException(String message) {
        super(message);
    }
}
