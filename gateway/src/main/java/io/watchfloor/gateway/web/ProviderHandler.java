package io.watchfloor.gateway.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.gateway.access.Access;
import io.watchfloor.gateway.access.Provider;
import io.watchfloor.gateway.access.Provider.Identity;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.graph.access.UserRegister.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /session/provider}: signing in at the organization's OpenID Connect provider. */
final class ProviderHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderHandler.class);
    private static final String COOKIE = "watchfloor-provider";
    private static final String PATH = Routes.API + "/session/provider";
    private static final String CALLBACK = PATH + "/callback";
    private static final long MAX_AGE_SECONDS = 600;

    private final Access access;
    private final Provider provider;

    /** {@code provider} is null when users sign in here. */
    ProviderHandler(Access access, Provider provider) {
        this.access = access;
        this.provider = provider;
    }

    void begin(RoutingContext ctx) {
        if (provider == null) {
            Answers.problem(ctx, KnownProblem.NOT_FOUND);
            return;
        }
        provider.begin(redirect(ctx.request()))
                .onFailure(failure -> failed(ctx, failure))
                .onSuccess(begun -> {
                    // comes back from another site, which a strict cookie would not
                    ctx.response()
                            .addCookie(Cookie.cookie(COOKIE, begun.state())
                                    .setPath(PATH)
                                    .setHttpOnly(true)
                                    .setSecure(access.callers().isEncrypted(ctx.request()))
                                    .setMaxAge(MAX_AGE_SECONDS)
                                    .setSameSite(CookieSameSite.LAX));
                    go(ctx, begun.address());
                });
    }

    void end(RoutingContext ctx) {
        String state = ctx.request().getParam("state");
        String code = ctx.request().getParam("code");
        Cookie cookie = ctx.request().getCookie(COOKIE);
        boolean ours = provider != null
                && state != null
                && cookie != null
                && cookie.getValue().equals(state);
        if (!ours || code == null) {
            refuse(ctx, "unknown");
            return;
        }
        provider.end(state, code, redirect(ctx.request()))
                .onFailure(failure -> failed(ctx, failure))
                .onSuccess(
                        identity -> identity.ifPresentOrElse(known -> bind(ctx, known), () -> refuse(ctx, "unknown")));
    }

    private void bind(RoutingContext ctx, Identity identity) {
        access.graph()
                .query(graph -> graph.userRegister().bind(access.world(), identity.name(), identity.subject()))
                .compose(found -> access.directory().refresh().map(found))
                .onFailure(failure -> failed(ctx, failure))
                .onSuccess(
                        found -> found.ifPresentOrElse(user -> welcome(ctx, user), () -> refuse(ctx, identity.name())));
    }

    private void welcome(RoutingContext ctx, User user) {
        access.sessions()
                .open(user.id(), false)
                .onFailure(failure -> failed(ctx, failure))
                .onSuccess(opened -> {
                    access.metrics().signIn("provider");
                    access.trail().tell(user.name(), "sign-in", null, "provider");
                    access.callers().give(ctx, opened.token());
                    go(ctx, "/");
                });
    }

    private void refuse(RoutingContext ctx, String name) {
        access.metrics().signIn("provider_refused");
        access.trail().tell(name, "sign-in", "PROVIDER", access.callers().addressOf(ctx.request()));
        go(ctx, "/#provider=refused");
    }

    private void failed(RoutingContext ctx, Throwable failure) {
        LOG.warn("a sign-in at the provider failed: {}", failure.getMessage());
        access.metrics().signIn("provider_failed");
        go(ctx, "/#provider=failed");
    }

    private static void go(RoutingContext ctx, String address) {
        ctx.response()
                .setStatusCode(303)
                .putHeader("Location", address)
                .putHeader("Cache-Control", "no-store")
                .end();
    }

    private String redirect(HttpServerRequest request) {
        String scheme = access.callers().isEncrypted(request) ? "https" : "http";
        return scheme + "://" + request.authority() + CALLBACK;
    }
}
