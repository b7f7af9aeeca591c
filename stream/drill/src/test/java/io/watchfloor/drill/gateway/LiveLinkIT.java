package io.watchfloor.drill.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchfloor.contract.live.LiveMessage;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveLinkIT {
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
    private final List<LiveMessage> heard = new CopyOnWriteArrayList<>();
    private TinyWebSocketServer server;
    private GatewayClient gateway;
    private LiveLink link;

    @BeforeEach
    void open() throws IOException {
        server = new TinyWebSocketServer();
        gateway = new GatewayClient(URI.create("http://127.0.0.1:" + server.port()), null);
        link = new LiveLink(gateway, loop, heard::add);
        link.open();
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        loop.shutdownNow();
        gateway.close();
        server.close();
    }

    @Test
    void shouldPutFragmentsTogether() throws Exception {
        Socket client = server.nextClient();

        TinyWebSocketServer.sendInPieces(client, message("snapshot", "1-0"), 5);
        TinyWebSocketServer.sendInPieces(client, message("heartbeat", "1-0"), 1);

        await().until(() -> heard.size() == 2);
        assertThat(heard).extracting(LiveMessage::kind).containsExactly("snapshot", "heartbeat");
    }

    @Test
    void shouldComeBackAfterADropAndResumeWhereItWas() throws Exception {
        Socket first = server.nextClient();
        TinyWebSocketServer.sendInPieces(first, message("snapshot", "17-3"), 1);
        await().until(() -> heard.size() == 1);

        first.close();
        Socket second = server.nextClient();
        TinyWebSocketServer.sendInPieces(second, message("delta", "18-0"), 2);

        await().until(() -> heard.size() == 2);
        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().get(0)).startsWith("GET /api/v1/live HTTP");
        assertThat(server.requests().get(1)).startsWith("GET /api/v1/live?resume=17-3 HTTP");
    }

    @Test
    void shouldPassOverWhatItCannotRead() throws Exception {
        Socket client = server.nextClient();

        TinyWebSocketServer.sendInPieces(client, "not JSON", 1);
        TinyWebSocketServer.sendInPieces(client, message("delta", "2-0"), 1);

        await().until(() -> heard.size() == 1);
    }

    private static String message(String kind, String seq) {
        return """
                {"kind":"%s","v":1,"world":"live","seq":"%s","asOf":"2026-03-02T01:00:00Z"}""".formatted(kind, seq);
    }
}
