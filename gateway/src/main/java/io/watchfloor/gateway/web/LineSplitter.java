package io.watchfloor.gateway.web;

import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;

/** Cuts a stream of bytes into lines; of a line longer than allowed one byte more than is allowed is kept. */
final class LineSplitter {
    private final int maxLineBytes;
    private final Consumer<byte[]> lines;
    private Buffer rest = Buffer.buffer();

    LineSplitter(int maxLineBytes, Consumer<byte[]> lines) {
        this.maxLineBytes = maxLineBytes;
        this.lines = lines;
    }

    void take(Buffer chunk) {
        int from = 0;
        for (int i = 0; i < chunk.length(); i++) {
            if (chunk.getByte(i) == '\n') {
                keep(chunk, from, i);
                emit();
                from = i + 1;
            }
        }
        keep(chunk, from, chunk.length());
    }

    /** The last line needs no line feed. */
    void end() {
        if (rest.length() > 0) {
            emit();
        }
    }

    private void keep(Buffer chunk, int from, int to) {
        int room = maxLineBytes + 1 - rest.length();
        rest.appendBuffer(chunk, from, Math.min(to - from, room));
    }

    private void emit() {
        byte[] line = rest.getBytes();
        rest = Buffer.buffer();
        lines.accept(line);
    }
}
