package io.watchfloor.gateway.photo;

/** Not a photo, or none that is taken here; the message says why, to whoever sent it. */
public final class PhotoException extends Exception {
    private static final long serialVersionUID = 1L;

    PhotoException(String message) {
        super(message);
    }
}
