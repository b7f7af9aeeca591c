package io.watchfloor.drill.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.watchfloor.drill.Towns;
import io.watchfloor.drill.gateway.GatewayClient;
import io.watchfloor.drill.scenario.Scenario;
import io.watchfloor.drill.scenario.Submission;
import io.watchfloor.drill.town.RoadMap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers as the gateway does. */
class ReportFeedIT {
    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    private final Scenario scenario = new Scenario(Towns.LINJIANG, new RoadMap(Towns.LINJIANG), 7, START, 1);
    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private GatewayClient gateway;
    private volatile int status = 202;
    private Instant now = START;
    private ReportFeed feed;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/reports", this::answer);
        server.start();
        gateway = new GatewayClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), null);
        feed = new ReportFeed(scenario, gateway, clock(), START);
    }

    @AfterEach
    void stop() {
        gateway.close();
        server.stop(0);
    }

    @Test
    void shouldSendWhatIsDueOnceAndNothingElse() {
        now = START.plusSeconds(20);
        sendAll();
        now = START.plusSeconds(60);
        sendAll();

        assertThat(received).containsExactlyElementsOf(due(START, now));
    }

    @Test
    void shouldSendTheSameAgainAfterARefusalAndWaitAsAsked() {
        now = START.plusSeconds(20);
        status = 503;

        assertThat(feed.sendDue()).isEqualTo(Duration.ofSeconds(3));
        assertThat(feed.sendDue()).isEqualTo(Duration.ofSeconds(3));
        List<String> refused = List.copyOf(received);
        received.clear();
        status = 202;
        sendAll();

        assertThat(refused.subList(0, received.size())).isEqualTo(received);
        assertThat(received).containsExactlyElementsOf(due(START, now));
    }

    @Test
    void shouldGoOnAfterTheGatewayWasAwayAndNotKeepMoreThanItMay() {
        server.stop(0);
        Duration longest = Duration.ZERO;
        for (int minute = 1; minute <= 30; minute++) {
            now = START.plus(Duration.ofMinutes(minute));
            Duration wait = feed.sendDue();
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }

        assertThat(longest).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(10));
        assertThat(feed.waiting())
                .hasSizeLessThanOrEqualTo(ReportFeed.MOST_WAITING)
                .hasSizeGreaterThan(300);
    }

    @Test
    void shouldNotTryWhatIsBadAgain() {
        now = START.plusSeconds(20);
        status = 400;
        sendAll();

        assertThat(feed.waiting()).isEmpty();
        assertThat(received).containsExactlyElementsOf(due(START, now));
    }

    private void sendAll() {
        do {
            feed.sendDue();
        } while (!feed.waiting().isEmpty());
    }

    private List<String> due(Instant from, Instant to) {
        return scenario.between(from, to).stream().map(Submission::line).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        body.lines().forEach(received::add);
        if (status == 503) {
            exchange.getResponseHeaders().set("Retry-After", "3");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
