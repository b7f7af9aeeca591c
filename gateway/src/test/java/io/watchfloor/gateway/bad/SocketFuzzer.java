package io.watchfloor.gateway.bad;

import io.vertx.core.buffer.Buffer;
import io.watchfloor.gateway.RunningGateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.Deflater;

/** Frames made at random, and such as the protocol forbids; each is held against what it must be answered. */
final class SocketFuzzer {
    /** Stands for a socket that stays open, and answers a ping. */
    static final int STAYS_OPEN = 0;

    private static final int TEXT = 0x81;
    private static final int BINARY = 0x82;
    private static final int CLOSE = 0x88;
    private static final int PING = 0x89;
    private static final int COMPRESSED = 0x40;
    private static final int FIN = 0x80;
    private static final int MASK = 0x80;
    /** As few as are read at once: what is closed with more to read is torn, and its last word may be lost. */
    private static final int ZEROS = 1_500;

    private static final int MAGNIFIED = 4 * 1024 * 1024;
    private static final byte[] CONTROL_PING = frame(PING, true, new byte[0]);

    private final RunningGateway gateway;
    private final Random random;

    /** What is sent, and the statuses it may be closed with; of an open socket a pong is expected. */
    record Shot(String what, Buffer bytes, Set<Integer> allowed, boolean compresses) {}

    SocketFuzzer(RunningGateway gateway, Random random) {
        this.gateway = gateway;
        this.random = random;
    }

    /** One of each kind. */
    List<Shot> kinds() {
        return List.of(
                shot("unmasked frame", 1002, frame(TEXT, false, utf8("{\"kind\":\"ping\"}"))),
                shot("fragmented ping", 1002, frame(0x09, true, new byte[3])),
                shot("ping of 126 bytes", 1002, frame(PING, true, new byte[126])),
                shot("unknown opcode", 1002, frame(0x83, true, new byte[3])),
                shot("continuation of nothing", 1002, frame(FIN, true, new byte[3])),
                new Shot(
                        "compressed bit, nothing agreed",
                        Buffer.buffer(frame(TEXT | COMPRESSED, true, random(40))),
                        Set.of(1002, 1003, 1007),
                        false),
                new Shot(
                        "close of one byte", Buffer.buffer(frame(CLOSE, true, new byte[1])), Set.of(1002, 1007), false),
                shot("frame of 60,000 bytes", 1009, frame(TEXT, true, new byte[60_000])),
                shot("pieces of 8 kB together", 1009, pieces()),
                shot("bytes for a text", 1003, frame(BINARY, true, new byte[3])),
                shot("unknown kind", 1003, frame(TEXT, true, utf8("{\"kind\":\"no-such-kind\"}"))),
                shot("no JSON", 1003, frame(TEXT, true, utf8("kind=ping"))),
                shot("a box that is none", 1003, frame(TEXT, true, utf8("{\"kind\":\"view\",\"box\":[1,2,\"x\",4]}"))),
                shot("text that is no UTF-8", 1007, frame(TEXT, true, new byte[] {'"', (byte) 0xC3, 0x28, '"'})),
                shot("half a sign at the end", 1007, frame(TEXT, true, new byte[] {'"', (byte) 0xE7, (byte) 0x81})),
                shot("flood", 1008, flood()),
                shot(
                        "close in mid-fragment",
                        1000,
                        join(frame(0x01, true, utf8("{\"kin")), frame(CLOSE, true, closing()))),
                shot("half a message", STAYS_OPEN, frame(0x01, true, utf8("{\"kin"))),
                shot(
                        "ping in two pieces",
                        STAYS_OPEN,
                        join(frame(0x01, true, utf8("{\"kind\":")), frame(FIN, true, utf8("\"ping\"}")))),
                shot("unknown area", STAYS_OPEN, frame(TEXT, true, utf8("{\"kind\":\"view\",\"area\":\"A-NONE\"}"))),
                new Shot(
                        "compressed bomb",
                        Buffer.buffer(frame(TEXT | COMPRESSED, true, bomb())),
                        Set.of(1002, 1009),
                        true));
    }

