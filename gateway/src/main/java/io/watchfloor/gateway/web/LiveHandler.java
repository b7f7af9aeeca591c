package io.watchfloor.gateway.web;

import io.vertx.core.Handler;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.gateway.access.Access;
import io.watchfloor.gateway.access.AccessHandler;
import io.watchfloor.gateway.access.LivePermit;
import io.watchfloor.gateway.access.Principal;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.push.ConsoleMessage;
import io.watchfloor.gateway.push.LiveHub;
import io.watchfloor.gateway.push.LiveSocket;
import io.watchfloor.gateway.push.SocketFault;
import io.watchfloor.gateway.push.WebSocketConnection;
import io.watchfloor.gateway.redis.StreamId;

/** {@code /live}: lets a console or a phone in, and hears that it is still there. */
final class LiveHandler implements Handler<RoutingContext> {
    private static final int MAX_MESSAGES_PER_SOCKET_AND_SECOND = 50;
    private static final short NOT_ALLOWED = 1008;

    private final LiveHub hub;
    private final Access access;

    /** Let in, but not yet counted by the hub. */
    private int opening;

    LiveHandler(LiveHub hub, Access access) {
        this.hub = hub;
        this.access = access;
        for (SocketFault fault : SocketFault.values()) {
            access.metrics().liveMessageMayBeRefused(fault.wireName());
        }
    }

    @Override
    public void handle(RoutingContext ctx) {
        LivePermit permit = LivePermit.of(ctx);
        String view = ctx.request().getParam("view");
        boolean responder = permit.byTicket() ? permit.personId() != null : "responder".equals(view);
        String person = permit.byTicket() ? permit.personId() : ctx.request().getParam("person");
        if (!"websocket".equalsIgnoreCase(ctx.request().getHeader("Upgrade"))) {
            ctx.response().putHeader("Upgrade", "websocket");
            Answers.problem(ctx, KnownProblem.WEBSOCKET_ONLY);
        } else if (!AccessHandler.isSameOrigin(ctx.request(), access.callers().isEncrypted(ctx.request()))) {
            Answers.problem(ctx, KnownProblem.FOREIGN_LISTENER);
        } else if (view != null && !responder && !"full".equals(view)) {
            Answers.problem(ctx, KnownProblem.LIVE_VIEW_UNKNOWN);
        } else if (responder && (person == null || !person.matches("[A-Za-z0-9._-]{1,64}"))) {
            Answers.problem(ctx, KnownProblem.LIVE_PERSON_MISSING);
        } else if (!maySee(Principal.of(ctx), responder ? person : null)) {
            access.trail().tellOnce(Principal.of(ctx).name(), "denied", "live", person);
            Answers.problem(ctx, KnownProblem.LIVE_NOT_ALLOWED);
        } else if (!hub.hasRoom(opening)) {
            Answers.problem(ctx, KnownProblem.TOO_MANY_CONSOLES);
        } else {
            StreamId resumeFrom =
                    StreamId.find(ctx.request().getParam("resume")).orElse(null);
            opening++;
            ctx.request()
                    .toWebSocket()
                    .onComplete(opened -> opening--)
                    .onFailure(ctx::fail)
                    .onSuccess(socket -> serve(
                            socket,
                            new WebSocketConnection(socket, ctx.request().connection()),
                            Principal.of(ctx),
                            responder ? person : null,
                            resumeFrom));
        }
    }

    /** A ticket was given for what it opens; a program says at the door whose page it wants. */
    private boolean maySee(Principal principal, String personId) {
        return personId == null
                ? access.reach().mayOpenConsole(principal)
                : access.reach().mayOpenPageOf(principal, personId);
    }

    private void serve(
            ServerWebSocket socket,
            WebSocketConnection connection,
            Principal principal,
            String personId,
            StreamId resumeFrom) {
        LiveSocket live = hub.open(connection, access.reach().liveScopeOf(principal, personId), personId, resumeFrom);
        access.live().opened(live, principal, () -> {
            socket.close(NOT_ALLOWED, "signed out, or rights changed");
            hub.closed(live);
        });
        Rate rate = new Rate();
        socket.textMessageHandler(message -> {
                    if (!access.live().mayStay(live)) {
                        socket.close(NOT_ALLOWED, "signed out, or rights changed");
                        return;
                    }
                    hub.heard(live);
                    if (rate.exceeds(MAX_MESSAGES_PER_SOCKET_AND_SECOND)) {
                        refuse(socket, SocketFault.TOO_MANY, SocketFault.TOO_MANY.sentence());
                    } else {
                        take(ConsoleMessage.read(message), live, socket);
                    }
                })
                .binaryMessageHandler(message -> refuse(socket, SocketFault.BINARY, SocketFault.BINARY.sentence()))
                .pongHandler(pong -> hub.heard(live))
                .exceptionHandler(broken -> {
                    closed(live);
                    SocketFault.find(broken)
                            .ifPresentOrElse(fault -> refuse(socket, fault, fault.sentence()), socket::close);
                })
                .closeHandler(closed -> closed(live));
    }

    private void closed(LiveSocket live) {
        access.live().closed(live);
        hub.closed(live);
    }

    private void refuse(ServerWebSocket socket, SocketFault fault, String sentence) {
        access.metrics().liveMessageRefused(fault.wireName());
        socket.close(fault.status(), sentence);
    }

    private void take(ConsoleMessage message, LiveSocket live, ServerWebSocket socket) {
        if (message.problem() != null) {
            refuse(socket, SocketFault.NOT_UNDERSTOOD, message.problem());
        } else if (message.area() != null) {
            hub.show(live, hub.viewOf(message.area()));
        } else if (message.view() != null) {
            hub.show(live, message.view());
        }
    }

    /** How many came within the running second. */
    private static final class Rate {
        private long second;
        private int count;

        boolean exceeds(int most) {
            long now = System.nanoTime() / 1_000_000_000L;
            count = now == second ? count + 1 : 1;
            second = now;
            return count > most;
        }
    }
}
