package io.watchfloor.gateway.web;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.watchfloor.gateway.answer.KnownProblem;

/**
 * Answers a request whose body breaks off in the middle, as one in chunks does whose length is no number. Vert.x closes the
 * connection then without a word, so the answer goes out before it hears of it.
 */
final class BrokenBodies extends ChannelDuplexHandler {
    private boolean answering;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest) {
            answering = false;
        } else if (message instanceof HttpContent content
                && content.decoderResult().isFailure()
                && !answering) {
            answering = true;
            LastWord.say(ctx.pipeline(), KnownProblem.BROKEN_HTTP);
        }
        ctx.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        answering |= message instanceof HttpResponse;
        ChannelFuture unused = ctx.write(message, promise);
    }
}
