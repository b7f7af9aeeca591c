package io.watchfloor.faults.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A console as bytes on a socket: it reads when it is told to and looks at every byte of a frame itself. Like a browser it
 * reads compressed messages (RFC 7692). Of 200 that came
 * at once the JDK's own client called a frame ill-formed in which every byte, read like this, was right.
 */
public final class RawConsole implements AutoCloseable {
    private static final int READ_BYTES = 64 * 1024;
    private static final int NARROW_BYTES = 4 * 1024;
    private static final int TEXT = 0x81;
    private static final int COMPRESSED = 0x40;
    private static final int MEDIUM = 126;
    private static final int LONG = 127;

    /** Two ends of a line, one after the other. */
    private static final int END_OF_HEAD = 0x0D0A0D0A;

    private final Socket socket;
    private final DataInputStream in;

    private RawConsole(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), READ_BYTES));
    }

    /** Asks to be let in, and does not wait for the answer yet. */
    public static RawConsole ask(URI address, String key) throws IOException {
        return ask(new Socket(), address, key);
    }

    /** Let in, and with little room for what was not read yet, so that the gateway soon notices who does not read. */
    public static RawConsole openNarrow(URI address, String key) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(NARROW_BYTES);
        RawConsole console = ask(socket, address, key);
        console.awaitLetIn();
        return console;
    }

    private static RawConsole ask(Socket socket, URI address, String key) throws IOException {
        connect(socket, address, key);
        return new RawConsole(socket);
    }

    /** Waits until it is let in. */
    public void awaitLetIn() throws IOException {
        String head = readHead();
        if (!head.contains(" 101 ")) {
            throw new IOException("no socket: " + head);
        }
    }

    private static void connect(Socket socket, URI address, String key) throws IOException {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()));
        String request = "GET /api/v1/live HTTP/1.1\r\nHost: " + address.getHost() + ":" + address.getPort()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Extensions: permessage-deflate\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer " + key + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /** All up to the empty line, byte by byte: what follows is a frame already. */
    private String readHead() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int last = 0; last != END_OF_HEAD; ) {
            int read = in.readUnsignedByte();
            head.write(read);
            last = last << Byte.SIZE | read;
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    /** Waits for the next message, one whole frame, and does not look into it yet. */
    public RawMessage read() throws IOException {
        int first = in.readUnsignedByte();
        if ((first & ~COMPRESSED) != TEXT) {
            throw new IOException("a frame that begins with " + Integer.toHexString(first));
        }
        int length = in.readUnsignedByte();
        if (length == MEDIUM) {
            length = in.readUnsignedShort();
        } else if (length == LONG) {
            length = Math.toIntExact(in.readLong());
        }
        byte[] message = new byte[length];
        in.readFully(message);
        return new RawMessage(first != TEXT, ByteBuffer.wrap(message));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
