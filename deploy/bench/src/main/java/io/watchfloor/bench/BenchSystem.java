package io.watchfloor.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The whole system, started with the project's own {@code run} script on a free port and a folder of its own. */
final class BenchSystem implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("(?:--port |:)(\\d+)");
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

    private final Process launcher;
    private final Path data;
    private final URI base;
    private final Duration toReady;

    private BenchSystem(Process launcher, Path data, URI base, Duration toReady) {
        this.launcher = launcher;
        this.data = data;
        this.base = base;
        this.toReady = toReady;
    }

    /** Starts it with these settings and options beside port and data folder, and waits for its {@code ready} line. */
    static BenchSystem start(Map<String, String> settings, String... options) throws IOException {
        Path data = Files.createTempDirectory("watchfloor-bench");
        int port = freePort();
        List<String> command = new ArrayList<>(
                List.of(projectRoot().resolve("run").toString(), "--port", "" + port, "--data", data.toString()));
        command.addAll(Arrays.asList(options));
        long started = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(settings);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-system"));
        awaitReady(process);
        return new BenchSystem(
                process, data, URI.create("http://127.0.0.1:" + port), Duration.ofNanos(System.nanoTime() - started));
    }

    private static void awaitReady(Process process) throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.contains("ready http://")) {
                drain(out);
                return;
            }
        }
        throw new IOException("the system stopped before it was ready:\n" + said);
    }

    private static void drain(BufferedReader out) {
        Thread drain = new Thread(
                () -> {
                    try {
                        while (out.readLine() != null) {
                            // read on, so that the launcher never waits for a reader
                        }
                    } catch (IOException e) {
                        // the launcher has ended, and its output with it
                    }
                },
                "launcher-output");
        drain.setDaemon(true);
        drain.start();
    }

    /** Address of the gateway. */
    URI base() {
        return base;
    }

    /** The key of whoever is at this machine. */
    String key() throws IOException {
        return Files.readString(data.resolve("secrets").resolve("local-key")).strip();
    }

    /** Process id of a part. */
    long pid(String part) throws IOException {
        return new Scanner(Files.readString(data.resolve("run").resolve(part + ".pid"))).nextLong();
    }

    /** Port of the Redis it started. */
    int redisPort() throws IOException {
        long pid = pid("redis");
        // either as it was started, with "--port" and the number, or as Redis renames itself: "redis-server host:port"
        String line = Files.readString(Path.of("/proc", "" + pid, "cmdline")).replace('\0', ' ');
        Matcher port = PORT.matcher(line);
        if (!port.find()) {
            throw new IOException("no port in: " + line);
        }
        return Integer.parseInt(port.group(1));
    }

    /** From the start of the script to its {@code ready} line. */
    Duration toReady() {
        return toReady;
    }

    /** Resident memory of the launcher and of every process it started, in MiB by name. */
    Map<String, Long> residentMebibytes() throws IOException {
        Map<String, Long> resident = new TreeMap<>();
        resident.put("launcher", residentMebibytes(launcher.pid()));
        try (Stream<Path> files = Files.list(data.resolve("run"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".pid")).toList()) {
                String name = file.getFileName().toString().replace(".pid", "");
                long pid = new Scanner(Files.readString(file)).nextLong();
                resident.put(name, residentMebibytes(pid));
            }
        }
        return resident;
    }

    private static long residentMebibytes(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", "" + pid, "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D+", "")) / 1024;
            }
        }
        return 0;
    }

    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                launcher.destroyForcibly();
            }
            deleteData();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteData() throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The folder that holds the {@code run} script. */
    static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("start this from inside the project's folder");
        }
        return folder;
    }

    /** A port that nobody listens on now. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
