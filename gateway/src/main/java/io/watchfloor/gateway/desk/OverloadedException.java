package io.watchfloor.gateway.desk;

/** Too many calls to the graph are under way. */
public final class OverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says so. */
    public OverloadedException() {
        super("too many calls to the graph are under way");
    }
}
