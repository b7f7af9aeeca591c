package io.watchfloor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Processor time that processes have used, as Linux counts it. */
final class CpuTime {
    /** Linux counts in hundredths of a second on every platform Java runs on. */
    private static final long MILLIS_PER_TICK = 10;

    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    private CpuTime() {}

    /** Milliseconds of processor time the process has used so far. */
    static long millisOf(long pid) throws IOException {
        return millisIn(Path.of("/proc", Long.toString(pid)));
    }

    /** What each used between two counts for one of so many things, in microseconds, the largest first. */
    static String spentEach(Map<String, Long> before, Map<String, Long> after, int things) {
        return after.keySet().stream()
                .sorted((a, b) -> Long.compare(grown(before, after, b), grown(before, after, a)))
                .map(name -> "%s %.0f µs".formatted(name, 1e3 * grown(before, after, name) / things))
                .collect(Collectors.joining(", "));
    }

    private static long grown(Map<String, Long> before, Map<String, Long> after, String name) {
        return after.get(name) - before.getOrDefault(name, 0L);
    }

    /** The name in brackets may hold anything; the numbers begin behind it. */
    private static long millisIn(Path process) throws IOException {
        String line = Files.readString(process.resolve("stat"));
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS])) * MILLIS_PER_TICK;
    }
}
