package io.watchfloor.gateway.push;

import io.netty.buffer.ByteBuf;

/** The wire to one console. Belongs to one event loop. */
public interface LiveConnection {
    /** Whether what was written has left; writing on while it has not grows memory without end. */
    boolean isWritable();

    /** Whether the other side said that it reads compressed messages (permessage-deflate, RFC 7692). */
    boolean readsCompressed();

    /** Writes a frame, which leaves with the next {@link #flush}; the frame stays the caller's. */
    void write(ByteBuf frame);

    /** Lets go what was written, with one call of the system. */
    void flush();

    /** Closes it, with a WebSocket status and a reason in words. */
    void close(short status, String reason);
}
