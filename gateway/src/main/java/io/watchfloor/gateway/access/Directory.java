package io.watchfloor.gateway.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.watchfloor.contract.Json;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.redis.RedisLink;
import io.watchfloor.graph.access.KeyRegister.ApiKey;
import io.watchfloor.graph.access.UserRegister.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who there is and what each may do, in memory: a request is judged without asking the graph. Read again when it changed,
 * which is looked at every second, and kept in Redis, so that a gateway that starts while the graph is down still knows
 * everybody. Belongs to one event loop.
 */
public final class Directory {
    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
    private static final String KEPT = "access:directory";

    private final GraphCalls graph;
    private final RedisLink redis;
    private final List<ApiKey> ownKeys;
    private Map<String, User> users = Map.of();
    private Map<String, ApiKey> keysByHash = Map.of();
    private Map<String, ApiKey> keysById = Map.of();
    private String stamp;
    private boolean looking;

    /** What Redis keeps of it. */
    record Kept(String stamp, List<User> users, List<ApiKey> keys) {}

    /** Knows the machine's own keys, and nothing else yet. */
    public Directory(GraphCalls graph, RedisLink redis, List<ApiKey> ownKeys) {
        this.graph = graph;
        this.redis = redis;
        this.ownKeys = ownKeys;
        take(new Kept(null, List.of(), List.of()));
    }

    /** Takes what Redis kept; done whether it had anything or not. */
    public Future<Void> start() {
        return redis.send(Request.cmd(Command.GET).arg(KEPT))
                .onSuccess(kept -> {
                    if (kept != null && stamp == null) {
                        take(read(kept.toString()));
                        stamp = null;
                    }
                })
                .otherwiseEmpty()
                .mapEmpty();
    }

    /** Reads it again if it changed. */
    public void look() {
        if (!looking) {
            looking = true;
            refresh().onComplete(done -> looking = false);
        }
    }

    /** As {@link #look}, for whoever has just changed it. */
    public Future<Void> refresh() {
        return graph.query(asked -> {
                    String now = asked.userRegister().readStamp();
                    return now.equals(stamp)
                            ? null
                            : new Kept(
                                    now,
                                    asked.userRegister().list(),
                                    asked.keyRegister().list());
                })
                .onSuccess(changed -> {
                    if (changed != null) {
                        take(changed);
                        keep(changed);
                    }
                })
                .mapEmpty();
    }

    /** The user of this id, who may be disabled. */
    public Optional<User> findUser(String id) {
        return Optional.ofNullable(users.get(id));
    }

    /** Every user, by name. */
    public List<User> listUsers() {
        return List.copyOf(users.values());
    }

    /** The key that hashes to this, unless it is revoked. */
    public Optional<ApiKey> findKey(String hash) {
        return Optional.ofNullable(keysByHash.get(hash));
    }

    /** The key of this id, unless it is revoked. */
    public Optional<ApiKey> findKeyById(String id) {
        return Optional.ofNullable(keysById.get(id));
    }

    private void take(Kept known) {
        Map<String, User> people = new java.util.LinkedHashMap<>();
        known.users().forEach(user -> people.put(user.id(), user));
        Map<String, ApiKey> byHash = new HashMap<>();
        Map<String, ApiKey> byId = new HashMap<>();
        for (List<ApiKey> some : List.of(known.keys(), ownKeys)) {
            for (ApiKey key : some) {
                if (key.revokedAt() == null) {
                    byHash.put(key.keyHash(), key);
                    byId.put(key.id(), key);
                }
            }
        }
        users = people;
        keysByHash = byHash;
        keysById = byId;
        stamp = known.stamp();
    }

    private void keep(Kept known) {
        try {
            redis.send(Request.cmd(Command.SET).arg(KEPT).arg(Json.mapper().writeValueAsString(known)))
                    .onFailure(failure -> LOG.warn("who may sign in could not be kept: {}", failure.getMessage()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of plain fields can always be written", e);
        }
    }

    private static Kept read(String json) {
        try {
            return Json.mapper().readValue(json, Kept.class);
        } catch (JsonProcessingException e) {
            LOG.warn("what Redis kept of who may sign in cannot be read: {}", e.getOriginalMessage());
            return new Kept(null, List.of(), List.of());
        }
    }
}
