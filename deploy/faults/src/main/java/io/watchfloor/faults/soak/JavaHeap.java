package io.watchfloor.faults.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** How much of a Java process's heap was in use after its last collection: everything but what is new since. */
final class JavaHeap {
    private static final Set<String> OLD_AND_SURVIVED = Set.of("S0U", "S1U", "OU");

    private JavaHeap() {}

    /** In kilobytes, as the JVM's own counters have it; empty when the process does not tell. */
    static OptionalDouble afterCollectionKilobytes(long pid) throws IOException, InterruptedException {
        String program =
                Path.of(System.getProperty("java.home"), "bin", "jstat").toString();
        Process process = new ProcessBuilder(program, "-J-XX:TieredStopAtLevel=1", "-gc", Long.toString(pid)).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> lines = said.lines().toList();
        if (process.waitFor() != 0 || lines.size() < 2) {
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
}
