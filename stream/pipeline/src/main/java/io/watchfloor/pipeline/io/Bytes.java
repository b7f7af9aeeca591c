package io.watchfloor.pipeline.io;

import java.nio.charset.StandardCharsets;

/** Keys of streams as Redis has them. */
final class Bytes {
    private Bytes() {}

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
