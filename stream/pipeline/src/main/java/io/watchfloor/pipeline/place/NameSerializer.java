package io.watchfloor.pipeline.place;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Writes what is nothing but a name. */
record NameSerializer<T>(Function<T, String> nameOf, Function<String, T> named)
        implements SimpleVersionedSerializer<T> {
    @Override
    public int getVersion() {
        return 1;
    }

    @Override
    public byte[] serialize(T value) {
        return nameOf.apply(value).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public T deserialize(int version, byte[] bytes) throws IOException {
        if (version != getVersion()) {
            throw new IOException("version " + version + " of a name cannot be read");
        }
        return named.apply(new String(bytes, StandardCharsets.UTF_8));
    }
}
