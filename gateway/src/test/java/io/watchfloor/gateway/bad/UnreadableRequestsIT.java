package io.watchfloor.gateway.bad;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.watchfloor.gateway.RealRedis;
import io.watchfloor.gateway.RunningGateway;
import java.io.IOException;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What cannot be read is the client's fault: it is told so, counted so, and no error of ours in the log. */
class UnreadableRequestsIT {
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private static RealRedis redis;
    private static RunningGateway gateway;
    private static String head;

    @BeforeAll
    static void start() {
        redis = new RealRedis();
        gateway = new RunningGateway(redis, Map.of());
        int port = gateway.address("/").getPort();
        head = "Host: 127.0.0.1:" + port + "\r\n" + RawHttp.KEY_HEADER;
    }

    @AfterAll
    static void stop() {
        gateway.close();
        redis.close();
    }

    @BeforeEach
    void listen() {
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        root().detachAppender(log);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/incidents?%zz",
                "/api/v1/incidents?state=%E4%",
                "/api/v1/people?a=%",
                "/?%zz",
                "/health/ready?%zz"
            })
    void shouldRefuseAQueryThatCannotBeRead(String address) throws IOException {
        double before = count("GET");
        assertThat(answerTo("GET " + address + " HTTP/1.1\r\n" + head + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("urn:watchfloor:problem:invalid-request");
        assertBlamesTheClient("GET", before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson"})
    void shouldRefuseABodyWhoseChunksAreBroken(String type) throws IOException {
        double before = count("POST");
        assertThat(answerTo("POST /api/v1/reports HTTP/1.1\r\n" + head + "Content-Type: " + type
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\nzz\r\nmore\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("urn:watchfloor:problem:invalid-request");
        assertBlamesTheClient("POST", before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson"})
    void shouldNotTakeForItsOwnFaultThatAClientLeaves(String type) throws IOException {
        double before = count("POST");
        try (RawHttp raw = new RawHttp(gateway.address("/"))) {
            raw.send("POST /api/v1/reports HTTP/1.1\r\n" + head + "Content-Type: " + type
                    + "\r\nContent-Length: 1000\r\n\r\n{");
        }
        assertBlamesTheClient("POST", before);
    }

    @Test
    void shouldTakeASoundQueryAsBefore() {
        assertThat(gateway.get("/api/v1/incidents?state=open").statusCode()).isEqualTo(200);
    }

    private String answerTo(String request) throws IOException {
        try (RawHttp raw = new RawHttp(gateway.address("/"))) {
            return raw.send(request).answer();
        }
    }

    private void assertBlamesTheClient(String method, double before) {
        Awaitility.await().untilAsserted(() -> assertThat(count(method))
                .as(gateway.get("/metrics")
                        .body()
                        .lines()
                        .filter(l -> l.startsWith("watchfloor_http_request_seconds_count"))
                        .toList()
                        .toString())
                .isEqualTo(before + 1));
        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEmpty();
    }

    /** How many requests were answered 400. */
    private static double count(String method) {
        String name = "watchfloor_http_request_seconds_count{method=\"" + method + "\",status=\"400\"}";
        return gateway.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .sum();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