    /**
     * Bytes that mean nothing, or the beginning of something; the zeros behind are what no frame of a client begins with. Where
     * there is no frame at all the connection may end before its last word is out.
     */
    Shot next() {
        byte[] bytes = join(random(1 + random.nextInt(200)), new byte[ZEROS]);
        return new Shot(
                "random bytes",
                Buffer.buffer(bytes),
                Set.of(1000, 1002, 1003, 1005, 1007, 1009, FrameReader.WAITS, FrameReader.NO_WORD),
                false);
    }

    /** A socket that resumes from nonsense half of the time; shoots, and says how it was closed or that it stayed open. */
    int answerTo(Shot shot) throws IOException {
        try (RawHttp raw = new RawHttp(gateway.address("/"))) {
            String resume = random.nextBoolean() ? "" : "?resume=" + random.nextInt(9) + "-" + random.nextInt();
            String more = shot.compresses() ? "Sec-WebSocket-Extensions: permessage-deflate\r\n" : "";
            String head = raw.send(upgrade(
                            "/api/v1/live" + resume, gateway.address("/").getPort(), more))
                    .head();
            if (!head.startsWith("HTTP/1.1 101")) {
                throw new AssertionError("the socket was not opened: " + head);
            }
            // with the first message everything is in place that answers to what comes
            FrameReader.text(raw.input());
            boolean stays = shot.allowed().contains(STAYS_OPEN);
            try {
                raw.send(shot.bytes().getBytes());
                if (stays) {
                    raw.send(CONTROL_PING);
                }
            } catch (IOException e) {
                // closed while this was still sending; what it was told lies there to be read
                return FrameReader.end(raw.input(), stays);
            }
            return FrameReader.end(raw.input(), stays);
        }
    }

    private static Shot shot(String what, int status, byte[] bytes) {
        return new Shot(what, Buffer.buffer(bytes), Set.of(status), false);
    }

    private static byte[] pieces() {
        byte[] piece = new byte[2_000];
        Arrays.fill(piece, (byte) ' ');
        return join(frame(0x01, true, piece), frame(0, true, piece), frame(0, true, piece), frame(FIN, true, piece));
    }

    private static byte[] flood() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < 200; i++) {
            all.writeBytes(frame(TEXT, true, utf8("{\"kind\":\"ping\"}")));
        }
        return all.toByteArray();
    }

    /** As permessage-deflate sends it, a thousand times as large as it looks. */
    private static byte[] bomb() {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(new byte[MAGNIFIED]);
        byte[] buffer = new byte[16 * 1024];
        int length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        deflater.end();
        return Arrays.copyOf(buffer, Math.min(length, 4_000));
    }

    private static byte[] closing() {
        return new byte[] {3, (byte) 0xE8};
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] frame(int first, boolean masked, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        int mask = masked ? MASK : 0;
        if (payload.length < 126) {
            frame.write(mask | payload.length);
        } else {
            frame.write(mask | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        if (masked) {
            // of nothing but zeros it leaves the payload as it is
            frame.writeBytes(new byte[4]);
        }
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    static Map<String, String> badUpgrades(int port) {
        Map<String, String> upgrades = new LinkedHashMap<>();
        upgrades.put("foreign origin", upgrade("/api/v1/live", port, "Origin: https://elsewhere.example\r\n"));
        upgrades.put("origin null", upgrade("/api/v1/live", port, "Origin: null\r\n"));
        upgrades.put("another path", upgrade("/api/v1/live/more", port, ""));
        upgrades.put(
                "no upgrade",
                "GET /api/v1/live HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + RawHttp.KEY_HEADER
                        + "Connection: close\r\n\r\n");
        upgrades.put("unknown view", upgrade("/api/v1/live?view=everything", port, ""));
        upgrades.put("no key and no ticket", upgrade("/api/v1/live", port, "").replace(RawHttp.KEY_HEADER, ""));
        upgrades.put(
                "ticket that nobody gave",
                upgrade(
                                "/api/v1/live",
                                port,
                                "Sec-WebSocket-Protocol: watchfloor.v1, ticket." + "x".repeat(43) + "\r\n")
                        .replace(RawHttp.KEY_HEADER, ""));
        return upgrades;
    }

    static String upgrade(String path, int port, String more) {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\n" + RawHttp.KEY_HEADER
                + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n" + more
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    }
}
