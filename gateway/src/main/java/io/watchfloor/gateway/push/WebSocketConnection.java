package io.watchfloor.gateway.push;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionEncoder;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.VertxHandler;
import java.util.List;

/**
 * A WebSocket that is written to past Vert.x's own queue: a frame that many consoles get is encoded once, and each
 * channel only takes another reference to it. Vert.x offers no public way to do so; all of it is in this class.
 */
public final class WebSocketConnection implements LiveConnection {
    private static final int LOW_WATER_BYTES = 256 * 1024;
    private static final int HIGH_WATER_BYTES = 1024 * 1024;

    private final ServerWebSocket socket;
    private final ChannelHandlerContext context;
    private final boolean readsCompressed;

    /**
     * Takes over the writing of an open socket.
     *
     * @param carrier the connection whose upgrade it is; vertx-web hides the socket's own
     */
    public WebSocketConnection(ServerWebSocket socket, HttpConnection carrier) {
        this.socket = socket;
        Channel channel = ((ConnectionBase) carrier).channel();
        this.context = nextToTheWire(channel.pipeline());
        // Where it was agreed on, Netty's own encoder of the extension is there.
        this.readsCompressed = channel.pipeline().get(WebSocketExtensionEncoder.class) != null;
        checkTexts(channel.pipeline());
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(LOW_WATER_BYTES, HIGH_WATER_BYTES));
    }

    /** Vert.x takes bytes that are no UTF-8 for other signs; this breaks the socket instead, before Vert.x has them. */
    private static void checkTexts(ChannelPipeline pipeline) {
        ChannelHandlerContext last = pipeline.context(VertxHandler.class);
        pipeline.addBefore(last.name(), "utf8", new Utf8FrameValidator(false));
    }

    /** What is written from there passes nothing but what encrypts: to all others a frame that is whole only costs time. */
    private static ChannelHandlerContext nextToTheWire(ChannelPipeline pipeline) {
        ChannelHandlerContext encrypts = pipeline.context(SslHandler.class);
        if (encrypts == null) {
            return pipeline.firstContext();
        }
        List<String> names = pipeline.names();
        return pipeline.context(names.get(names.indexOf(encrypts.name()) + 1));
    }

    @Override
    public boolean isWritable() {
        Channel channel = context.channel();
        return channel.isActive() && channel.isWritable();
    }

    @Override
    public boolean readsCompressed() {
        return readsCompressed;
    }

    @Override
    public void write(ByteBuf frame) {
        // A failed write closes the channel, and that is heard of elsewhere.
        ChannelFuture unused = context.write(frame.retainedDuplicate(), context.voidPromise());
    }

    @Override
    public void flush() {
        context.flush();
    }

    @Override
    public void close(short status, String reason) {
        boolean reads = isWritable();
        socket.close(status, reason);
        if (!reads) {
            ChannelFuture unused = context.close();
        }
    }
}
