package io.watchfloor.drill.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.live.LiveMessage;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live picture as it comes: reconnects with back-off, resumes where it was, says it is alive, and gives up a
 * connection that has gone silent. Everything but the socket's own calls runs on the loop it is given; the next frame
 * is asked for only after the one before was dealt with, so nothing piles up here.
 */
public final class LiveLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveLink.class);
    private static final Duration PING_EVERY = Duration.ofSeconds(10);

    /** The gateway sends a heartbeat every five seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(25);

    private static final int MOST_CHARACTERS = 16_000_000;

    private final GatewayClient gateway;
    private final ScheduledExecutorService loop;
    private final Consumer<LiveMessage> onMessage;
    private final BackOff backOff = new BackOff();
    private Connection connection;
    private String resumeFrom;
    private boolean closed;

    /** A link that hands each message to {@code onMessage}, on the loop. */
    public LiveLink(GatewayClient gateway, ScheduledExecutorService loop, Consumer<LiveMessage> onMessage) {
        this.gateway = gateway;
        this.loop = loop;
        this.onMessage = onMessage;
    }

    /** Connects, and stays connected until closed. */
    public void open() {
        loop.execute(this::connect);
        var unused = loop.scheduleWithFixedDelay(
                this::lookAfter, PING_EVERY.toMillis(), PING_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void connect() {
        if (closed) {
            return;
        }
        Connection fresh = new Connection();
        connection = fresh;
        var unused = gateway.openLive(resumeFrom, fresh).whenComplete((socket, failure) -> {
            if (failure != null) {
                onLoop(() -> lost(fresh, failure.getMessage()));
            }
        });
    }

    private void lookAfter() {
        Connection current = connection;
        if (current == null || current.socket == null) {
            return;
        }
        if (System.nanoTime() - current.heardNanos > SILENCE.toNanos()) {
            current.socket.abort();
            lost(current, "nothing heard for " + SILENCE.toSeconds() + " s");
        } else {
            var unused = current.socket.sendText("{\"kind\":\"ping\"}", true);
        }
    }

    /** Only the loss of the connection in use leads to a new one, and only once. */
    private void lost(Connection which, String why) {
        if (closed || which != connection) {
            return;
        }
        connection = null;
        Duration wait = backOff.afterFailure();
        LOG.info("live picture lost ({}), trying again in {} ms", why, wait.toMillis());
        var unused = loop.schedule(this::connect, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void heard(Connection from, String text) {
        if (from != connection) {
            return;
        }
        from.heardNanos = System.nanoTime();
        try {
            LiveMessage message = Json.mapper().readValue(text, LiveMessage.class);
            backOff.reset();
            resumeFrom = message.seq() == null ? resumeFrom : message.seq();
            onMessage.accept(message);
        } catch (JsonProcessingException e) {
            LOG.warn("a live message cannot be read: {}", e.getOriginalMessage());
        }
    }

    private void onLoop(Runnable task) {
        if (!loop.isShutdown()) {
            loop.execute(task);
        }
    }

    @Override
    public void close() {
        closed = true;
        Connection current = connection;
        if (current != null && current.socket != null) {
            current.socket.abort();
        }
    }

    /** One connection's frames, put together to messages. */
    private final class Connection implements WebSocket.Listener {
        private final StringBuilder partial = new StringBuilder();
        private volatile WebSocket socket;
        private volatile long heardNanos = System.nanoTime();

        @Override
        public void onOpen(WebSocket opened) {
            socket = opened;
            opened.request(1);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (partial.length() > MOST_CHARACTERS) {
                from.abort();
                onLoop(() -> lost(this, "a message is too long"));
            } else if (last) {
                String text = partial.toString();
                partial.setLength(0);
                partial.trimToSize();
                onLoop(() -> {
                    heard(this, text);
                    from.request(1);
                });
            } else {
                from.request(1);
            }
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            onLoop(() -> lost(this, "closed with " + status + (reason.isEmpty() ? "" : " " + reason)));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            onLoop(() -> lost(this, error.getMessage()));
        }
    }
}
