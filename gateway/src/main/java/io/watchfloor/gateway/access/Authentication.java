package io.watchfloor.gateway.access;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.watchfloor.graph.access.KeyRegister.ApiKey;
import io.watchfloor.graph.access.UserRegister.User;
import java.util.Optional;

/** Finds out who asks: a program by its key, a browser by its session, a live socket by its ticket. */
public final class Authentication {
    /** Names the key whose secret signs the request. */
    static final String SIGNING_KEY_HEADER = "X-Watchfloor-Key";

    private static final String BEARER = "Bearer ";

    private final Callers callers;
    private final Directory directory;
    private final Sessions sessions;
    private final Tickets tickets;

    /** Who asks, and what only their ticket says: whose own page it is; null for a console. */
    record Known(Principal principal, boolean byTicket, String ticketPersonId) {}

    /** Asks these. */
    public Authentication(Callers callers, Directory directory, Sessions sessions, Tickets tickets) {
        this.callers = callers;
        this.directory = directory;
        this.sessions = sessions;
        this.tickets = tickets;
    }

    /** Who sent this; empty when nobody that is known. Fails when that cannot be found out now. */
    Future<Optional<Known>> of(HttpServerRequest request, boolean liveSocket) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.startsWith(BEARER)) {
            String key = authorization.substring(BEARER.length()).strip();
            return Future.succeededFuture(directory
                    .findKey(Secrets.hash(key))
                    .filter(known -> known.sealedSecret() == null)
                    .map(Authentication::program));
        }
        String signingKey = request.getHeader(SIGNING_KEY_HEADER);
        if (signingKey != null) {
            return Future.succeededFuture(directory
                    .findKeyById(signingKey)
                    .filter(known -> known.sealedSecret() != null)
                    .map(Authentication::program));
        }
        if (liveSocket) {
            // a socket is no request of our page: the cookie alone does not open it
            return Tickets.among(request.getHeader("Sec-WebSocket-Protocol"))
                    .map(this::byTicket)
                    .orElse(Future.succeededFuture(Optional.empty()));
        }
        return callers.tokenOf(request)
                .map(token -> sessions.find(token).map(found -> found.flatMap(this::user)))
                .orElse(Future.succeededFuture(Optional.empty()));
    }

    private Future<Optional<Known>> byTicket(String ticket) {
        return tickets.take(ticket)
                .compose(use -> use.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : sessions.findByHash(use.get().session()).map(found -> found.flatMap(this::user)
                                .map(known -> new Known(
                                        known.principal(), true, use.get().personId()))));
    }

    private Optional<Known> user(Session session) {
        return directory
                .findUser(session.userId())
                .filter(user -> !user.disabled())
                .map(user -> new Known(principal(user, session), false, null));
    }

    static Principal principal(User user, Session session) {
        return new Principal(
                user.id(),
                user.name(),
                user.roles(),
                user.areaIds(),
                user.personId(),
                false,
                null,
                session.hash(),
                null,
                session.settingUp());
    }

    private static Known program(ApiKey key) {
        Principal principal = new Principal(
                key.id(),
                key.name(),
                key.roles(),
                java.util.Set.of(),
                null,
                key.actsForOthers(),
                key.source(),
                null,
                key.sealedSecret(),
                false);
        return new Known(principal, false, null);
    }
}
