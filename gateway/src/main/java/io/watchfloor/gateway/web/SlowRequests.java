package io.watchfloor.gateway.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends requests that come byte by byte, each in time not to be called silent: whoever opens many of them would hold as many
 * connections for ever. A request has a while to arrive, and longer the more of it has come, so that a photo over a poor link
 * gets through. Time in which this side does not read is not counted.
 */
public final class SlowRequests {
    /** Slower than any phone network that is one. */
    static final int LEAST_BYTES_PER_SECOND = 500;

    private static final int LOOKS = 20;

    private final Duration patience;
    private final GatewayMetrics metrics;
    private final ArrivingBytes arrivingBytes = new ArrivingBytes();
    private final WholeRequests wholeRequests = new WholeRequests();

    private boolean underWay;
    private boolean headHasCome;
    private boolean looking;
    private int unanswered;
    private long bytes;
    private long waitedNanos;

    private SlowRequests(Duration patience, GatewayMetrics metrics) {
        this.patience = patience;
        this.metrics = metrics;
    }

    /** Watches what comes this way, which the handler of this name takes as HTTP/1; on its event loop. */
    static void watch(ChannelPipeline pipeline, String handler, Duration patience, GatewayMetrics metrics) {
        SlowRequests watch = new SlowRequests(patience, metrics);
        pipeline.addFirst(watch.arrivingBytes);
        pipeline.addBefore(handler, null, watch.wholeRequests);
    }

    private void begin(ChannelHandlerContext ctx) {
        underWay = true;
        headHasCome = false;
        bytes = 0;
        waitedNanos = 0;
        if (!looking) {
            looking = true;
            lookLater(ctx);
        }
    }

    private void lookLater(ChannelHandlerContext ctx) {
        long nanos = patience.toNanos() / LOOKS;
        var unused = ctx.executor().schedule(() -> look(ctx, nanos), nanos, TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext ctx, long sinceNanos) {
        looking = underWay && ctx.channel().isActive();
        if (!looking) {
            return;
        }
        waitedNanos += ctx.channel().config().isAutoRead() ? sinceNanos : 0;
        if (waitedNanos < patience.toNanos() + TimeUnit.SECONDS.toNanos(bytes) / LEAST_BYTES_PER_SECOND) {
            lookLater(ctx);
        } else {
            looking = false;
            refuse(ctx);
        }
    }

    /** With the answer to this very request, unless it has one or another is to be answered first. */
    private void refuse(ChannelHandlerContext ctx) {
        metrics.requestTooSlow();
        if (unanswered == (headHasCome ? 1 : 0)) {
            LastWord.say(ctx.pipeline(), KnownProblem.REQUEST_TOO_SLOW);
        }
        ChannelFuture unused = ctx.channel().close();
    }

    /** What comes, as it comes. */
    private final class ArrivingBytes extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            if (!underWay) {
                begin(ctx);
            }
            bytes += message instanceof ByteBuf piece ? piece.readableBytes() : 0;
            ctx.fireChannelRead(message);
        }
    }

    /** What it turns out to be. */
    private final class WholeRequests extends ChannelDuplexHandler {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            if (message instanceof HttpRequest) {
                if (!underWay) {
                    begin(ctx);
                }
                headHasCome = true;
                unanswered++;
            }
            if (message instanceof LastHttpContent) {
                underWay = false;
            }
            ctx.fireChannelRead(message);
        }

        @Override
        public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
            if (message instanceof HttpResponse response) {
                if (response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
                    leave(ctx.pipeline());
                } else if (response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
                    unanswered--;
                }
            }
            ChannelFuture unused = ctx.write(message, promise);
        }

        /** A socket has no requests, and rules of its own. */
        private void leave(ChannelPipeline pipeline) {
            underWay = false;
            pipeline.remove(arrivingBytes);
            pipeline.remove(this);
        }
    }
}
