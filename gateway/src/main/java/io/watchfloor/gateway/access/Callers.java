package io.watchfloor.gateway.access;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Where a request comes from, whether nobody can have read it on its way, and the cookie that a browser comes with. */
public final class Callers {
    /** Only sent over https, only to this host, set by nobody but this host. */
    private static final String SECURE_COOKIE = "__Host-watchfloor";

    private static final String LOOPBACK_COOKIE = "watchfloor";

    private final AccessSettings.Tls tls;

    /** As these settings say who encrypts. */
    public Callers(AccessSettings.Tls tls) {
        this.tls = tls;
    }

    /** Whether it came encrypted, to us or to the proxy that we trust. */
    public boolean isEncrypted(HttpServerRequest request) {
        return request.isSSL() || (tls.behindProxy() && "https".equals(request.getHeader("X-Forwarded-Proto")));
    }

    /** Whether it never left this machine. */
    public boolean isFromThisMachine(HttpServerRequest request) {
        String address = addressOf(request);
        return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
    }

    /** The client's address: the last one that the proxy added, if there is a proxy. */
    public String addressOf(HttpServerRequest request) {
        String forwarded = tls.behindProxy() ? request.getHeader("X-Forwarded-For") : null;
        if (forwarded != null) {
            return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        }
        SocketAddress remote = request.remoteAddress();
        return remote == null || remote.hostAddress() == null ? "" : remote.hostAddress();
    }

    /** The token that the browser came with. */
    public Optional<String> tokenOf(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(nameFor(request)))
                .map(Cookie::getValue)
                .filter(token -> token.length() <= 64);
    }

    /** Gives the browser its token; a script cannot read it, and another site's page does not send it. */
    public void give(RoutingContext ctx, String token) {
        ctx.response().addCookie(cookie(ctx, token));
    }

    /** Takes the token from the browser. */
    public void take(RoutingContext ctx) {
        ctx.response().addCookie(cookie(ctx, "").setMaxAge(0));
    }

    private Cookie cookie(RoutingContext ctx, String value) {
        return Cookie.cookie(nameFor(ctx.request()), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(isEncrypted(ctx.request()))
                .setSameSite(CookieSameSite.STRICT);
    }

    private String nameFor(HttpServerRequest request) {
        return isEncrypted(request) ? SECURE_COOKIE : LOOPBACK_COOKIE;
    }
}
