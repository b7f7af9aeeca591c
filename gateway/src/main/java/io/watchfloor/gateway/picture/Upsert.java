package io.watchfloor.gateway.picture;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.watchfloor.contract.Json;
import io.watchfloor.gateway.redis.StreamId;

/** The newest version of one thing, when it last came, and its JSON, written once however many consoles see it. */
final class Upsert<T> {
    private final String id;
    private T value;
    private long version = -1;
    private StreamId seq = StreamId.ZERO;
    private byte[] json;

    Upsert(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    T value() {
        return value;
    }

    StreamId seq() {
        return seq;
    }

    /** Takes a version; an older one than the one known changes nothing but when it was last heard of. */
    boolean offer(T offered, long offeredVersion, StreamId at) {
        seq = seq.later(at);
        if (offeredVersion <= version) {
            return false;
        }
        value = offered;
        version = offeredVersion;
        json = null;
        return true;
    }

    byte[] json() {
        if (json == null) {
            json = encode(value);
        }
        return json;
    }

    static byte[] encode(Object value) {
        try {
            return Json.mapper().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain fields can always be written", e);
        }
    }
}
