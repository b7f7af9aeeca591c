package io.watchfloor.gateway.bad;

import io.watchfloor.gateway.RunningGateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Frames made at random, and such as the protocol forbids. */
final class SocketFuzzer {
    private static final int KINDS = 9;
    private static final int MASK = 0x80;
    private static final int FIN = 0x80;

    private final RunningGateway gateway;
    private final Random random;
    private RawHttp raw;

    SocketFuzzer(RunningGateway gateway, Random random) {
        this.gateway = gateway;
        this.random = random;
    }

    /** Opens a socket; the head of the answer. */
    String open() throws IOException {
        raw = new RawHttp(gateway.address("/"));
        String resume = random.nextBoolean() ? "" : "?resume=" + random.nextInt(9) + "-" + random.nextInt();
        return raw.send(upgrade("/api/v1/live" + resume, gateway.address("/").getPort(), ""))
                .head();
    }

    /** Sends something forbidden or random, and leaves. */
    void shoot() throws IOException {
        try (RawHttp closing = raw) {
            closing.send(shot());
        } catch (IOException e) {
            // it was ended by the other side, which is what it should do
            raw.close();
        }
    }

    private byte[] shot() {
        return switch (random.nextInt(KINDS)) {
            case 0 -> random(200);
            case 1 -> frame(FIN | 0x1, false, "{\"kind\":\"ping\"}".getBytes(StandardCharsets.UTF_8));
            case 2 -> frame(0x9, true, new byte[3]);
            case 3 -> frame(FIN | 0x9, true, new byte[126]);
            case 4 -> frame(FIN | 0x1, true, new byte[60_000]);
            case 5 -> frame(FIN | 0x41, true, random(40));
            case 6 -> frame(FIN | 0x1, true, "{\"kind\":\"no-such-kind\"}".getBytes(StandardCharsets.UTF_8));
            case 7 -> frame(0x1, true, "{\"kin".getBytes(StandardCharsets.UTF_8));
            default -> flood();
        };
    }

    private byte[] flood() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < 200; i++) {
            all.writeBytes(frame(FIN | 0x1, true, "{\"kind\":\"ping\"}".getBytes(StandardCharsets.UTF_8)));
        }
        return all.toByteArray();
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
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
        return upgrades;
    }

    private static String upgrade(String path, int port, String more) {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\n" + RawHttp.KEY_HEADER
                + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n" + more
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    }
}
