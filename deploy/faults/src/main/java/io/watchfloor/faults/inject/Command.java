package io.watchfloor.faults.inject;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A program of this machine that was run to its end.
 *
 * @param code its exit code
 * @param said all that it wrote, errors too
 */
record Command(int code, String said) {
    /** Runs it in this process's folder. */
    static Command run(List<String> words) throws IOException, InterruptedException {
        return run(words, null);
    }

    /** Runs it in a folder; null is this process's. */
    static Command run(List<String> words, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .directory(folder == null ? null : folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Command(process.waitFor(), said);
    }

    /** Whether it did what was asked. */
    boolean isDone() {
        return code == 0;
    }
}
