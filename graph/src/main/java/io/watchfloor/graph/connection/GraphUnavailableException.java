package io.watchfloor.graph.connection;

/** The graph cannot be reached, or did not answer in time. */
public final class GraphUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what the driver said. */
    public GraphUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
