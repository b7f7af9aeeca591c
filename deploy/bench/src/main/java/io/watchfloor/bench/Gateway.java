package io.watchfloor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/** The running gateway as a client sees it. */
final class Gateway {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final String AUTHORIZATION = "Authorization";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String authorization;

    Gateway(URI base, String key) {
        this.base = base;
        this.authorization = "Bearer " + key;
    }

    /** What it knows us by. */
    String authorization() {
        return authorization;
    }

    /** Where consoles' sockets are opened. */
    URI live() {
        return URI.create(base.toString().replaceFirst("^http", "ws") + "/api/v1/live");
    }

    /** Opens a console's socket. */
    WebSocket openLive(WebSocket.Listener listener) {
        return http.newWebSocketBuilder()
                .header(AUTHORIZATION, authorization)
                .buildAsync(live(), listener)
                .join();
    }

    /** Posts NDJSON and tells the callback the HTTP status, or -1 when there was no answer. */
    void post(String ndjson, IntConsumer onStatus) {
        CompletableFuture<Void> unused = post(ndjson)
                .handle((status, failure) -> failure == null ? status : -1)
                .thenAccept(onStatus::accept);
    }

    /** Posts NDJSON; completes with the HTTP status. */
    CompletableFuture<Integer> post(String ndjson) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/v1/reports"))
                .timeout(TIMEOUT)
                .header(AUTHORIZATION, authorization)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(ndjson))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    JsonNode get(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIMEOUT)
                .header(AUTHORIZATION, authorization)
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
            }
            return Json.mapper().readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
