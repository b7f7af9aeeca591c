package io.watchfloor.drill.gateway;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Requests to the gateway's API. A failure is an {@link Answer} too; no future ends exceptionally. */
public final class GatewayClient implements AutoCloseable {
    /** One JSON object. */
    public static final String JSON = "application/json";

    /** A JSON object on each line. */
    public static final String LINES = "application/x-ndjson";

    private static final String ACTOR_HEADER = "X-Watchfloor-Actor";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    private final URI gateway;
    private final String apiKey;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "gateway-client");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(threads)
            .build();

    /** A client of the gateway at this address; {@code apiKey} is null when it asks for none. */
    public GatewayClient(URI gateway, String apiKey) {
        this.gateway = gateway;
        this.apiKey = apiKey;
    }

    /** Asks for a path under the API's root. */
    public CompletableFuture<Answer> get(String path) {
        return send(HttpRequest.newBuilder(api(path)).GET());
    }

    /** Sends a body to a path under the API's root, in the name of an actor. */
    public CompletableFuture<Answer> post(String path, String mediaType, String body, String actor) {
        return send(HttpRequest.newBuilder(api(path))
                .header("Content-Type", mediaType)
                .header(
                        ACTOR_HEADER,
                        URLEncoder.encode(actor, StandardCharsets.UTF_8).replace("+", "%20"))
                .POST(BodyPublishers.ofString(body)));
    }

    /** Opens the live picture; {@code resumeFrom} is the last sequence number seen, or null. */
    CompletableFuture<WebSocket> openLive(String resumeFrom, WebSocket.Listener listener) {
        String query = resumeFrom == null ? "" : "?resume=" + URLEncoder.encode(resumeFrom, StandardCharsets.UTF_8);
        URI live = URI.create(api("/live" + query).toString().replaceFirst("^http", "ws"));
        WebSocket.Builder socket = http.newWebSocketBuilder().connectTimeout(CONNECT_TIMEOUT);
        if (apiKey != null) {
            socket.header("Authorization", "Bearer " + apiKey);
        }
        return socket.buildAsync(live, listener);
    }

    private CompletableFuture<Answer> send(HttpRequest.Builder request) {
        if (apiKey != null) {
            request.header("Authorization", "Bearer " + apiKey);
        }
        return http.sendAsync(request.timeout(ANSWER_TIMEOUT).build(), BodyHandlers.ofString())
                .thenApply(GatewayClient::answer)
                .exceptionally(e -> new Answer(Answer.UNREACHABLE, String.valueOf(e.getMessage()), Duration.ZERO));
    }

    private static Answer answer(HttpResponse<String> response) {
        Duration retryAfter = response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,4}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(Duration.ZERO);
        return new Answer(response.statusCode(), response.body(), retryAfter);
    }

    private URI api(String path) {
        return URI.create(gateway.toString().replaceFirst("/+$", "") + "/api/v1" + path);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
