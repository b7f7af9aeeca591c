package io.watchfloor.gateway.push;

import io.netty.buffer.ByteBuf;
import io.watchfloor.gateway.redis.StreamId;

/** One console or phone, and how far behind it is. */
public final class LiveSocket {
    /** When it was last written to; a client that has not taken a frame since is behind. */
    private static final long NOT_BEHIND = -1;

    private final LiveConnection connection;
    private final LiveView view;
    private final String personId;
    private StreamId resumeFrom;
    private StreamId sentSeq = StreamId.ZERO;
    private long sentAtMillis;
    private long behindSinceMillis = NOT_BEHIND;
    private long heardAtMillis;
    private boolean open = true;

    LiveSocket(LiveConnection connection, LiveView view, String personId, StreamId resumeFrom, long nowMillis) {
        this.connection = connection;
        this.view = view;
        this.personId = personId;
        this.resumeFrom = resumeFrom;
        this.heardAtMillis = nowMillis;
    }

    /** What it is shown. */
    LiveView view() {
        return view;
    }

    /** Whose own page it is; null for a console. */
    String personId() {
        return personId;
    }

    /** Where it wants to go on; null when it needs everything. */
    StreamId takeResumeFrom() {
        StreamId from = resumeFrom;
        resumeFrom = null;
        return from;
    }

    StreamId sentSeq() {
        return sentSeq;
    }

    long sentAtMillis() {
        return sentAtMillis;
    }

    boolean isOpen() {
        return open;
    }

    boolean isWritable() {
        return connection.isWritable();
    }

    boolean isBehind() {
        return behindSinceMillis != NOT_BEHIND;
    }

    long behindMillis(long nowMillis) {
        return isBehind() ? nowMillis - behindSinceMillis : 0;
    }

    void fallBehind(long nowMillis) {
        if (!isBehind()) {
            behindSinceMillis = nowMillis;
        }
    }

    void heard(long nowMillis) {
        heardAtMillis = nowMillis;
    }

    long silentMillis(long nowMillis) {
        return nowMillis - heardAtMillis;
    }

    void send(ByteBuf frame, StreamId seq, long nowMillis) {
        connection.write(frame);
        sentSeq = seq;
        sentAtMillis = nowMillis;
        behindSinceMillis = NOT_BEHIND;
    }

    /** A frame that brings nothing new. */
    void sendAside(ByteBuf frame) {
        connection.write(frame);
    }

    void close(short status, String reason) {
        open = false;
        connection.close(status, reason);
    }

    void closed() {
        open = false;
    }
}
