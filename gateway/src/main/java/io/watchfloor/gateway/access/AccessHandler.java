package io.watchfloor.gateway.access;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import java.util.Locale;
import java.util.Set;

/**
 * What every request passes: it must be addressed to this server, a browser's must come from our own page when it
 * changes something, and it carries the name of who acts. Every answer leaves with the security headers.
 */
public final class AccessHandler implements Handler<RoutingContext> {
    /** Header that names who acts, percent-encoded UTF-8. */
    public static final String ACTOR_HEADER = "X-Watchfloor-Actor";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final String API = "/api/";

    private final Set<String> allowedHosts;
    private final SecurityHeaders headers;
    private final Callers callers;

    /** Accepts requests addressed to one of these host names, or to any when the set is empty. */
    public AccessHandler(Set<String> allowedHosts, SecurityHeaders headers, Callers callers) {
        this.allowedHosts = allowedHosts;
        this.headers = headers;
        this.callers = callers;
    }

    /** Who acts in this request. */
    public static String actorOf(RoutingContext ctx) {
        return Actors.of(ctx);
    }

    @Override
    public void handle(RoutingContext ctx) {
        boolean encrypted = callers.isEncrypted(ctx.request());
        headers.putAll(ctx.response().headers(), encrypted);
        if (!hasReadableQuery(ctx.request())) {
            Answers.problem(ctx, KnownProblem.QUERY_BROKEN);
        } else if (!encrypted && ctx.normalizedPath().startsWith(API) && !callers.isFromThisMachine(ctx.request())) {
            Answers.problem(ctx, KnownProblem.HTTPS_ONLY);
        } else if (!isAddressedToUs(ctx.request())) {
            Answers.problem(ctx, KnownProblem.WRONG_HOST);
        } else if (changesSomething(ctx.request()) && !isSameOrigin(ctx.request(), encrypted)) {
            Answers.problem(ctx, KnownProblem.FOREIGN_CHANGE);
        } else {
            ctx.next();
        }
    }

    /**
     * Whether a browser sent it from our own page; clients that are no browsers say nothing about where they are. A page
     * that came in the clear is not ours where ours come encrypted: anybody on the way could have written it.
     */
    public static boolean isSameOrigin(HttpServerRequest request, boolean encrypted) {
        MultiMap sent = request.headers();
        String site = sent.get("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        String origin = sent.get("Origin");
        if (origin == null) {
            return true;
        }
        String host = request.authority() == null ? "" : request.authority().toString();
        String plain = origin.toLowerCase(Locale.ROOT);
        return (!encrypted && plain.equals("http://" + host.toLowerCase(Locale.ROOT)))
                || plain.equals("https://" + host.toLowerCase(Locale.ROOT));
    }

    private boolean isAddressedToUs(HttpServerRequest request) {
        if (allowedHosts.isEmpty()) {
            return true;
        }
        return request.authority() != null
                && allowedHosts.contains(request.authority().host().toLowerCase(Locale.ROOT));
    }

    /** Whatever asks for a parameter reads all of them, and fails on a percent sign with no two digits behind it. */
    private static boolean hasReadableQuery(HttpServerRequest request) {
        try {
            request.params();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean changesSomething(HttpServerRequest request) {
        HttpMethod method = request.method();
        return !READING.contains(method);
    }
}
