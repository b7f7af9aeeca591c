package io.watchfloor.gateway.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection so that the answer reaches a client that is still sending. A socket closed over bytes that nobody read is
 * reset, and a reset takes from the client what it had not read yet. So only our side is ended first, and what still comes is
 * thrown away, until the client ends its own, for a bounded time and number of bytes.
 */
final class LingeringClose extends ChannelDuplexHandler {
    static final Duration LONGEST = Duration.ofSeconds(2);
    static final long MOST_BYTES = 4L * 1024 * 1024;

    private ChannelPromise closing;
    private ScheduledFuture<?> timeout;
    private long thrownAwayBytes;

    private LingeringClose() {}

    /** From now on the connection of this pipeline is closed like that; on its event loop. */
    static void of(ChannelPipeline pipeline) {
        // first, so that it sees the bytes as they come, and the close after whatever else had to be said, as TLS has
        pipeline.addFirst(new LingeringClose());
    }

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        if (closing != null) {
            closing.addListener(closed -> promise.trySuccess());
        } else if (ctx.channel() instanceof DuplexChannel channel && channel.isActive()) {
            closing = promise;
            timeout = ctx.executor().schedule(() -> end(ctx), LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            ChannelFuture unused = channel.shutdownOutput();
            channel.config().setAutoRead(true);
        } else {
            ChannelFuture unused = ctx.close(promise);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (closing == null) {
            ctx.fireChannelRead(message);
            return;
        }
        thrownAwayBytes += message instanceof ByteBuf bytes ? bytes.readableBytes() : 0;
        ReferenceCountUtil.release(message);
        if (thrownAwayBytes > MOST_BYTES) {
            end(ctx);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (closing != null) {
            end(ctx);
        }
        ctx.fireChannelInactive();
    }

    private void end(ChannelHandlerContext ctx) {
        timeout.cancel(false);
        ChannelFuture unused = ctx.close(closing);
    }
}
