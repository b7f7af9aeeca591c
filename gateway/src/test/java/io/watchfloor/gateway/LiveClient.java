package io.watchfloor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Json;
import io.watchfloor.contract.live.LiveMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A console's socket; it holds every message against the AsyncAPI document. */
final class LiveClient implements WebSocket.Listener, AutoCloseable {
    private final List<LiveMessage> messages = new CopyOnWriteArrayList<>();
    private static final LiveDocument DOCUMENT = LiveDocument.read();

    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    LiveClient(RunningGateway gateway, String query) {
        this(
                gateway,
                gateway.http().newWebSocketBuilder().header("Authorization", "Bearer " + RunningGateway.KEY),
                query);
    }

    private LiveClient(RunningGateway gateway, WebSocket.Builder builder, String query) {
        socket = builder.buildAsync(gateway.socketAddress("/api/v1/live" + query), this)
                .join();
    }

    /** As a browser opens it. */
    static LiveClient byTicket(RunningGateway gateway, String ticket) {
        return new LiveClient(gateway, Visitor.offering(gateway, ticket), "");
    }

    WebSocket socket() {
        return socket;
    }

    List<LiveMessage> messages() {
        return messages;
    }

    int closeStatus() {
        return closed.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Waits until the server has ended it, with or without a goodbye that this client still hears. */
    void awaitEnd() {
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> closed.isDone() || socket.isOutputClosed() || socket.isInputClosed());
    }

    /** Waits for a message like this; the first there is. */
    LiveMessage await(Predicate<LiveMessage> like) {
        Awaitility.await("a message of " + messages.size())
                .until(() -> messages.stream().anyMatch(like));
        return messages.stream().filter(like).findFirst().orElseThrow();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                faults.addAll(DOCUMENT.faults(partial.toString()));
                messages.add(Json.mapper().readValue(partial.toString(), LiveMessage.class));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }

    @Override
    public void close() {
        socket.abort();
        assertThat(faults).as("what the AsyncAPI document does not say").isEmpty();
    }
}
