package io.watchfloor.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/** One console's socket, as cheap as it can be: it takes frames apart and knows which updates it has seen. */
final class FanoutSocket {
    private static final int COMPRESSED = 0x40;
    private static final int OPCODE = 0x0F;
    private static final int TEXT = 1;
    private static final int LENGTH = 0x7F;
    private static final int LONGEST_SAID = 125;
    private static final int SMALL_BUFFER_BYTES = 4 * 1024;

    /** A masked text frame; a mask of zeros leaves the text as it is. */
    private static final byte[] PING = frame("{\"kind\":\"ping\"}");

    private final SocketChannel channel;
    private final BitSet seen = new BitSet();
    private byte[] held = new byte[16 * 1024];
    private int length;
    private boolean upgraded;

    private FanoutSocket(SocketChannel channel) {
        this.channel = channel;
    }

    /** Connects and asks for the upgrade; one that will never read has small buffers and wants nothing compressed. */
    static FanoutSocket open(URI address, String authorization, boolean reads) throws IOException {
        SocketChannel channel = SocketChannel.open();
        if (!reads) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER_BYTES);
        }
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        String request = "GET " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: " + authorization + "\r\n"
                + (reads ? "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n" : "") + "\r\n";
        ByteBuffer bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.configureBlocking(false);
        return new FanoutSocket(channel);
    }

    SocketChannel channel() {
        return channel;
    }

    boolean isUpgraded() {
        return upgraded;
    }

    /** How many different updates it has seen. */
    int seen() {
        return seen.cardinality();
    }

    void ping() throws IOException {
        channel.write(ByteBuffer.wrap(PING));
    }

    /** Says something short. */
    void say(String text) throws IOException {
        channel.write(ByteBuffer.wrap(frame(text)));
    }

    /** Takes what has come; the stamps of whole messages go to {@code times}. */
    void take(ByteBuffer read, FanoutFrames frames, FanoutTimes times) throws IOException {
        int more = read.remaining();
        if (held.length < length + more) {
            held = Arrays.copyOf(held, Math.max(2 * held.length, length + more));
        }
        read.get(held, length, more);
        length += more;
        int at = upgraded ? 0 : upgrade();
        for (int next = upgraded ? frame(at, frames, times) : at; next > at; next = frame(at, frames, times)) {
            at = next;
        }
        System.arraycopy(held, at, held, 0, length - at);
        length -= at;
    }

    private int upgrade() throws IOException {
        for (int i = 3; i < length; i++) {
            if (held[i] == '\n' && held[i - 1] == '\r' && held[i - 2] == '\n') {
                String status = new String(held, 0, Math.min(length, 12), StandardCharsets.US_ASCII);
                if (!status.endsWith("101")) {
                    throw new IOException("no upgrade: " + status);
                }
                upgraded = true;
                return i + 1;
            }
        }
        return 0;
    }

    /** Where the next frame begins; {@code at} itself when this one is not whole yet. */
    private int frame(int at, FanoutFrames frames, FanoutTimes times) throws IOException {
        if (length - at < 2) {
            return at;
        }
        int size = held[at + 1] & LENGTH;
        int extra = size == 126 ? 2 : size == 127 ? 8 : 0;
        if (length - at < 2 + extra) {
            return at;
        }
        long payload = size;
        if (extra > 0) {
            payload = 0;
            for (int i = 0; i < extra; i++) {
                payload = (payload << 8) | (held[at + 2 + i] & 0xFF);
            }
        }
        int begin = at + 2 + extra;
        if (length - begin < payload) {
            return at;
        }
        if ((held[at] & OPCODE) == TEXT) {
            boolean compressed = (held[at] & COMPRESSED) != 0;
            times.note(seen, frames.stamps(held, begin, (int) payload, compressed));
        }
        return begin + (int) payload;
    }

    private static byte[] frame(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        if (payload.length > LONGEST_SAID) {
            throw new IllegalArgumentException("longer than a short frame: " + text);
        }
        ByteBuffer frame = ByteBuffer.allocate(6 + payload.length);
        frame.put((byte) 0x81).put((byte) (0x80 | payload.length)).putInt(0).put(payload);
        return frame.array();
    }
}
