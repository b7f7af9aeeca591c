package io.watchfloor.gateway.web;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.watchfloor.contract.Problem;
import io.watchfloor.gateway.answer.KnownProblem;
import java.util.Map;

/**
 * Answers what is no HTTP or larger than a head may be. Where the next request would begin is not known after that: the
 * answer says that the connection is closed, and leaves whoever is still sending the time to read it.
 */
public final class BrokenRequests implements Handler<HttpServerRequest> {
    private static final Problem LONG_ADDRESS = KnownProblem.ADDRESS_TOO_LONG.in("en", Map.of());
    private static final Problem LARGE_HEADERS = KnownProblem.HEADERS_TOO_LARGE.in("en", Map.of());
    private static final Problem BROKEN = KnownProblem.BROKEN_HTTP.in("en", Map.of());

    @Override
    public void handle(HttpServerRequest request) {
        LingeringClose.of(Connections.pipelineOf(request.connection()));
        Problem problem = problemOf(request.decoderResult().cause());
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Connection", "close")
                .end(Buffer.buffer(LastWord.encode(problem)))
                .onComplete(answered -> request.connection().close());
    }

    private static Problem problemOf(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return LONG_ADDRESS;
        }
        return cause instanceof TooLongHttpHeaderException ? LARGE_HEADERS : BROKEN;
    }
}
