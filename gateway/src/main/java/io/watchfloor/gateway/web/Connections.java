package io.watchfloor.gateway.web;

import io.netty.channel.ChannelPipeline;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import java.time.Duration;

/** Sets the watches on each new connection that what Vert.x offers does not reach. */
public final class Connections implements Handler<HttpConnection> {
    private static final String VERTX_HANDLER = "handler";

    private final Duration patience;
    private final GatewayMetrics metrics;

    /** A request has so long to arrive. */
    public Connections(Duration patience, GatewayMetrics metrics) {
        this.patience = patience;
        this.metrics = metrics;
    }

    @Override
    public void handle(HttpConnection connection) {
        ChannelPipeline pipeline = pipelineOf(connection);
        // only HTTP/1 is handled under this name
        if (pipeline.get(VERTX_HANDLER) != null) {
            pipeline.addBefore(VERTX_HANDLER, null, new BrokenBodies());
            SlowRequests.watch(pipeline, VERTX_HANDLER, patience, metrics);
        }
    }

    static ChannelPipeline pipelineOf(HttpConnection connection) {
        return ((ConnectionBase) connection).channelHandlerContext().pipeline();
    }
}
