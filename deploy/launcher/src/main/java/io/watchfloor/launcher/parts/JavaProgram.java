package io.watchfloor.launcher.parts;

import io.watchfloor.launcher.process.Command;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A module of this system that is a process of its own.
 *
 * @param module its folder
 * @param mainClass what to run
 * @param jvmOptions memory limits and the like
 */
record JavaProgram(Path module, String mainClass, List<String> jvmOptions) {
    /** What every process is run with. */
    private static final List<String> SHARED_OPTIONS = List.of(
            // half-dead is worse than dead: the supervisor starts it again
            "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true");

    /**
     * Keeps the costly second compiler for what is hot for long: with its usual thresholds it takes a third of all
     * processor time while the parts start on two cores. Under load the hot paths pass these within seconds.
     */
    private static final List<String> COMPILES_LATE = List.of(
            "-XX:Tier4InvocationThreshold=25000",
            "-XX:Tier4MinInvocationThreshold=5000",
            "-XX:Tier4CompileThreshold=50000",
            "-XX:Tier4BackEdgeThreshold=200000");

    Command command(Map<String, String> settings) {
        Map<String, String> environment = new TreeMap<>(settings);
        // as a variable, so that a process list stays readable
        environment.put("CLASSPATH", classpath());
        // glibc keeps up to eight arenas per core of freed native memory otherwise
        environment.put("MALLOC_ARENA_MAX", "2");
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(SHARED_OPTIONS);
        words.addAll(COMPILES_LATE);
        words.addAll(jvmOptions);
        words.add(mainClass);
        return new Command(words, environment, mainClass);
    }

    private String classpath() {
        try {
            Path target = module.resolve("target");
            String libraries =
                    Files.readString(target.resolve("process.classpath")).strip();
            return target.resolve("classes") + File.pathSeparator + libraries;
        } catch (IOException e) {
            throw new UncheckedIOException(module + " is not built", e);
        }
    }
}
