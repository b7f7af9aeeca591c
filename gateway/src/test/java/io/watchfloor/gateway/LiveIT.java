package io.watchfloor.gateway;

import static io.watchfloor.gateway.RunningGateway.json;
import static io.watchfloor.gateway.Samples.observed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.PooledByteBufAllocator;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.live.Health;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.contract.live.LiveMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Without a graph: what the stream holds is live all the same. */
class LiveIT {
    private static RealRedis redis;
    private static PlayedPipeline pipeline;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        redis = new RealRedis();
        pipeline = new PlayedPipeline(redis);
        pipeline.publish(observed("I-RETAINED", 1));
        gateway = new RunningGateway(redis, Map.of("WATCHFLOOR_LIVE_SOCKETS", "40"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        redis.close();
    }

    @Test
    void aConsoleGetsASnapshotOfWhatIsRetainedAndThenWhatHappens() {
        try (LiveClient console = new LiveClient(gateway, "")) {
            LiveMessage snapshot = console.await(message -> message.kind().equals("snapshot"));
            assertThat(snapshot.incidents()).extracting(IncidentView::id).contains("I-RETAINED");

            pipeline.publish(observed("I-NEW", 1));
            LiveMessage delta = console.await(message -> message.kind().equals("delta")
                    && message.incidents() != null
                    && message.incidents().get(0).id().equals("I-NEW"));
            assertThat(delta.seq()).isGreaterThan(snapshot.seq());
        }
        assertThat(gateway.get("/metrics").body()).contains("watchfloor_report_to_console_seconds_count");
    }

    @Test
    void aConsoleThatComesBackGetsOnlyWhatItMissed() {
        String seq;
        try (LiveClient console = new LiveClient(gateway, "")) {
            pipeline.publish(observed("I-BEFORE", 1));
            seq = console.await(message -> contains(message, "I-BEFORE")).seq();
        }
        pipeline.publish(observed("I-MISSED", 1));
        try (LiveClient other = new LiveClient(gateway, "")) {
            other.await(message -> contains(message, "I-MISSED"));
        }
        try (LiveClient back = new LiveClient(gateway, "?resume=" + seq)) {
            LiveMessage first = back.await(message -> true);
            assertThat(first.kind()).isEqualTo("delta");
            assertThat(first.incidents())
                    .extracting(IncidentView::id)
                    .contains("I-MISSED")
                    .doesNotContain("I-RETAINED");
        }
        for (String ancient : List.of("1-1", "99999999999999-0", "nonsense", "")) {
            try (LiveClient back = new LiveClient(gateway, "?resume=" + ancient)) {
                assertThat(back.await(message -> true).kind()).isEqualTo("snapshot");
            }
        }
    }

    @Test
    void whoSaysWhatPartOfTheMapItShowsIsStillToldOfEveryIncident() {
        try (LiveClient console = new LiveClient(gateway, "");
                LiveClient wrong = new LiveClient(gateway, "")) {
            console.socket()
                    .sendText("{\"kind\":\"view\",\"box\":[10.1,50.2,10.3,50.4]}", true)
                    .join();
            pipeline.publish(observed("I-ELSEWHERE", 1));
            console.await(message -> contains(message, "I-ELSEWHERE"));
            wrong.socket()
                    .sendText("{\"kind\":\"view\",\"box\":[10.3,50.2,10.1,50.4]}", true)
                    .join();
            assertThat(wrong.closeStatus()).isEqualTo(1003);
        }
    }

    @Test
    void healthSaysWhichPartIsDown() {
        pipeline.beat();
        try (LiveClient console = new LiveClient(gateway, "")) {
            console.await(message -> message.health() != null
                    && message.health().parts().contains(new Health.Part("pipeline", true, 12))
                    && message.health().parts().contains(new Health.Part("graph", false, 3)));
        }
        var ready = gateway.get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(json(ready).at("/status").asText()).isEqualTo("DOWN");
        assertThat(json(ready).at("/parts")).hasSize(4);
    }

    @Test
    @DisplayName("ASVS 4.4.2: a page of another site may not listen")
    void aPageOfAnotherSiteMayNotListen() {
        assertThatThrownBy(() -> gateway.http()
                        .newWebSocketBuilder()
                        .header("Authorization", "Bearer " + RunningGateway.KEY)
                        .header("Origin", "https://elsewhere.example")
                        .buildAsync(gateway.socketAddress("/api/v1/live"), new WebSocket.Listener() {})
                        .join())
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        assertThat(gateway.get("/api/v1/live").statusCode()).isEqualTo(426);
    }

    @Test
    @DisplayName("ASVS 2.4.1: a socket that sends too much or what is not understood is closed")
    void whoFloodsOrSendsWhatIsNotUnderstoodIsSentAway() {
        try (LiveClient flood = new LiveClient(gateway, "");
                LiveClient binary = new LiveClient(gateway, "");
                LiveClient huge = new LiveClient(gateway, "");
                LiveClient calm = new LiveClient(gateway, "")) {
            calm.socket().sendText("{\"kind\":\"ping\"}", true).join();
            binary.socket().sendBinary(ByteBuffer.allocate(3), true).join();
            assertThat(binary.closeStatus()).isEqualTo(1003);
            huge.socket()
                    .sendText("x".repeat(100_000), true)
                    .exceptionally(broken -> null)
                    .join();
            huge.awaitEnd();
            for (int i = 0; i < 20_000 && !flood.socket().isOutputClosed(); i++) {
                flood.socket()
                        .sendText("{\"kind\":\"ping\"}", true)
                        .exceptionally(broken -> null)
                        .join();
            }
            flood.awaitEnd();
            assertThat(calm.socket().isInputClosed()).isFalse();
        }
    }

    @Test
    @DisplayName("ASVS 2.4.1: no more sockets are let in than there is room for")
    void socketsAreBounded() {
        List<LiveClient> clients = new ArrayList<>();
        try {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 60; i++) {
                            clients.add(new LiveClient(gateway, ""));
                        }
                    })
                    .hasCauseInstanceOf(WebSocketHandshakeException.class);
            assertThat(clients).hasSizeBetween(30, 40);
        } finally {
            clients.forEach(LiveClient::close);
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(gateway.get("/metrics").body())
                        .contains("watchfloor_live_sockets{view=\"all\"} 0.0"));
    }

    @Test
    void aClientThatNeverReadsDoesNotHoldUpTheOthersNorGrowTheHeap() throws IOException {
        try (Socket deaf = new Socket(
                        InetAddress.getLoopbackAddress(), gateway.verticle().port());
                LiveClient console = new LiveClient(gateway, "")) {
            deaf.setReceiveBufferSize(1024);
            deaf.getOutputStream().write(handshake());
            String text = "x".repeat(2_000);
            for (int version = 1; version <= 3_000; version++) {
                if (version % 30 == 0) {
                    String last = "I-" + version;
                    pipeline.publish(wordy(last, text));
                    console.await(message -> contains(message, last));
                } else {
                    pipeline.publish(wordy("I-" + version, text));
                }
            }
            assertThat(console.socket().isInputClosed()).isFalse();
        }
        long direct = PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
        assertThat(direct).isLessThan(64L * 1024 * 1024);
    }

    @Test
    void whenTheStreamBeginsAnewItIsReadFromItsBeginning() {
        pipeline.publish(observed("I-OLD", 1));
        try (LiveClient console = new LiveClient(gateway, "")) {
            console.await(message -> contains(message, "I-OLD"));
            redis.flush();
            redis.command("XADD", "picture:live", "5-1", "k", "alert", "m", "{}");
            redis.command(
                    "XADD",
                    "picture:live",
                    "6-1",
                    "k",
                    "observed-incident",
                    "m",
                    MessageCodec.encode(observed("I-AFTER-RESET", 1)));
            console.await(message -> contains(message, "I-AFTER-RESET"));
        }
        redis.flush();
        Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            pipeline.publish(observed("I-LAST", System.nanoTime()));
            assertThat(gateway.get("/api/v1/picture").body()).contains("I-LAST");
        });
    }

    private static ObservedIncident wordy(String id, String text) {
        var plain = observed(id, 1);
        return new ObservedIncident(
                plain.world(),
                plain.id(),
                plain.version(),
                plain.type(),
                plain.grade(),
                text,
                plain.lat(),
                plain.lon(),
                plain.address(),
                plain.firstOccurredAt(),
                plain.lastOccurredAt(),
                plain.openedAt(),
                plain.updatedAt(),
                plain.reportCount(),
                plain.region(),
                plain.typeConfidence(),
                plain.placedBy(),
                plain.placeId(),
                plain.mood());
    }

    private static byte[] handshake() {
        URI address = gateway.address("/api/v1/live");
        return ("GET /api/v1/live HTTP/1.1\r\nHost: " + address.getAuthority()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer "
                        + RunningGateway.KEY + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static boolean contains(LiveMessage message, String incidentId) {
        return message.incidents() != null
                && message.incidents().stream()
                        .anyMatch(incident -> incident.id().equals(incidentId));
    }
}
