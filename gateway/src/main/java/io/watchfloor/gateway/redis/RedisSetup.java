package io.watchfloor.gateway.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a Redis server is set up, as far as it decides what becomes of what it acknowledged.
 *
 * @param evictionPolicy what it does when its memory is full
 * @param appendOnly whether it writes a log
 * @param appendFsync when it syncs that log; empty when it does not let us ask
 */
public record RedisSetup(String evictionPolicy, boolean appendOnly, String appendFsync) {
    private static final Pattern POLICY = Pattern.compile("(?m)^maxmemory_policy:(\\S+)");
    private static final Pattern LOG = Pattern.compile("(?m)^aof_enabled:1");

    /** Asks the server; fails when it does not answer. */
    public static Future<RedisSetup> read(RedisLink link) {
        return link.send(Request.cmd(Command.INFO).arg("memory"))
                .compose(memory -> link.send(Request.cmd(Command.INFO).arg("persistence"))
                        .compose(persistence ->
                                appendFsync(link).map(sync -> of(memory.toString(), persistence.toString(), sync))));
    }

    /** Who is served by somebody else may not ask that. */
    private static Future<String> appendFsync(RedisLink link) {
        return link.send(Request.cmd(Command.CONFIG).arg("GET").arg("appendfsync"))
                .map(answer -> answer.size() > 1 ? answer.get(1).toString() : "")
                .recover(refused ->
                        RedisReplies.isErrorReply(refused) ? Future.succeededFuture("") : Future.failedFuture(refused));
    }

    static RedisSetup of(String memory, String persistence, String appendFsync) {
        Matcher policy = POLICY.matcher(memory);
        return new RedisSetup(
                policy.find() ? policy.group(1) : "", LOG.matcher(persistence).find(), appendFsync);
    }

    /** Why nothing can be built on it; empty when something can. */
    public Optional<String> findFault() {
        return evictionPolicy.isEmpty() || evictionPolicy.equals("noeviction")
                ? Optional.empty()
                : Optional.of(
                        "Redis has maxmemory-policy '" + evictionPolicy
                                + "': when its memory is full it would throw away whole streams of reports; set it to noeviction");
    }

    /** What it may lose though it acknowledged it; empty when nothing, or when that is not known. */
    public Optional<String> findDoubt() {
        if (!appendOnly) {
            return Optional.of("Redis keeps no append-only log: what it acknowledged is gone when it ends, and only the"
                    + " journal has it; set appendonly yes and appendfsync always");
        }
        return appendFsync.equals("no")
                ? Optional.of(
                        "Redis has appendfsync 'no': a power cut takes what it acknowledged in half a minute, and only"
                                + " the journal has it; set it to always, or to everysec")
                : Optional.empty();
    }
}
