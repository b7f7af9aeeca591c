package io.watchfloor.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Finds the stamps in messages, {@code fan#NUMBER-MICROS#}. A compressed message that many sockets get is read once and
 * recognised by its bytes, so that the client takes little of the machine it shares.
 */
final class FanoutFrames {
    private static final byte[] MARK = "fan#".getBytes(StandardCharsets.US_ASCII);
    private static final int REMEMBERED = 16;
    private static final int CHUNK_BYTES = 64 * 1024;

    private final Inflater inflater = new Inflater(true);
    private final ArrayDeque<Known> known = new ArrayDeque<>();
    private final byte[] chunk = new byte[CHUNK_BYTES];

    private static final class Known {
        private final byte[] payload;
        private final long[] stamps;

        Known(byte[] payload, long[] stamps) {
            this.payload = payload;
            this.stamps = stamps;
        }
    }

    /** Number and time of each update in a message, one after the other; microseconds since 1970. */
    long[] stamps(byte[] bytes, int from, int length, boolean compressed) throws IOException {
        if (!compressed) {
            return find(bytes, from, from + length);
        }
        for (Known one : known) {
            if (Arrays.equals(one.payload, 0, one.payload.length, bytes, from, from + length)) {
                return one.stamps;
            }
        }
        byte[] payload = Arrays.copyOfRange(bytes, from, from + length);
        byte[] message = inflate(payload);
        long[] stamps = find(message, 0, message.length);
        known.addFirst(new Known(payload, stamps));
        if (known.size() > REMEMBERED) {
            known.removeLast();
        }
        return stamps;
    }

    private byte[] inflate(byte[] payload) throws IOException {
        byte[] whole = Arrays.copyOf(payload, payload.length + 4);
        whole[whole.length - 2] = (byte) 0xFF;
        whole[whole.length - 1] = (byte) 0xFF;
        inflater.reset();
        inflater.setInput(whole);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try {
            for (int read = inflater.inflate(chunk); read > 0; read = inflater.inflate(chunk)) {
                message.write(chunk, 0, read);
            }
        } catch (DataFormatException e) {
            throw new IOException("not compressed as agreed", e);
        }
        return message.toByteArray();
    }

    private static long[] find(byte[] bytes, int from, int to) {
        long[] stamps = new long[8];
        int count = 0;
        for (int i = from; i + MARK.length < to; i++) {
            if (bytes[i] == 'f' && Arrays.equals(MARK, 0, MARK.length, bytes, i, i + MARK.length)) {
                long number = 0;
                for (i += MARK.length; i < to && bytes[i] != '#'; i++) {
                    if (bytes[i] == '-') {
                        stamps = added(stamps, count++, number);
                        number = 0;
                    } else {
                        number = 10 * number + bytes[i] - '0';
                    }
                }
                stamps = added(stamps, count++, number);
            }
        }
        return Arrays.copyOf(stamps, count);
    }

    private static long[] added(long[] stamps, int count, long value) {
        long[] room = count < stamps.length ? stamps : Arrays.copyOf(stamps, 2 * stamps.length);
        room[count] = value;
        return room;
    }
}
