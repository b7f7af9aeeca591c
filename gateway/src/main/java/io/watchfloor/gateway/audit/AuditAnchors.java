package io.watchfloor.gateway.audit;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.redis.RedisLink;
import io.watchfloor.graph.audit.AuditLog;
import io.watchfloor.graph.audit.AuditLog.Head;
import io.watchfloor.graph.audit.AuditLog.Verification;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the audit log ended, noted every few seconds in Redis: the chain of the log shows a changed or a missing row, but a log
 * whose newest rows were cut off together with its head is whole again. One that no longer has what was noted was cut. For one event loop.
 */
public final class AuditAnchors {
    private static final Logger LOG = LoggerFactory.getLogger(AuditAnchors.class);
    private static final int KEPT = 10_000;

    private final String world;
    private final RedisLink redis;
    private final GraphCalls graph;
    private Flaw flaw;

    private record Flaw(String detail) {}

    private record Seen(Head ending, Flaw flaw) {}

    /**
     * What a check found.
     *
     * @param rows how many rows were read
     * @param intact whether nothing is changed, missing or cut
     * @param brokenAt sequence of the first row at fault; null when all is well
     * @param detail what is wrong; null when all is well
     * @param anchoredAt sequence up to which another store bears witness; 0 when none does
     */
    public record Check(long rows, boolean intact, Long brokenAt, String detail, long anchoredAt) {}

    /** Of this world's log. */
    public AuditAnchors(String world, RedisLink redis, GraphCalls graph) {
        this.world = world;
        this.redis = redis;
        this.graph = graph;
    }

    /**
     * Notes where it ends, if it has grown and still has what was noted before: noting the end of a log that was cut would
     * cover up the cut.
     */
    public Future<Void> note() {
        return newest().compose(anchor -> graph.query(asked -> look(asked.auditLog(), anchor)))
                .compose(seen -> {
                    tell(seen.flaw());
                    return seen.ending() == null
                            ? Future.succeededFuture()
                            : redis.send(add(seen.ending())).mapEmpty();
                });
    }

    /** Whether the log was found to have lost what was noted; looked at with each {@link #note}. */
    public boolean isBroken() {
        return flaw != null;
    }

    private Seen look(AuditLog log, Optional<Head> anchor) {
        Flaw found = flawOf(log, anchor);
        Head head = log.head(world);
        boolean grown = head.sequence() > anchor.map(Head::sequence).orElse(0L);
        return new Seen(found == null && grown ? head : null, found);
    }

    private void tell(Flaw found) {
        if (found != null && flaw == null) {
            LOG.error("the audit log is not what it was: {}", found.detail());
        }
        flaw = found;
    }

    private Request add(Head head) {
        return Request.cmd(Command.XADD)
                .arg(stream())
                .arg("MAXLEN")
                .arg("~")
                .arg(KEPT)
                .arg("*")
                .arg("sequence")
                .arg(head.sequence())
                .arg("hash")
                .arg(head.hash());
    }

    /** Reads the whole log and compares it with what was noted. */
    public Future<Check> check() {
        return newest().compose(anchor -> graph.queryLong(asked -> check(asked.auditLog(), anchor)));
    }

    private Check check(AuditLog log, Optional<Head> anchor) {
        Verification found = log.verify(world);
        long anchored = anchor.map(Head::sequence).orElse(0L);
        if (!found.isIntact()) {
            return new Check(found.rows(), false, found.brokenAt(), found.detail(), anchored);
        }
        Flaw lost = flawOf(log, anchor);
        return lost == null
                ? new Check(found.rows(), true, null, null, anchored)
                : new Check(found.rows(), false, Math.min(anchored, found.rows() + 1), lost.detail(), anchored);
    }

    /** Null when the log has what was noted. */
    private Flaw flawOf(AuditLog log, Optional<Head> anchor) {
        if (anchor.isEmpty()) {
            return null;
        }
        long sequence = anchor.get().sequence();
        Optional<String> hash = log.findHash(world, sequence);
        if (hash.isEmpty()) {
            return new Flaw("row " + sequence + " was there and is cut off");
        }
        return hash.equals(anchor.map(Head::hash))
                ? null
                : new Flaw("row " + sequence + " is not the one that was there");
    }

    private Future<Optional<Head>> newest() {
        return redis.send(Request.cmd(Command.XREVRANGE)
                        .arg(stream())
                        .arg("+")
                        .arg("-")
                        .arg("COUNT")
                        .arg(1))
                .map(entries -> entries.size() == 0
                        ? Optional.empty()
                        : Optional.of(head(entries.get(0).get(1))));
    }

    private static Head head(Response fields) {
        return new Head(fields.get(1).toLong(), fields.get(3).toString());
    }

    private String stream() {
        return "audit-anchor:" + world;
    }
}
