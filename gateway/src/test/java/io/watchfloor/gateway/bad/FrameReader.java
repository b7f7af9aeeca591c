package io.watchfloor.gateway.bad;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Reads what a server sends over a live socket until it closes it. */
final class FrameReader {
    /** The connection ended without a word about it. */
    static final int NO_WORD = -1;

    /** Nothing came: what was sent is the beginning of something. */
    static final int WAITS = -2;

    private static final int CLOSE = 0x8;
    private static final int PONG = 0xA;
    private static final int NO_STATUS = 1005;
    private static final int LENGTH_OF_16_BITS = 126;
    private static final int LENGTH_OF_64_BITS = 127;

    private FrameReader() {}

    /** The status it was closed with; {@link SocketFuzzer#STAYS_OPEN} when a pong came first and that is enough. */
    static int end(InputStream in, boolean stopsAtPong) throws IOException {
        DataInputStream frames = new DataInputStream(in);
        try {
            while (true) {
                int opcode = frames.readUnsignedByte() & 0xF;
                byte[] payload = new byte[Math.toIntExact(length(frames))];
                frames.readFully(payload);
                if (opcode == PONG && stopsAtPong) {
                    return SocketFuzzer.STAYS_OPEN;
                }
                if (opcode == CLOSE) {
                    return payload.length < 2 ? NO_STATUS : ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
                }
            }
        } catch (EOFException e) {
            return NO_WORD;
        } catch (SocketTimeoutException e) {
            return WAITS;
        }
    }

    /** The first message, which is a text. */
    static String text(InputStream in) throws IOException {
        DataInputStream frames = new DataInputStream(in);
        frames.readUnsignedByte();
        byte[] payload = new byte[Math.toIntExact(length(frames))];
        frames.readFully(payload);
        return new String(payload, StandardCharsets.UTF_8);
    }

    private static long length(DataInputStream frames) throws IOException {
        int length = frames.readUnsignedByte();
        return switch (length) {
            case LENGTH_OF_16_BITS -> frames.readUnsignedShort();
            case LENGTH_OF_64_BITS -> frames.readLong();
            default -> length;
        };
    }
}
