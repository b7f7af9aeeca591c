package io.watchfloor.gateway.push;

import io.netty.handler.codec.CodecException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import java.util.Locale;
import java.util.Optional;

/** Why a socket is closed that sent what is not allowed: the status it is told, as RFC 6455 has them, and a sentence. */
public enum SocketFault {
    /** A frame that the protocol forbids. */
    FRAME(1002, "the frame is not allowed here"),
    /** Bytes that are no text. */
    BINARY(1003, "messages are text"),
    /** A text that is none of the messages of the AsyncAPI document. */
    NOT_UNDERSTOOD(1003, "no such message"),
    /** A text that is no UTF-8. */
    NOT_UTF8(1007, "texts are UTF-8"),
    /** More messages than anybody needs. */
    TOO_MANY(1008, "too many messages"),
    /** Longer than any message has to be. */
    TOO_LARGE(1009, "messages have 4 KB at most");

    private final short status;
    private final String sentence;

    SocketFault(int status, String sentence) {
        this.status = (short) status;
        this.sentence = sentence;
    }

    /** What broke the socket; empty when its client did nothing wrong, but is gone. */
    public static Optional<SocketFault> find(Throwable broken) {
        if (broken instanceof CorruptedWebSocketFrameException corrupted) {
            return Optional.of(
                    switch (corrupted.closeStatus().code()) {
                        case 1007 -> NOT_UTF8;
                        case 1009 -> TOO_LARGE;
                        default -> FRAME;
                    });
        }
        if (broken instanceof TooLongFrameException || broken instanceof IllegalStateException) {
            // Vert.x says so of a message of several frames that is too large
            return Optional.of(TOO_LARGE);
        }
        return broken instanceof CodecException ? Optional.of(FRAME) : Optional.empty();
    }

    /** Status it is closed with. */
    public short status() {
        return status;
    }

    /** Reason it is closed with, unless there is a better one. */
    public String sentence() {
        return sentence;
    }

    /** As figures name it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
