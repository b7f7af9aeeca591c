package io.watchfloor.launcher.process;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last lines a process said, and whether it said it is ready. Holds a bounded amount, whatever it says. */
final class SpokenLines {
    private static final int KEPT_LINES = 20;
    private static final int MAX_LINE_BYTES = 2_000;
    private static final String READY = "READY ";

    private final Deque<String> last = new ArrayDeque<>();
    private final byte[] line = new byte[MAX_LINE_BYTES];
    private int length;
    private boolean ready;

    synchronized void add(byte[] chunk, int chunkLength) {
        for (int i = 0; i < chunkLength; i++) {
            if (chunk[i] == '\n') {
                endLine();
            } else if (length < MAX_LINE_BYTES) {
                line[length++] = chunk[i];
            }
        }
    }

    private void endLine() {
        String text = new String(line, 0, length, StandardCharsets.UTF_8).stripTrailing();
        length = 0;
        if (text.isEmpty()) {
            return;
        }
        ready |= text.startsWith(READY);
        if (last.size() == KEPT_LINES) {
            last.removeFirst();
        }
        last.addLast(text);
    }

    synchronized void end() {
        if (length > 0) {
            endLine();
        }
    }

    synchronized boolean saidReady() {
        return ready;
    }

    synchronized List<String> last() {
        return List.copyOf(last);
    }
}
