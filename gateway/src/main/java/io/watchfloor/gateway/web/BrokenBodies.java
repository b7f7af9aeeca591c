package io.watchfloor.gateway.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.watchfloor.contract.Problem;

/**
 * Answers a request whose body breaks off in the middle, as one in chunks does whose length is no number. Vert.x closes the
 * connection then without a word, so the answer goes out before it hears of it.
 */
public final class BrokenBodies extends ChannelDuplexHandler {
    private static final String VERTX_HANDLER = "handler";

    private final HttpConnection connection;
    private boolean answering;

    private BrokenBodies(HttpConnection connection) {
        this.connection = connection;
    }

    /** Watches this connection, when it speaks HTTP/1; on its event loop. */
    public static void watch(HttpConnection connection) {
        var pipeline = ((ConnectionBase) connection).channelHandlerContext().pipeline();
        if (pipeline.get(VERTX_HANDLER) != null) {
            pipeline.addBefore(VERTX_HANDLER, null, new BrokenBodies(connection));
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest) {
            answering = false;
        } else if (message instanceof HttpContent content
                && content.decoderResult().isFailure()
                && !answering) {
            answering = true;
            LingeringClose.of(connection);
            ChannelFuture unused = ctx.writeAndFlush(answer());
        }
        ctx.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        answering |= message instanceof HttpResponse;
        ChannelFuture unused = ctx.write(message, promise);
    }

    private static FullHttpResponse answer() {
        byte[] problem = BrokenRequests.encoded();
        FullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, Unpooled.wrappedBuffer(problem));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, problem.length)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set("X-Content-Type-Options", "nosniff")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return answer;
    }
}
