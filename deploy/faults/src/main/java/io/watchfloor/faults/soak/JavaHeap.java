package io.watchfloor.faults.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How much of a Java process's heap is really needed: what is in use after a collection of the whole of it. What was kept by the
 * collections of the young part alone, as a JVM's counters tell it, is half garbage: it rises until the old part is full, and falls.
 */
final class JavaHeap {
    private static final Set<String> OLD_AND_SURVIVED = Set.of("S0U", "S1U", "OU");

    private JavaHeap() {}

    /** In kilobytes; empty when the process does not tell. It stands still meanwhile, for a tenth of a second or two. */
    static OptionalDouble neededKilobytes(long pid) throws IOException, InterruptedException {
        if (ask("jcmd", Long.toString(pid), "GC.run").isEmpty()) {
            return OptionalDouble.empty();
        }
        List<String> lines = ask("jstat", "-gc", Long.toString(pid));
        if (lines.size() < 2) {
            return OptionalDouble.empty();
        }
        String[] names = lines.get(0).strip().split("\\s+", -1);
        String[] values = lines.get(1).strip().split("\\s+", -1);
        List<Double> used = new ArrayList<>();
        for (int i = 0; i < Math.min(names.length, values.length); i++) {
            if (OLD_AND_SURVIVED.contains(names[i])) {
                used.add(Double.parseDouble(values[i]));
            }
        }
        return used.stream().mapToDouble(Double::doubleValue).reduce(Double::sum);
    }

    /** What a program of the JDK says; nothing when it fails. */
    private static List<String> ask(String program, String... about) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", program).toString());
        words.add("-J-XX:TieredStopAtLevel=1");
        words.addAll(List.of(about));
        Process process = new ProcessBuilder(words).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? said.lines().toList() : List.of();
    }
}
