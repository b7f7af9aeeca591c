package io.watchfloor.gateway.bad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchfloor.gateway.RealRedis;
import io.watchfloor.gateway.RunningGateway;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who is refused while still sending, and reads only afterwards, must find out why. */
class RefusedMidwayIT {
    private static final int PIECE_BYTES = 8 * 1024;
    private static final int KILO = 1024;
    private static final int MEGA = 1024 * KILO;
    private static final int FAR_TOO_MANY_BYTES = 256 * MEGA;

    private static RealRedis redis;
    private static RunningGateway gateway;
    private static String host;

    /** A request of which the rest is nothing but x. */
    private record Refused(String status, String head, int restBytes) {}

    @BeforeAll
    static void start() {
        redis = new RealRedis();
        gateway = new RunningGateway(redis, Map.of());
        host = "Host: 127.0.0.1:" + gateway.address("/").getPort() + "\r\n";
    }

    @AfterAll
    static void stop() {
        gateway.close();
        redis.close();
    }

    @TestFactory
    Stream<DynamicTest> shouldReadWhyAfterHavingSentItAll() {
        String known = host + RawHttp.KEY_HEADER;
        String post = "POST /api/v1/reports HTTP/1.1\r\n";
        String json = "Connection: close\r\nContent-Type: application/json\r\n";
        return Map.ofEntries(
                        Map.entry(
                                "headers of 300 kB",
                                new Refused("431", "GET / HTTP/1.1\r\n" + known + "X-Large: ", 300 * KILO)),
                        Map.entry("address of 300 kB", new Refused("414", "GET /", 300 * KILO)),
                        Map.entry("no HTTP", new Refused("400", "\u0016\u0003\u0001 hello\r\n\r\n", 300 * KILO)),
                        Map.entry(
                                "two lengths",
                                new Refused(
                                        "400",
                                        post + known + "Content-Length: 4\r\nContent-Length: 5\r\n\r\n",
                                        300 * KILO)),
                        Map.entry("long body", body("413", post + known + json, 5 * MEGA)),
                        Map.entry(
                                "long body in a chunk",
                                new Refused(
                                        "413",
                                        post + known + json + "Transfer-Encoding: chunked\r\n\r\n"
                                                + Integer.toHexString(5 * MEGA) + "\r\n",
                                        5 * MEGA)),
                        Map.entry(
                                "many lines",
                                body("413", post + known + "Content-Type: application/x-ndjson\r\n", 20 * MEGA)),
                        Map.entry("nobody", body("401", post + host + json, 5 * MEGA)),
                        Map.entry(
                                "compressed body",
                                body("415", post + known + json + "Content-Encoding: gzip\r\n", 5 * MEGA)),
                        Map.entry("foreign host", body("421", post + "Host: elsewhere.example\r\n" + json, 5 * MEGA)))
                .entrySet()
                .stream()
                .map(refused -> DynamicTest.dynamicTest(refused.getKey(), () -> readAfterwards(refused.getValue())));
    }

    private static Refused body(String status, String head, int bytes) {
        return new Refused(status, head + "Content-Length: " + bytes + "\r\n\r\n", bytes);
    }

    private static void readAfterwards(Refused refused) throws IOException {
        try (RawHttp raw = new RawHttp(gateway.address("/"))) {
            raw.send(refused.head());
            sendOn(raw, refused.restBytes());
            String answer = raw.answer();
            assertThat(answer).matches("(?s)HTTP/1\\.[01] " + refused.status() + " .*");
            assertThat(answer.toLowerCase(Locale.ROOT))
                    .contains("content-type: application/problem+json")
                    .contains("connection: close")
                    .contains("\"detail\"");
            assertThat(answer).doesNotContain("(torn)");
        }
    }

    @Test
    void shouldNotReadForeverWhatNobodyAskedFor() throws IOException {
        try (RawHttp raw = new RawHttp(gateway.address("/"))) {
            raw.send("GET /");
            assertThatThrownBy(() -> sendOn(raw, FAR_TOO_MANY_BYTES)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void shouldNotWaitForeverForWhoNeverCloses() throws IOException {
        try (RawHttp raw = new RawHttp(gateway.address("/"))) {
            raw.send("GET /");
            sendOn(raw, 20 * KILO);
            assertThat(raw.answer()).contains(" 414 ");
            Awaitility.await()
                    .untilAsserted(() -> assertThatThrownBy(() -> raw.send("x")).isInstanceOf(IOException.class));
        }
    }

    private static void sendOn(RawHttp raw, int bytes) throws IOException {
        byte[] piece = new byte[PIECE_BYTES];
        Arrays.fill(piece, "x".getBytes(StandardCharsets.US_ASCII)[0]);
        for (int sent = 0; sent < bytes; sent += piece.length) {
            raw.send(sent + piece.length <= bytes ? piece : Arrays.copyOf(piece, bytes - sent));
        }
    }
}
