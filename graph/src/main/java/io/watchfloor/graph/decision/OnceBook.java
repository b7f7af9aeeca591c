package io.watchfloor.graph.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.watchfloor.contract.Json;
import io.watchfloor.graph.connection.GraphTime;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * What was asked for under a key, and what came of it, in the very transaction that decides: either both are committed or
 * neither is, so that nothing is carried out twice or answered without being carried out. Its lock is the first that a
 * transaction takes.
 */
public final class OnceBook {
    private static final int FORGOTTEN_AT_ONCE = 10_000;

    private final TransactionContext tx;
    private final String world;
    private final Instant now;

    public OnceBook(TransactionContext tx, String world, Instant now) {
        this.tx = tx;
        this.world = world;
        this.now = now;
    }

    /**
     * Carries something out, or gives the result it had.
     *
     * @param type of the result
     * @param reused what to give when the key was used for something else
     */
    public <T> T once(Asked asked, TypeReference<T> type, Supplier<T> work, Supplier<T> reused) {
        if (asked.key() == null) {
            return work.get();
        }
        Value known = lock(asked.key());
        if (!known.get("digest").isNull()) {
            return asked.digest().equals(known.get("digest").asString())
                    ? read(known.get("result").asString(), type)
                    : reused.get();
        }
        T result = work.get();
        tx.run("""
                        MATCH (asked:AskedOnce {world: $world, key: $key})
                        SET asked.digest = $digest, asked.result = $result
                        """, Map.of("world", world, "key", asked.key(), "digest", asked.digest(), "result", write(result)))
                .consume();
        return result;
    }

    /** Forgets what was asked before; gives how many it forgot, at most so many that the transaction stays short. */
    public static int forget(TransactionContext tx, Instant before) {
        return tx.run("""
                        MATCH (asked:AskedOnce)
                        WHERE asked.at < $before
                        WITH asked LIMIT $limit
                        DELETE asked
                        RETURN count(*) AS forgotten
                        """, Map.of("before", GraphTime.toGraph(before), "limit", FORGOTTEN_AT_ONCE))
                .single()
                .get("forgotten")
                .asInt();
    }

    private Value lock(String key) {
        return tx.run("""
                        MERGE (asked:AskedOnce {world: $world, key: $key})
                          ON CREATE SET asked.at = $now
                        SET asked._lock = true
                        WITH asked
                        RETURN asked
                        """, Map.of("world", world, "key", key, "now", GraphTime.toGraph(now)))
                .single()
                .get("asked");
    }

    private static String write(Object result) {
        try {
            return Json.mapper().writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain records are written as JSON", e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return Json.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept result is read as it was written", e);
        }
    }
}
