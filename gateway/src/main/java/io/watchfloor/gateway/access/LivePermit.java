package io.watchfloor.gateway.access;

import io.vertx.ext.web.RoutingContext;

/**
 * What a live socket was let in for.
 *
 * @param byTicket whether by a ticket, which says whose page it is; a program says so itself
 * @param personId whose own page; null for a console
 */
public record LivePermit(boolean byTicket, String personId) {
    private static final String KEY = "watchfloor.live-permit";

    static void put(RoutingContext ctx, Authentication.Known known) {
        ctx.put(KEY, new LivePermit(known.byTicket(), known.ticketPersonId()));
    }

    /** Of the request that opens the socket. */
    public static LivePermit of(RoutingContext ctx) {
        return ctx.get(KEY);
    }
}
