package io.watchfloor.pipeline.function;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What was read from or written to the state store last, so that it need not be read again: a look-up costs the store
 * several microseconds per entry. What falls out is asked for again when it is needed.
 */
final class IncidentCache<K, V> extends LinkedHashMap<IncidentCache.Key<K>, V> {
    /** An entry of one region's state. */
    record Key<K>(String region, K key) {}

    private static final long serialVersionUID = 1L;
    private static final float LOAD = 0.75f;

    private final int limit;
    private final transient Consumer<V> onFallingOut;

    IncidentCache(int limit, Consumer<V> onFallingOut) {
        super(16, LOAD, true);
        this.limit = limit;
        this.onFallingOut = onFallingOut;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key<K>, V> eldest) {
        if (size() <= limit) {
            return false;
        }
        onFallingOut.accept(eldest.getValue());
        return true;
    }
}
