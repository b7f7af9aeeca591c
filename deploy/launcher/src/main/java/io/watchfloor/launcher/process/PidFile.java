package io.watchfloor.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is written down about a child process, so that it can be found again, and told from a stranger that got its
 * number.
 *
 * @param pid its process id
 * @param startedAt when the operating system says it started
 * @param mark a word of its command line
 */
public record PidFile(long pid, Instant startedAt, String mark) {
    /** The clock a start time is derived from is only exact to the second. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final int LINES = 3;

    /** What the operating system says about a process that runs now. */
    public record Running(long pid, Instant startedAt, String commandLine) {
        static Running of(ProcessHandle handle) {
            ProcessHandle.Info info = handle.info();
            return new Running(
                    handle.pid(),
                    info.startInstant().orElse(Instant.EPOCH),
                    info.command().orElse("") + " " + info.commandLine().orElse(""));
        }
    }

    /** Whether the running process is the one written down. */
    public boolean describes(Running running) {
        Duration apart = Duration.between(startedAt, running.startedAt()).abs();
        return pid == running.pid()
                && apart.compareTo(TOLERANCE) <= 0
                && running.commandLine().contains(mark);
    }

    /** Reads the file; empty when there is none or it was cut short. */
    public static Optional<PidFile> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < LINES) {
            return Optional.empty();
        }
        try {
            long startedMillis = Long.parseLong(lines.get(1));
            return Optional.of(
                    new PidFile(Long.parseLong(lines.get(0)), Instant.ofEpochMilli(startedMillis), lines.get(2)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        Files.writeString(file, pid + "\n" + startedAt.toEpochMilli() + "\n" + mark + "\n");
    }
}
