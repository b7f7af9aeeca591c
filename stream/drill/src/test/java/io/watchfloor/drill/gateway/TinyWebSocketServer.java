package io.watchfloor.drill.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** Just enough of RFC 6455 to send text, in fragments, and to hang up. */
final class TinyWebSocketServer implements AutoCloseable {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 0x1;
    private static final int CONTINUATION = 0x0;
    private static final int FINAL = 0x80;

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Socket> clients = new LinkedBlockingQueue<>();

    TinyWebSocketServer() throws IOException {
        Thread accepting = new Thread(this::accept, "tiny-web-socket-server");
        accepting.setDaemon(true);
        accepting.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** The request lines so far. */
    List<String> requests() {
        return requests;
    }

    /** The next client that connects. */
    Socket nextClient() throws InterruptedException {
        return clients.take();
    }

    /** Sends a text of fewer than 126 bytes, for which one byte of length is enough. */
    static void sendInPieces(Socket client, String text, int pieces) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < pieces; i++) {
            int from = bytes.length * i / pieces;
            int to = bytes.length * (i + 1) / pieces;
            int head = (i == 0 ? TEXT : CONTINUATION) | (i == pieces - 1 ? FINAL : 0);
            OutputStream out = client.getOutputStream();
            out.write(new byte[] {(byte) head, (byte) (to - from)});
            out.write(bytes, from, to - from);
            out.flush();
        }
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                clients.add(shakeHands(server.accept()));
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Socket shakeHands(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        requests.add(in.readLine());
        String key = "";
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            key = line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")
                    ? line.substring(line.indexOf(':') + 1).strip()
                    : key;
        }
        String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + accepted(key) + "\r\n\r\n";
        client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private static String accepted(String key) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-1");
            return Base64.getEncoder().encodeToString(sha.digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
