package io.watchfloor.graph.access;

import io.watchfloor.graph.access.UserRegister.Changed;
import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.connection.GraphUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Keys that programs come with. Of a key only its hash is kept; a secret that signs requests has to be read again and
 * comes in sealed.
 *
 * @implSpec every method throws {@link GraphUnavailableException} when the graph cannot be reached
 */
public interface KeyRegister {
    /** On the graph that these transactions reach. */
    static KeyRegister on(GraphTransactions transactions, Clock clock) {
        return new GraphKeyRegister(transactions, clock);
    }

    /**
     * A key.
     *
     * @param name what the audit log calls the program
     * @param keyHash what the key hashes to
     * @param actsForOthers whether it may name in whose name it acts
     * @param source the only feed it may hand in reports of; null for any
     * @param sealedSecret what signs its requests; null when the key itself is shown
     * @param revokedBy null while it may be used
     * @param revokedAt null while it may be used
     */
    record ApiKey(
            String id,
            String name,
            String keyHash,
            Set<Role> roles,
            boolean actsForOthers,
            String source,
            String sealedSecret,
            String createdBy,
            Instant createdAt,
            String revokedBy,
            Instant revokedAt) {}

    /** What a key is made with. */
    record KeyDraft(
            String name, String keyHash, Set<Role> roles, boolean actsForOthers, String source, String sealedSecret) {}

    /** Every key that was ever made, the newest first. */
    List<ApiKey> list();

    /** Makes a key. */
    ApiKey create(String world, KeyDraft draft, String actor);

    /** It may not be used any more; one that is revoked stays so, and that succeeds. */
    Changed<ApiKey> revoke(String world, String keyId, String actor);
}
