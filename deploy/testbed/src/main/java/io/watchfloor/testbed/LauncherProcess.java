package io.watchfloor.testbed;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The launcher, run as {@code ./run} runs it; what it says is in a file. */
public final class LauncherProcess {
    private final Process process;
    private final Path output;

    private LauncherProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it with these options; its output goes to the file. */
    public static LauncherProcess start(Path output, String... options) throws IOException {
        return start(output, Map.of(), options);
    }

    /** The same with settings in its environment. */
    public static LauncherProcess start(Path output, Map<String, String> settings, String... options)
            throws IOException {
        return start(Home.folder(), output, settings, options);
    }

    /** The same of the version that was built in this folder. */
    public static LauncherProcess start(Path home, Path output, Map<String, String> settings, String... options)
            throws IOException {
        Path target = home.resolve("deploy/launcher/target");
        String libraries = Files.readString(target.resolve("process.classpath")).strip();
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dwatchfloor.home=" + home,
                "io.watchfloor.launcher.LauncherMain"));
        words.addAll(List.of(options));
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("CLASSPATH", target.resolve("classes") + File.pathSeparator + libraries);
        builder.environment().putAll(settings);
        return new LauncherProcess(builder.start(), output);
    }

    /** What it said so far; what Java itself says of options in the environment is left out. */
    public List<String> lines() {
        try (Stream<String> lines = Files.lines(output, StandardCharsets.UTF_8)) {
            return lines.filter(line -> !line.startsWith("NOTE: Picked up JDK_JAVA_OPTIONS"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its exit code, once it is gone. */
    public int awaitExit(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the launcher did not end within " + limit + "\n" + String.join("\n", lines()));
        }
        return process.exitValue();
    }

    /** Its process. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** As Ctrl-C does, but without waiting. */
    public void terminate() {
        process.destroy();
    }

    /** As {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
    }
}
