package io.watchfloor.gateway.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.watchfloor.contract.Json;
import io.watchfloor.gateway.redis.RedisLink;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sessions in Redis, where every gateway finds them: under the hash of an opaque token of 256 bits, with an end when they
 * are not used and another that nothing moves. A session that was just looked up is believed for a few seconds, and while
 * Redis does not answer for two minutes; then nobody gets in. Belongs to one event loop.
 */
public final class Sessions {
    private static final String ENDED = "access:ended";
    private static final Duration BELIEVED = Duration.ofSeconds(2);
    private static final Duration BELIEVED_ALONE = Duration.ofMinutes(2);
    private static final int MOST_BELIEVED = 10_000;

    private final RedisLink redis;
    private final Clock clock;
    private final Duration idle;
    private final Duration longest;
    private final Map<String, Seen> seen = new LinkedHashMap<>();
    private long endedUpTo;

    private record Seen(Session session, long atMillis) {}

    /** Opened: the session, and the token that only its browser has. */
    public record Opened(Session session, String token) {}

    /** Sessions that end after {@code idle} without use, and after {@code longest} anyway. */
    public Sessions(RedisLink redis, Clock clock, Duration idle, Duration longest) {
        this.redis = redis;
        this.clock = clock;
        this.idle = idle;
        this.longest = longest;
        this.endedUpTo = clock.millis();
    }

    /** Opens one under a new token. */
    public Future<Opened> open(String userId, boolean settingUp) {
        String token = Secrets.token();
        Session session = new Session(Secrets.hash(token), userId, clock.millis(), settingUp, null);
        List<Request> commands = List.of(
                Request.cmd(Command.SET)
                        .arg(key(session.hash()))
                        .arg(write(session))
                        .arg("PX")
                        .arg(idle.toMillis()),
                Request.cmd(Command.SADD).arg(ofUser(userId)).arg(session.hash()),
                Request.cmd(Command.PEXPIRE).arg(ofUser(userId)).arg(longest.toMillis()));
        return redis.batch(commands).map(done -> {
            believe(session);
            return new Opened(session, token);
        });
    }

    /** The session of this token, if it has not ended; using it moves its idle end. Fails when that cannot be known. */
    public Future<Optional<Session>> find(String token) {
        return findByHash(Secrets.hash(token));
    }

    /** As {@link #find}, by the token's hash. */
    public Future<Optional<Session>> findByHash(String hash) {
        Seen last = seen.get(hash);
        long now = clock.millis();
        if (last != null && now - last.atMillis() < BELIEVED.toMillis()) {
            return Future.succeededFuture(Optional.of(last.session()).filter(this::isCurrent));
        }
        return redis.send(Request.cmd(Command.GETEX).arg(key(hash)).arg("PX").arg(idle.toMillis()))
                .map(found -> {
                    Optional<Session> session = Optional.ofNullable(found)
                            .map(text -> read(text.toString()))
                            .filter(this::isCurrent);
                    session.ifPresentOrElse(this::believe, () -> seen.remove(hash));
                    return session;
                })
                .recover(failure -> last != null && now - last.atMillis() < BELIEVED_ALONE.toMillis()
                        ? Future.succeededFuture(Optional.of(last.session()).filter(this::isCurrent))
                        : Future.failedFuture(failure));
    }

    /** Keeps the sealed secret of a second factor that is not proved yet with it. */
    public Future<Void> keepPendingFactor(String hash, String sealed) {
        return findByHash(hash).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture();
            }
            Session session = found.get().withPendingFactor(sealed);
            believe(session);
            return redis.send(Request.cmd(Command.SET)
                            .arg(key(hash))
                            .arg(write(session))
                            .arg("KEEPTTL"))
                    .mapEmpty();
        });
    }

    /** Ends one; every gateway closes its live sockets within a second. */
    public Future<Void> end(String hash) {
        return endAll(List.of(hash));
    }

    /** Ends all of a user's sessions, but not the one that is named. */
    public Future<Void> endOthers(String userId, String kept) {
        return redis.send(Request.cmd(Command.SMEMBERS).arg(ofUser(userId))).compose(members -> {
            List<String> hashes = new ArrayList<>();
            members.forEach(member -> hashes.add(member.toString()));
            hashes.remove(kept);
            return endAll(hashes);
        });
    }

    /** Sessions that ended anywhere since this was last asked. */
    public Future<Set<String>> takeEnded() {
        long from = endedUpTo;
        long now = clock.millis();
        return redis.send(Request.cmd(Command.ZRANGE)
                        .arg(ENDED)
                        .arg(from)
                        .arg("+inf")
                        .arg("BYSCORE"))
                .map(members -> {
                    endedUpTo = now - BELIEVED_ALONE.toMillis() / 2;
                    Set<String> hashes = new HashSet<>();
                    for (Response member : members) {
                        hashes.add(member.toString());
                    }
                    hashes.forEach(seen::remove);
                    return hashes;
                });
    }

    private Future<Void> endAll(List<String> hashes) {
        if (hashes.isEmpty()) {
            return Future.succeededFuture();
        }
        List<Request> commands = new ArrayList<>();
        for (String hash : hashes) {
            seen.remove(hash);
            commands.add(Request.cmd(Command.DEL).arg(key(hash)));
            commands.add(
                    Request.cmd(Command.ZADD).arg(ENDED).arg(clock.millis()).arg(hash));
        }
        long old = clock.millis() - Duration.ofHours(1).toMillis();
        commands.add(
                Request.cmd(Command.ZREMRANGEBYSCORE).arg(ENDED).arg("-inf").arg(old));
        return redis.batch(commands).mapEmpty();
    }

    private boolean isCurrent(Session session) {
        return clock.millis() - session.startedAtMillis() < longest.toMillis();
    }

    private void believe(Session session) {
        seen.remove(session.hash());
        seen.put(session.hash(), new Seen(session, clock.millis()));
        if (seen.size() > MOST_BELIEVED) {
            seen.remove(seen.keySet().iterator().next());
        }
    }

    private static String key(String hash) {
        return "session:" + hash;
    }

    private static String ofUser(String userId) {
        return "sessions-of:" + userId;
    }

    private static String write(Session session) {
        try {
            return Json.mapper().writeValueAsString(session);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain fields can always be written", e);
        }
    }

    private static Session read(String json) {
        try {
            return Json.mapper().readValue(json, Session.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
