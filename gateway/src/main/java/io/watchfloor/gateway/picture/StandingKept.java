package io.watchfloor.gateway.picture;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.watchfloor.contract.AlarmHealth;
import io.watchfloor.contract.Alert;
import io.watchfloor.contract.Escalation;
import io.watchfloor.contract.MalformedMessageException;
import io.watchfloor.contract.Measure;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.gateway.redis.RedisLink;
import io.watchfloor.gateway.redis.RedisReplies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest version of what stands and is told on the picture stream alone: alerts that are not cleared,
 * incidents that wait, measures. The stream holds an hour; a gateway that starts later finds the rest in a Redis hash.
 * Every gateway writes it, which does no harm, because what was read later overwrites what was read before. While Redis
 * cannot be reached the newest version of each waits. Belongs to one event loop.
 */
public final class StandingKept {
    private static final Logger LOG = LoggerFactory.getLogger(StandingKept.class);
    private static final int MAX_KEPT = 50_000;
    private static final int MAX_BATCH = 500;
    private static final byte[] GONE = {};

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(300);

    private final Vertx vertx;
    private final RedisLink link;
    private final String key;
    private final Set<String> standing = new HashSet<>();
    private final Map<String, Long> versions = new BoundedMap<>(2 * MAX_KEPT);
    private final Map<String, byte[]> waiting = new LinkedHashMap<>();
    private boolean writing;
    private boolean failing;
    private boolean full;
    private boolean closed;

    /** What a message stands for; {@code over} when there is nothing left to keep. */
    private record Standing(String field, long version, boolean over) {}

    /** Keeps what stands in {@code world}; {@code link} is used by nobody else. */
    public StandingKept(Vertx vertx, RedisLink link, String world) {
        this.vertx = vertx;
        this.link = link;
        this.key = "picture-latest:" + world;
    }

    /** Brings into the picture what was kept; waits until Redis answers, and leaves out what cannot be read. */
    public Future<Void> load(Picture picture) {
        Promise<Void> loaded = Promise.promise();
        load(picture, loaded);
        return loaded.future();
    }

    private void load(Picture picture, Promise<Void> loaded) {
        link.send(Request.cmd(Command.HGETALL).arg(key))
                .onSuccess(reply -> {
                    LOG.info("{} alerts, waits and measures are loaded", take(reply, picture));
                    picture.loaded();
                    loaded.complete();
                })
                .onFailure(failure -> {
                    if (RedisReplies.isErrorReply(failure)) {
                        LOG.error("{} cannot be read and is left out: {}", key, failure.getMessage());
                        loaded.complete();
                    } else if (!closed) {
                        tell(failure);
                        vertx.setTimer(PAUSE_AFTER_FAILURE.toMillis(), timer -> load(picture, loaded));
                    }
                });
    }

    /** Takes note of a message of the picture stream, and of its JSON. */
    public void note(Object message, byte[] json) {
        Standing told = standingOf(message);
        if (told == null || told.version() <= versions.getOrDefault(told.field(), -1L)) {
            return;
        }
        versions.put(told.field(), told.version());
        if (told.over()) {
            standing.remove(told.field());
            waiting.put(told.field(), GONE);
        } else if (standing.contains(told.field()) || hasRoom()) {
            standing.add(told.field());
            waiting.put(told.field(), json);
        }
    }

    /** Writes what waits, if nothing is being written. */
    public void flush() {
        if (writing || waiting.isEmpty()) {
            return;
        }
        writing = true;
        Map<String, byte[]> batch = takeBatch();
        link.batch(commands(batch)).onComplete(written -> {
            writing = false;
            if (written.failed()) {
                batch.forEach(waiting::putIfAbsent);
            }
            tell(written.cause());
        });
    }

    /** One command for all that is kept and one for all that is over: Redis is asked less. */
    private List<Request> commands(Map<String, byte[]> batch) {
        Request kept = Request.cmd(Command.HSET).arg(key);
        Request over = Request.cmd(Command.HDEL).arg(key);
        int gone = 0;
        for (Map.Entry<String, byte[]> entry : batch.entrySet()) {
            if (entry.getValue().length == 0) {
                over.arg(entry.getKey());
                gone++;
            } else {
                kept.arg(entry.getKey()).arg(entry.getValue());
            }
        }
        List<Request> commands = new ArrayList<>(2);
        if (gone < batch.size()) {
            commands.add(kept);
        }
        if (gone > 0) {
            commands.add(over);
        }
        return commands;
    }

    /** Closes its connection. */
    public void close() {
        closed = true;
        link.close();
    }

    private int take(Response reply, Picture picture) {
        int taken = 0;
        for (Map.Entry<String, String> kept : pairs(reply).entrySet()) {
            try {
                Object message = MessageCodec.decode(kept.getValue());
                Standing known = standingOf(message);
                if (known != null) {
                    versions.put(known.field(), known.version());
                    standing.add(known.field());
                    picture.load(message);
                    taken++;
                }
            } catch (MalformedMessageException e) {
                LOG.warn("{} of {} cannot be read and is left out: {}", kept.getKey(), key, e.getMessage());
            }
        }
        return taken;
    }

    /** Names and values one after the other, as the second version of the protocol gives them. */
    private static Map<String, String> pairs(Response reply) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; reply != null && i + 1 < reply.size(); i += 2) {
            pairs.put(reply.get(i).toString(), reply.get(i + 1).toString());
        }
        return pairs;
    }

    private static Standing standingOf(Object message) {
        if (message instanceof Alert alert) {
            return new Standing("alert:" + alert.id(), alert.version(), alert.clearedAt() != null);
        } else if (message instanceof Escalation waits) {
            return new Standing("escalation:" + waits.incidentId(), waits.version(), waits.stage() == null);
        } else if (message instanceof Measure measure) {
            return new Standing("measure:" + measure.id(), measure.version(), false);
        } else if (message instanceof AlarmHealth health) {
            return new Standing("alarm-health", health.version(), false);
        }
        return null;
    }

    private boolean hasRoom() {
        boolean room = standing.size() < MAX_KEPT;
        if (!room && !full) {
            LOG.error("{} alerts, waits and measures stand; further ones do not outlive a restart", MAX_KEPT);
        }
        full = !room;
        return room;
    }

    private Map<String, byte[]> takeBatch() {
        Map<String, byte[]> batch = new LinkedHashMap<>();
        var next = waiting.entrySet().iterator();
        while (next.hasNext() && batch.size() < MAX_BATCH) {
            Map.Entry<String, byte[]> entry = next.next();
            batch.put(entry.getKey(), entry.getValue());
            next.remove();
        }
        return batch;
    }

    private void tell(Throwable failure) {
        if (failure != null && !failing) {
            LOG.warn("what stands cannot be read or kept and is tried again: {}", failure.getMessage());
        } else if (failure == null && failing) {
            LOG.info("what stands is kept again");
        }
        failing = failure != null;
    }
}
