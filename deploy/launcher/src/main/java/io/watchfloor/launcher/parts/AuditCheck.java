package io.watchfloor.launcher.parts;

import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphSettings;
import io.watchfloor.graph.audit.AuditLog;
import io.watchfloor.graph.audit.AuditLog.Verification;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

/**
 * Reads the audit log from its first row to its last and works out every hash again; then looks whether what the gateway
 * noted in Redis every few seconds is still there, because a log cut off at its end together with its head is whole in itself.
 */
final class AuditCheck implements Callable<Void> {
    private final GraphSettings graphSettings;
    private final URI redis;
    private final String world;
    private final Consumer<String> tell;

    /** Tells its finding in one sentence. */
    AuditCheck(GraphSettings graphSettings, URI redis, String world, Consumer<String> tell) {
        this.graphSettings = graphSettings;
        this.redis = redis;
        this.world = world;
        this.tell = tell;
    }

    @Override
    public Void call() {
        try (Graph graph = Graph.open(graphSettings)) {
            tell.accept(finding(graph.auditLog()));
        }
        return null;
    }

    private String finding(AuditLog log) {
        Verification found = log.verify(world);
        if (!found.isIntact()) {
            return "audit broken: row " + found.brokenAt() + ": " + found.detail();
        }
        Optional<StreamEntry> anchor = newestAnchor();
        if (anchor.isPresent()) {
            long sequence = Long.parseLong(anchor.get().getFields().get("sequence"));
            Optional<String> hash = log.findHash(world, sequence);
            if (hash.isEmpty()) {
                return "audit broken: row " + sequence + " was there and is cut off";
            }
            if (!hash.get().equals(anchor.get().getFields().get("hash"))) {
                return "audit broken: row " + sequence + " is not the one that was there";
            }
        }
        return "audit intact: " + found.rows() + " rows";
    }

    private Optional<StreamEntry> newestAnchor() {
        try (Jedis jedis = new Jedis(redis)) {
            List<StreamEntry> entries =
                    jedis.xrevrange("audit-anchor:" + world, (StreamEntryID) null, (StreamEntryID) null, 1);
            return entries.stream().findFirst();
        }
    }
}
