package io.watchfloor.gateway.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.gateway.access.Access;
import io.watchfloor.gateway.access.Principal;
import io.watchfloor.gateway.access.Tickets;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;

/** {@code POST /live/ticket}: what opens one live socket, once. */
final class LiveTicketHandler implements Handler<RoutingContext> {
    private final Access access;

    record Given(String ticket, String protocol, long validSeconds) {}

    LiveTicketHandler(Access access) {
        this.access = access;
    }

    @Override
    public void handle(RoutingContext ctx) {
        Principal principal = Principal.of(ctx);
        String personId = Requests.text(Requests.body(ctx), "personId");
        boolean allowed = personId == null
                ? access.reach().mayOpenConsole(principal)
                : access.reach().mayOpenPageOf(principal, personId);
        if (principal.isProgram()) {
            Answers.problem(ctx, KnownProblem.PROGRAM_NEEDS_NO_TICKET);
        } else if (!allowed) {
            access.trail().tellOnce(principal.name(), "denied", "openLiveTicket", personId);
            Answers.problem(ctx, KnownProblem.LIVE_NOT_ALLOWED);
        } else {
            access.tickets()
                    .give(principal.session(), personId)
                    .onFailure(ctx::fail)
                    .onSuccess(ticket ->
                            Answers.json(ctx, 201, new Given(ticket, Tickets.PROTOCOL, Tickets.GOOD.toSeconds())));
        }
    }
}
