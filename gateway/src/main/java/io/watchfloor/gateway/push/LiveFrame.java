package io.watchfloor.gateway.push;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.vertx.core.buffer.Buffer;

/**
 * One message as an unmasked WebSocket text frame (RFC 6455, 5.2), written once and compressed once, however many sockets
 * get it. Belongs to one event loop.
 */
final class LiveFrame implements AutoCloseable {
    private static final int MAX_SHORT_PAYLOAD = 125;
    private static final int MAX_MEDIUM_PAYLOAD = 65_535;
    private static final int FINAL_TEXT_FRAME = 0x81;
    private static final int COMPRESSED = 0x40;
    private static final int MAX_HEADER_BYTES = 10;

    /** Below this, compressing saves no packet. */
    private static final int MIN_COMPRESSED_BYTES = 512;

    private final Buffer message;
    private final MessageDeflater deflater;
    private ByteBuf plain;
    private ByteBuf compressed;

    /** A frame that is not written yet. */
    LiveFrame(Buffer message, MessageDeflater deflater) {
        this.message = message;
        this.deflater = deflater;
    }

    /** What it says. */
    Buffer message() {
        return message;
    }

    /** Its bytes, for a socket that reads compressed messages or one that does not; they stay this frame's. */
    ByteBuf bytes(boolean mayCompress) {
        if (mayCompress && message.length() >= MIN_COMPRESSED_BYTES) {
            if (compressed == null) {
                ByteBuf payload = deflater.deflate(message.getBytes());
                compressed = frame(FINAL_TEXT_FRAME | COMPRESSED, payload.readableBytes())
                        .writeBytes(payload);
                payload.release();
            }
            return compressed;
        }
        if (plain == null) {
            plain = frame(FINAL_TEXT_FRAME, message.length()).writeBytes(message.getBytes());
        }
        return plain;
    }

    @Override
    public void close() {
        if (plain != null) {
            plain.release();
            plain = null;
        }
        if (compressed != null) {
            compressed.release();
            compressed = null;
        }
    }

    private static ByteBuf frame(int firstByte, int length) {
        ByteBuf frame = PooledByteBufAllocator.DEFAULT.directBuffer(MAX_HEADER_BYTES + length);
        frame.writeByte(firstByte);
        if (length <= MAX_SHORT_PAYLOAD) {
            return frame.writeByte(length);
        }
        if (length <= MAX_MEDIUM_PAYLOAD) {
            return frame.writeByte(126).writeShort(length);
        }
        return frame.writeByte(127).writeLong(length);
    }
}
