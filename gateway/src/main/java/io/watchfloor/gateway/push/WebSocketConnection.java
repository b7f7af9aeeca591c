package io.watchfloor.gateway.push;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionEncoder;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;

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
        // From the last handler on, what is written passes the WebSocket encoder, which leaves bytes as they are.
        this.context = channel.pipeline().lastContext();
        // Where it was agreed on, Netty's own encoder of the extension is there; it leaves bytes as they are, too.
        this.readsCompressed = channel.pipeline().get(WebSocketExtensionEncoder.class) != null;
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(LOW_WATER_BYTES, HIGH_WATER_BYTES));
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
        ChannelFuture unused = context.writeAndFlush(frame.retainedDuplicate(), context.voidPromise());
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
