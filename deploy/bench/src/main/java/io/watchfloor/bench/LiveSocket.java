package io.watchfloor.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.live.LiveMessage;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** One console's socket: puts text frames together, hands on whole messages, answers heartbeats. */
final class LiveSocket implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();
    private final Consumer<LiveMessage> onMessage;

    LiveSocket(Consumer<LiveMessage> onMessage) {
        this.onMessage = onMessage;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            try {
                LiveMessage message = Json.mapper().readValue(text.toString(), LiveMessage.class);
                if (message.kind().equals("heartbeat")) {
                    // a failed send shows as a closed socket
                    CompletionStage<WebSocket> unused = socket.sendText("{\"kind\":\"ping\"}", true);
                }
                onMessage.accept(message);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the gateway sent what is not a live message", e);
            }
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }
}
