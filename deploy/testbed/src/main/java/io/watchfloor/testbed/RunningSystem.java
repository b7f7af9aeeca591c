package io.watchfloor.testbed;

import static org.awaitility.Awaitility.await;

import io.watchfloor.launcher.process.PidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** The whole system, started by the real launcher with a data folder of its own. */
public final class RunningSystem {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(12);
    private static final String READY = "ready ";
    private static final int TAIL_LINES = 40;

    private final LauncherProcess launcher;
    private final Path data;
    private final URI address;
    private final String firstSecret;

    private RunningSystem(LauncherProcess launcher, Path data, URI invitation) {
        this.launcher = launcher;
        this.data = data;
        this.address = URI.create(invitation.toString().replaceFirst("/?(#.*)?$", ""));
        String fragment = invitation.getFragment();
        this.firstSecret = fragment == null ? null : fragment.replaceFirst("^first=", "");
    }

    /** Starts with an empty data folder and waits until it is ready. */
    public static RunningSystem start(String name, String... options) throws IOException {
        return startOn(freshFolder(name), options);
    }

    /** The same with settings in the environment. */
    public static RunningSystem startWith(String name, Map<String, String> settings, String... options)
            throws IOException {
        return startOn(freshFolder(name), settings, options);
    }

    /** Starts on this data folder and waits until it is ready. */
    public static RunningSystem startOn(Path data, String... options) throws IOException {
        return startOn(data, Map.of(), options);
    }

    /** The same with settings in the environment. */
    public static RunningSystem startOn(Path data, Map<String, String> settings, String... options) throws IOException {
        return startVersion(Home.folder(), data, settings, 0, options);
    }

    /** The version that was built in this folder, with its console on this port; 0 takes any free one. */
    public static RunningSystem startVersion(
            Path home, Path data, Map<String, String> settings, int port, String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("--port", Integer.toString(port), "--data", data.toString()));
        words.addAll(List.of(options));
        LauncherProcess launcher = LauncherProcess.start(
                home, Files.createDirectories(data).resolve("launcher.out"), settings, words.toArray(String[]::new));
        try {
            URI address = await("the system is ready")
                    .atMost(START_LIMIT)
                    .until(() -> addressOrEnd(launcher), Optional::isPresent)
                    .orElseThrow();
            return new RunningSystem(launcher, data, address);
        } catch (RuntimeException e) {
            launcher.terminate();
            throw new IllegalStateException(String.join("\n", launcher.lines()) + "\n" + tails(data), e);
        }
    }

    /** A folder in the build folder that is not there yet. */
    public static Path freshFolder(String name) {
        return Home.folder().resolve("deploy/testbed/target/systems").resolve(name + "-" + System.nanoTime());
    }

    private static Optional<URI> addressOrEnd(LauncherProcess launcher) {
        if (!launcher.isAlive()) {
            throw new IllegalStateException("the launcher ended");
        }
        return launcher.lines().stream()
                .filter(line -> line.startsWith(READY))
                .map(line -> URI.create(line.substring(READY.length())))
                .findFirst();
    }

    /** Where the console is. */
    public URI address() {
        return address;
    }

    /** What lets the first user in; null once somebody has a password. */
    public String firstSecret() {
        return firstSecret;
    }

    /** The key of whoever is at this machine. */
    public String key() {
        try {
            return Files.readString(data.resolve("secrets").resolve("local-key"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path data() {
        return data;
    }

    public LauncherProcess launcher() {
        return launcher;
    }

    /** The process of a part, as its pid file says; empty while it is not running. */
    public Optional<ProcessHandle> find(String part) {
        try {
            return PidFile.read(data.resolve("run").resolve(part + ".pid"))
                    .flatMap(written -> ProcessHandle.of(written.pid()))
                    .filter(ProcessHandle::isAlive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills a part as {@code kill -9} does, and returns once it is gone. */
    public void kill(String part) {
        ProcessHandle process = find(part).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Runs something, and shows what every part said last when it fails. */
    public <T> T explain(Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (Exception | AssertionError e) {
            System.out.println(describe());
            throw e;
        }
    }

    /** What the launcher said and the end of every part's log. */
    public String describe() {
        return String.join("\n", launcher.lines()) + "\n" + tails(data);
    }

    private static String tails(Path data) {
        StringBuilder all = new StringBuilder();
        Path logs = data.resolve("logs");
        if (!Files.isDirectory(logs)) {
            return "";
        }
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.sorted().toList()) {
                List<String> lines = Files.readAllLines(file);
                all.append("---- ").append(file.getFileName()).append('\n');
                lines.stream().skip(Math.max(0, lines.size() - TAIL_LINES)).forEach(line -> all.append(line)
                        .append('\n'));
            }
        } catch (IOException e) {
            all.append(e);
        }
        return all.toString();
    }

    /** Stops it as Ctrl-C does; kills what is left, so that no test leaves anything behind. */
    public void stop() throws InterruptedException {
        List<ProcessHandle> parts = Stream.of("redis", "graph", "pipeline", "gateway", "feed")
                .flatMap(part -> find(part).stream())
                .toList();
        launcher.terminate();
        try {
            launcher.awaitExit(STOP_LIMIT);
        } finally {
            launcher.kill();
            parts.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
