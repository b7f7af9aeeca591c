package io.watchfloor.gateway.audit;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.redis.RedisLink;
import io.watchfloor.graph.AuditLog;
import io.watchfloor.graph.AuditLog.Head;
import io.watchfloor.graph.AuditLog.Verification;
import java.util.Optional;

/**
 * Where the audit log ended, noted once a minute in Redis: the chain of the log shows a changed or a missing row, but a log
 * whose newest rows were cut off together with its head is whole again. One that no longer has what was noted was cut.
 */
public final class AuditAnchors {
    private static final int KEPT = 10_000;

    private final String world;
    private final RedisLink redis;
    private final GraphCalls graph;
    private Head last = new Head(0, "");

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

    /** Notes where it ends, if it has grown. */
    public Future<Void> note() {
        return graph.query(asked -> asked.auditLog().head(world)).compose(head -> {
            if (head.sequence() <= last.sequence()) {
                return Future.succeededFuture();
            }
            Request add = Request.cmd(Command.XADD)
                    .arg(stream())
                    .arg("MAXLEN")
                    .arg("~")
                    .arg(KEPT)
                    .arg("*")
                    .arg("sequence")
                    .arg(head.sequence())
                    .arg("hash")
                    .arg(head.hash());
            return redis.send(add).onSuccess(added -> last = head).mapEmpty();
        });
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
        Optional<String> hash = anchor.flatMap(head -> log.findHash(world, head.sequence()));
        if (anchor.isPresent() && !hash.equals(anchor.map(Head::hash))) {
            String detail = hash.isEmpty()
                    ? "row " + anchored + " was there and is cut off"
                    : "row " + anchored + " is not the one that was there";
            return new Check(found.rows(), false, hash.isEmpty() ? found.rows() + 1 : anchored, detail, anchored);
        }
        return new Check(found.rows(), true, null, null, anchored);
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
