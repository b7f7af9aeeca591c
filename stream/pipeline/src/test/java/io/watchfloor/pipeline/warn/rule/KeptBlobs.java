package io.watchfloor.pipeline.warn.rule;

import java.util.HashMap;
import java.util.Map;

/** Keeps in memory what is saved, so that a test can go on from it as after a restart. */
final class KeptBlobs implements Blobs {
    private final Map<String, byte[]> kept = new HashMap<>();

    @Override
    public byte[] load(String key) {
        return kept.get(key);
    }

    @Override
    public void save(String key, byte[] blob) {
        kept.put(key, blob);
    }
}
