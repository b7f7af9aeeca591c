package io.watchfloor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.watchfloor.contract.Json;
import io.watchfloor.gateway.access.Secrets;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.graph.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** A gateway in this process, on a free port, as it runs in production but for what a test sets. */
public final class RunningGateway implements AutoCloseable {
    /** A key of every role that acts for others: what a test is not about, it may do. */
    public static final String KEY = "the-key-of-tests-that-are-about-something-else";

    private static final URI NO_GRAPH = URI.create("bolt://127.0.0.1:1");

    private final ListAppender<ILoggingEvent> blocked = new ListAppender<>();
    private final Vertx vertx;
    private final MainVerticle verticle;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** With a graph. */
    public RunningGateway(RealRedis redis, URI graph, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "WATCHFLOOR_HTTP_PORT", "0",
                "WATCHFLOOR_REDIS_URL", redis.address().toString(),
                "WATCHFLOOR_GRAPH_URI", graph.toString(),
                "WATCHFLOOR_API_KEYS", keyFile().toString()));
        environment.putAll(settings);
        blocked.start();
        blockedThreadChecker().addAppender(blocked);
        GatewayMetrics metrics = new GatewayMetrics().withMachine();
        vertx = GatewayMain.vertx(metrics);
        verticle = new MainVerticle(Settings.parse(environment), metrics, Clock.systemUTC());
        await(vertx.deployVerticle(verticle));
    }

    /** Without a graph. */
    public RunningGateway(RealRedis redis, Map<String, String> settings) {
        this(redis, NO_GRAPH, settings);
    }

    public MainVerticle verticle() {
        return verticle;
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + verticle.port() + path);
    }

    public URI socketAddress(String path) {
        return URI.create("ws://127.0.0.1:" + verticle.port() + path);
    }

    public HttpClient http() {
        return http;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(address(path)).GET());
    }

    public HttpResponse<String> post(String path, String json) {
        return post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> post(String path, String contentType, byte[] body) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Sends it with the tests' key, unless it says itself who asks. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        return sendAsItIs(authorized(request));
    }

    /** The request with the tests' key, unless it says itself who asks. */
    public static HttpRequest.Builder authorized(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        HttpRequest.Builder copy = HttpRequest.newBuilder(built, (name, value) -> true);
        boolean saysWho = Stream.of("Authorization", "Cookie", "X-Watchfloor-Key")
                .anyMatch(name -> built.headers().firstValue(name).isPresent());
        return saysWho ? copy : copy.header("Authorization", "Bearer " + KEY);
    }

    /** Sends it as nobody that is known, unless it says who. */
    public HttpResponse<String> sendAsItIs(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return Json.mapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }

    /** Nothing may have held up the event loop: that fails the test that did it. */
    @Override
    public void close() {
        await(vertx.close());
        blocked.stop();
        blockedThreadChecker().detachAppender(blocked);
        assertThat(blocked.list).extracting(ILoggingEvent::getFormattedMessage).isEmpty();
    }

    /** A file that knows the tests' key. */
    public static Path keyFile() {
        try {
            String roles = Arrays.stream(Role.values()).map(Role::wireName).collect(Collectors.joining(","));
            Path file = Files.createTempFile("keys", null);
            file.toFile().deleteOnExit();
            return Files.writeString(file, "tests " + roles + " others " + Secrets.hash(KEY) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Logger blockedThreadChecker() {
        return (Logger) LoggerFactory.getLogger("io.vertx.core.internal.threadchecker.BlockedThreadChecker");
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.await(30, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
