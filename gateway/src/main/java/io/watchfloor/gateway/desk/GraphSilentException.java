package io.watchfloor.gateway.desk;

/** The graph stopped answering while a call was under way; the call may still have its effect. */
public final class GraphSilentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A call that nobody waits for any longer. */
    public GraphSilentException() {
        super("the graph stopped answering", null, false, false);
    }
}
