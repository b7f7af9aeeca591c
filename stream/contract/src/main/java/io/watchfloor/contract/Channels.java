package io.watchfloor.contract;

/** Names of the Redis Streams, of what stands beside them, and the two fields every entry on them has. */
public final class Channels {
    /** Stream entry field: the {@link MessageKind#wireName()}, so that a reader can skip without parsing. */
    public static final String KIND_FIELD = "k";

    /** Stream entry field: the message as JSON, see {@link MessageCodec}. */
    public static final String MESSAGE_FIELD = "m";

    /**
     * Kind of an intake entry that holds a report taken in before and fed again, because the graph does not have it: one
     * that the pipeline knows is filed again instead of being dropped as a second copy.
     */
    public static final String FED_AGAIN_KIND = "report-again";

    /** Everything that was refused, with its reason and its raw bytes, of all worlds. */
    public static final String DEAD_LETTER = "deadletter";

    private Channels() {}

    /** Reports as acknowledged; one stream per partition, see {@link IntakePartition}. */
    public static String intake(String world, int partition) {
        return "intake:" + world + ":" + partition;
    }

    /** Versioned upserts of what is known; the entry id is the sequence number a console resumes from. */
    public static String picture(String world) {
        return "picture:" + world;
    }

    /** Each report with its incident, on its way to the graph; what a console shows is not on it. */
    public static String filed(String world) {
        return "filed:" + world;
    }

    /** A Redis hash, not a stream: that the pipeline of this world lives and how far behind it is. */
    public static String heartbeat(String world) {
        return "pipeline:heartbeat:" + world;
    }

    /** Where people are; lossy, the newest per person wins. */
    public static String position(String world) {
        return "position:" + world;
    }
}
