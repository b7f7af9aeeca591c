package io.watchfloor.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A console that watches all the time: it resumes where it was after every drop, as the page does. */
public final class WatchingConsole implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long RECONNECT_MILLIS = 500;
    private static final long PING_MILLIS = 10_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI live;
    private final String authorization;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::run, "watching-console");
    private volatile String seq;
    private volatile boolean stopping;
    private final AtomicInteger drops = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger snapshots = new AtomicInteger();

    private WatchingConsole(URI address, String key) {
        this.authorization = "Bearer " + key;
        this.live = URI.create("ws://" + address.getHost() + ":" + address.getPort() + "/api/v1/live");
        thread.setDaemon(true);
    }

    /** A console at this address, let in by the key of whoever is at the system's machine. */
    public static WatchingConsole open(URI address, String key) {
        WatchingConsole console = new WatchingConsole(address, key);
        console.thread.start();
        return console;
    }

    /** How many reports each incident owns, as this console shows it. */
    public Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    /** How often its connection was lost. */
    public int countDrops() {
        return drops.get();
    }

    /** How often a gateway let it in. */
    public int countConnections() {
        return connections.get();
    }

    /** How often it was given everything, instead of what it had missed. */
    public int countSnapshots() {
        return snapshots.get();
    }

    private void run() {
        while (!stopping) {
            try {
                watch();
            } catch (CompletionException e) {
                // nobody there; tried again below
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void watch() throws InterruptedException {
        URI address = seq == null ? live : URI.create(live + "?resume=" + seq);
        Listener listener = new Listener();
        Thread.sleep(seq == null ? 0 : RECONNECT_MILLIS);
        WebSocket socket = http.newWebSocketBuilder()
                .header("Authorization", authorization)
                .buildAsync(address, listener)
                .join();
        connections.incrementAndGet();
        long pingAt = System.currentTimeMillis() + PING_MILLIS;
        synchronized (listener) {
            while (!listener.closed && !stopping) {
                listener.wait(PING_MILLIS);
                if (System.currentTimeMillis() >= pingAt) {
                    socket.sendText("{\"kind\":\"ping\"}", true).join();
                    pingAt = System.currentTimeMillis() + PING_MILLIS;
                }
            }
        }
        drops.incrementAndGet();
        socket.abort();
    }

    private void take(JsonNode message) {
        if ("snapshot".equals(message.path("kind").asText())) {
            counts.clear();
            snapshots.incrementAndGet();
        }
        message.path("incidents")
                .forEach(incident -> counts.put(
                        incident.get("id").asText(), incident.get("reportCount").asInt()));
        if (message.hasNonNull("seq")) {
            seq = message.get("seq").asText();
        }
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private boolean closed;

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    take(JSON.readTree(text.toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            end();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            end();
        }

        private synchronized void end() {
            closed = true;
            notifyAll();
        }
    }
}
