package io.watchfloor.gateway.position;

import io.vertx.core.Future;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.graph.access.DeviceRegister;
import io.watchfloor.graph.access.DeviceRegister.Known;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose device it is, remembered for half a minute, so that a revoked one is out by then on every gateway; that there is
 * none, for ten seconds. While the graph does not answer, what is remembered goes on to hold. Belongs to one event loop.
 */
public final class Devices {
    private static final Duration KNOWN_FOR = Duration.ofSeconds(30);
    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(10);
    private static final int MOST = 50_000;

    private final String world;
    private final GraphCalls graph;
    private final Clock clock;
    private final Map<String, Entry> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
            return size() > MOST;
        }
    };

    private record Entry(Optional<Known> device, Instant until) {}

    /** Devices of this world. */
    public Devices(String world, GraphCalls graph, Clock clock) {
        this.world = world;
        this.graph = graph;
        this.clock = clock;
    }

    /** The device that calls itself so. */
    Future<Optional<Known>> find(String key) {
        String hash = DeviceRegister.hash(key);
        Entry entry = remembered.get(hash);
        if (entry != null && clock.instant().isBefore(entry.until())) {
            return Future.succeededFuture(entry.device());
        }
        return graph.devices(register -> register.find(world, key))
                .onSuccess(found -> remembered.put(
                        hash, new Entry(found, clock.instant().plus(found.isPresent() ? KNOWN_FOR : UNKNOWN_FOR))))
                .recover(failure -> entry != null && entry.device().isPresent()
                        ? Future.succeededFuture(entry.device())
                        : Future.failedFuture(failure));
    }

    /** Something was registered or revoked here. */
    public void forget() {
        remembered.clear();
    }

    /** Whether the secret fits; a device without one needs none. */
    static boolean fits(Known device, String secret) {
        if (device.secretHash() == null) {
            return true;
        }
        return secret != null
                && MessageDigest.isEqual(
                        device.secretHash().getBytes(StandardCharsets.US_ASCII),
                        DeviceRegister.hash(secret).getBytes(StandardCharsets.US_ASCII));
    }
}
