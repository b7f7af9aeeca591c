package io.watchfloor.graph.access;

import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.connection.GraphUnavailableException;
import io.watchfloor.graph.decision.DeskResult;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whose phone it is. What a device calls itself is as good as a password where its protocol has none, so that only its
 * hash is kept, and neither a log nor the audit has it.
 *
 * @implSpec every method throws {@link GraphUnavailableException} when the graph cannot be reached
 */
public interface DeviceRegister {
    /** On the graph that these transactions reach. */
    static DeviceRegister on(GraphTransactions transactions, Clock clock) {
        return new GraphDeviceRegister(transactions, clock);
    }

    /**
     * A device of a person.
     *
     * @param id what officers call it
     * @param personId whose it is
     * @param label what somebody wrote on it; null when nothing
     * @param gcj02 whether it tells positions in GCJ-02, as some map vendors' programs do, instead of WGS-84
     * @param withSecret whether it has to give a secret besides its name
     * @param registeredBy officer
     * @param registeredAt when
     * @param revokedBy null while it may be used
     * @param revokedAt null while it may be used
     */
    record Device(
            String id,
            String personId,
            String label,
            boolean gcj02,
            boolean withSecret,
            String registeredBy,
            Instant registeredAt,
            String revokedBy,
            Instant revokedAt) {}

    /**
     * What a device is registered with.
     *
     * @param key what it calls itself: 6 to 64 letters, digits, dots, underscores or hyphens
     * @param secret what it has to give besides; null when its protocol has none
     * @param label null when none
     */
    record Draft(String key, String secret, String label, boolean gcj02) {}

    /**
     * What came of it.
     *
     * @param refusal null when it was done
     * @param device null when refused
     */
    record Registered(DeskResult refusal, Device device) {
        /** Whether it was done. */
        public boolean isDone() {
            return refusal == null;
        }
    }

    /** A device that may be used, and what its secret has to hash to; null when it needs none. */
    record Known(String personId, boolean gcj02, String secretHash) {}

    /** Registers a device, or registers it anew for the same person; refused while another person has it. */
    Registered register(String world, String personId, Draft draft, String actor);

    /** It may not be used any more. One that is revoked stays so, and that succeeds. */
    Registered revoke(String world, String deviceId, String actor);

    /** Every device a person ever had, the newest first. */
    List<Device> list(String world, String personId);

    /** The device that calls itself so, unless it is revoked. */
    Optional<Known> find(String world, String key);

    /** What is kept of a name or a secret. */
    static String hash(String text) {
        return DeviceNode.hash(text);
    }
}
