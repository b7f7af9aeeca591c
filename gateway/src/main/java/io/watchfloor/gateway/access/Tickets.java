package io.watchfloor.gateway.access;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.watchfloor.gateway.redis.RedisLink;
import java.time.Duration;
import java.util.Optional;

/** Tickets that each open one live socket, at any gateway, within half a minute. */
public final class Tickets {
    /** How long one is good. */
    public static final Duration GOOD = Duration.ofSeconds(30);

    /** Subprotocol that a socket speaks. */
    public static final String PROTOCOL = "watchfloor.v1";

    /** What the subprotocol that carries a ticket begins with. */
    private static final String PREFIX = "ticket.";

    private static final String NOBODY = "-";

    private final RedisLink redis;

    /** What a ticket is good for: the session it was given to, and whose own page; null for a console. */
    record Use(String session, String personId) {}

    /** Keeps them in Redis. */
    public Tickets(RedisLink redis) {
        this.redis = redis;
    }

    /** A new one. */
    public Future<String> give(String session, String personId) {
        String ticket = Secrets.token();
        return redis.send(Request.cmd(Command.SET)
                        .arg(key(ticket))
                        .arg(session + " " + (personId == null ? NOBODY : personId))
                        .arg("PX")
                        .arg(GOOD.toMillis()))
                .map(kept -> ticket);
    }

    /** What it is good for, once; empty when it is none, was used or is too old. */
    Future<Optional<Use>> take(String ticket) {
        return redis.send(Request.cmd(Command.GETDEL).arg(key(ticket)))
                .map(kept -> Optional.ofNullable(kept).map(text -> {
                    String[] parts = text.toString().split(" ", 2);
                    return new Use(parts[0], parts[1].equals(NOBODY) ? null : parts[1]);
                }));
    }

    /** The ticket among the subprotocols that a client offers. */
    static Optional<String> among(String offered) {
        if (offered == null) {
            return Optional.empty();
        }
        for (String protocol : offered.split(",", -1)) {
            if (protocol.strip().startsWith(PREFIX)) {
                return Optional.of(protocol.strip().substring(PREFIX.length()));
            }
        }
        return Optional.empty();
    }

    private static String key(String ticket) {
        return "ticket:" + Secrets.hash(ticket);
    }
}
