package io.watchfloor.gateway.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.Problem;
import io.watchfloor.gateway.answer.KnownProblem;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The answer after which a connection is closed, to what never becomes a whole request that the router sees. */
final class LastWord {
    private LastWord() {}

    /** Says why, and has whoever is still sending read it when the connection is closed; on its event loop. */
    static void say(ChannelPipeline pipeline, KnownProblem why) {
        Problem problem = why.in("en", Map.of());
        byte[] body = encode(problem);
        LingeringClose.of(pipeline);
        // as bytes: what compresses answers fails on one that no request came before
        ChannelFuture unused = pipeline.context(HttpResponseEncoder.class)
                .writeAndFlush(Unpooled.wrappedBuffer(head(problem.status(), body.length), body));
    }

    private static byte[] head(int status, int bodyBytes) {
        return String.join(
                        "\r\n",
                        "HTTP/1.1 " + HttpResponseStatus.valueOf(status),
                        "Content-Type: " + Problem.MEDIA_TYPE,
                        "Content-Length: " + bodyBytes,
                        "Cache-Control: no-store",
                        "X-Content-Type-Options: nosniff",
                        "Connection: close",
                        "",
                        "")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A problem as it is sent. */
    static byte[] encode(Problem problem) {
        try {
            return Json.mapper().writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem of plain fields can always be written", e);
        }
    }
}
