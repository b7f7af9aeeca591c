package io.watchfloor.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContentCompressor;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowRequestsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SOUND = "GET / HTTP/1.1\r\nHost: here\r\n\r\n";
    private static final String LARGE = "POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 100000\r\n\r\n";

    private final GatewayMetrics metrics = new GatewayMetrics();
    private EmbeddedChannel channel;

    @BeforeEach
    void open() {
        channel = new EmbeddedChannel();
        channel.freezeTime();
        channel.pipeline()
                .addLast(new HttpRequestDecoder(), new HttpResponseEncoder(), new HttpContentCompressor())
                .addLast("handler", new ChannelInboundHandlerAdapter());
        SlowRequests.watch(channel.pipeline(), "handler", PATIENCE, metrics);
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void shouldGiveUpAHeadThatComesByteByByte() {
        dripUntilGivenUp("GET /" + "x".repeat(1_000));
        assertThat(told()).contains("HTTP/1.1 408", "request-too-slow");
        assertThat(metrics.scrape()).contains("watchfloor_requests_refused_total{reason=\"slow\"} 1.0");
    }

    @Test
    void shouldGiveUpABodyThatComesByteByByte() {
        send(LARGE);
        dripUntilGivenUp("x".repeat(1_000));
        assertThat(told()).contains("HTTP/1.1 408", "request-too-slow");
    }

    @Test
    void shouldGiveUpTheNextRequestOfTheSameConnection() {
        send(SOUND);
        answer();
        pass(Duration.ofMinutes(1));
        dripUntilGivenUp("GET /" + "x".repeat(1_000));
        assertThat(told()).contains("HTTP/1.1 200", "HTTP/1.1 408");
    }

    @Test
    void shouldNotTakeAnotherRequestsTurnToAnswer() {
        send(SOUND);
        dripUntilGivenUp("GET /" + "x".repeat(1_000));
        assertThat(told()).doesNotContain("408");
    }

    @Test
    void shouldAnswerOnceOnly() {
        send(LARGE);
        answer();
        dripUntilGivenUp("x".repeat(1_000));
        assertThat(told()).contains("HTTP/1.1 200").doesNotContain("408");
    }

    @Test
    void shouldBearAPoorLinkAndAConnectionThatRests() {
        send(LARGE);
        for (int sent = 0; sent < 100_000; sent += 1_000) {
            pass(Duration.ofSeconds(1));
            send("x".repeat(1_000));
        }
        answer();
        pass(Duration.ofHours(1));
        assertThat(channel.isOpen()).isTrue();
        assertThat(told()).contains("HTTP/1.1 200");
    }

    @Test
    void shouldNotBlameAnybodyWhileNothingIsRead() {
        send(LARGE);
        channel.config().setAutoRead(false);
        pass(Duration.ofHours(1));
        assertThat(channel.isOpen()).isTrue();
        channel.config().setAutoRead(true);
        pass(PATIENCE.plusSeconds(2));
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void shouldLeaveASocketAlone() {
        send("GET / HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\n\r\n");
        write(HttpResponseStatus.SWITCHING_PROTOCOLS);
        channel.pipeline().remove(HttpRequestDecoder.class);
        for (int i = 0; i < 100; i++) {
            send("x");
            pass(Duration.ofSeconds(1));
        }
        assertThat(channel.isOpen()).isTrue();
    }

    private void dripUntilGivenUp(String text) {
        int sent = 0;
        while (channel.isOpen()) {
            assertThat(sent).as("seconds").isLessThanOrEqualTo((int) PATIENCE.toSeconds() + 2);
            send(text.substring(sent, sent + 1));
            sent++;
            pass(Duration.ofSeconds(1));
        }
        assertThat(sent).isGreaterThanOrEqualTo((int) PATIENCE.toSeconds());
    }

    private void send(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private void answer() {
        write(HttpResponseStatus.OK);
    }

    private void write(HttpResponseStatus status) {
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status));
    }

    private void pass(Duration time) {
        Duration step = PATIENCE.dividedBy(20);
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
            channel.advanceTimeBy(step.toNanos(), TimeUnit.NANOSECONDS);
            channel.runPendingTasks();
        }
    }

    private String told() {
        StringBuilder all = new StringBuilder();
        for (Object piece = channel.readOutbound(); piece != null; piece = channel.readOutbound()) {
            ByteBuf bytes = (ByteBuf) piece;
            all.append(bytes.toString(StandardCharsets.UTF_8));
            bytes.release();
        }
        return all.toString();
    }
}
