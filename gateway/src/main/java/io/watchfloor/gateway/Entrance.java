package io.watchfloor.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import io.watchfloor.gateway.access.AccessSettings;
import io.watchfloor.gateway.access.SecurityHeaders;
import io.watchfloor.gateway.access.Tickets;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.web.BrokenRequests;
import io.watchfloor.gateway.web.Connections;
import io.watchfloor.gateway.web.ConsoleFiles;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The one door: HTTP and WebSockets on one port, with TLS when a certificate is set. */
final class Entrance {
    private static final Duration IDLE_CONNECTION = Duration.ofSeconds(90);
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int MAX_MESSAGE_FROM_CLIENT_BYTES = 4 * 1024;

    private Entrance() {}

    /** Opens it. */
    static Future<HttpServer> open(Vertx vertx, Settings settings, Router router, GatewayMetrics metrics) {
        return vertx.createHttpServer(options(settings))
                .requestHandler(router)
                .connectionHandler(new Connections(settings.http().requestPatience(), metrics))
                .invalidRequestHandler(new BrokenRequests())
                .listen();
    }

    /** What every answer is sent with; reads the pages, and may block. */
    static SecurityHeaders headers(Settings settings) {
        List<String> pages = Stream.of("index.html", "responder.html", "handover.html", "admin.html")
                .flatMap(page -> ConsoleFiles.readPage(page).stream())
                .toList();
        return SecurityHeaders.forPages(pages, settings.http().tileUrl());
    }

    private static HttpServerOptions options(Settings settings) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(settings.http().host())
                .setPort(settings.http().port())
                .setTcpNoDelay(true)
                // while it waits for a client that might want to change to HTTP/2 in the clear, nothing watches over it
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeout((int) IDLE_CONNECTION.toSeconds())
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setCompressionSupported(true)
                .setMaxWebSocketFrameSize(MAX_MESSAGE_FROM_CLIENT_BYTES)
                .setMaxWebSocketMessageSize(MAX_MESSAGE_FROM_CLIENT_BYTES)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(true)
                .setWebSocketAllowServerNoContext(true)
                .setWebSocketPreferredClientNoContext(true)
                .setWebSocketSubProtocols(List.of(Tickets.PROTOCOL));
        AccessSettings.Tls tls = settings.access().tls();
        if (tls.isHere()) {
            options.setSsl(true)
                    .setKeyCertOptions(new PemKeyCertOptions()
                            .setCertPath(tls.certificate().toString())
                            .setKeyPath(tls.key().toString()));
        }
        return options;
    }
}
