package io.watchfloor.gateway.push;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.zip.Deflater;

/**
 * Compresses messages as permessage-deflate has them (RFC 7692, 7.2.1), each by itself: a receiver that keeps its window
 * can read that too, so that one compressed frame serves every console. Belongs to one event loop.
 */
final class MessageDeflater {
    private static final int CHUNK_BYTES = 16 * 1024;

    /** What a flush ends with, and the extension leaves out: an empty stored block. */
    private static final int TAIL_BYTES = 4;

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final byte[] chunk = new byte[CHUNK_BYTES];

    /** The compressed message; to be released by the caller. */
    ByteBuf deflate(byte[] message) {
        deflater.reset();
        deflater.setInput(message);
        ByteBuf out = ByteBufAllocator.DEFAULT.heapBuffer(message.length / 4);
        int written = CHUNK_BYTES;
        while (written == CHUNK_BYTES) {
            written = deflater.deflate(chunk, 0, CHUNK_BYTES, Deflater.SYNC_FLUSH);
            out.writeBytes(chunk, 0, written);
        }
        return out.writerIndex(out.writerIndex() - TAIL_BYTES);
    }

    /** Gives back what the operating system holds for it. */
    void close() {
        deflater.end();
    }
}
