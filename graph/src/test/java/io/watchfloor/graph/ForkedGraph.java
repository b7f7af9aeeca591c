package io.watchfloor.graph;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * A real Neo4j for tests, in a process of its own, on a free port and in a folder that goes away with it. Starting one
 * takes seconds: tests share {@link #shared()} and {@link #wipe()} it.
 */
public final class ForkedGraph implements AutoCloseable {
    private static final String READY = "READY graph bolt=";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final long STOP_SECONDS = 15;

    private static ForkedGraph shared;

    private final Path folder;
    private Process process;
    private URI uri;

    private ForkedGraph(Path folder) {
        this.folder = folder;
    }

    /** One for all tests of this JVM; it is stopped when the JVM ends. */
    public static synchronized ForkedGraph shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    /** One of its own, for a test that leaves it stopped. */
    public static ForkedGraph start() {
        try {
            ForkedGraph graph = new ForkedGraph(Files.createTempDirectory("watchfloor-graph-"));
            Runtime.getRuntime().addShutdownHook(new Thread(graph::close, "forked-graph"));
            graph.launch(0);
            return graph;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How to reach it. */
    public GraphSettings settings() {
        return new GraphSettings(uri, null, null, CONNECT);
    }

    /** Removes every node; the schema stays. */
    public void wipe() {
        try (Driver driver = GraphDatabase.driver(uri, AuthTokens.none());
                var session = driver.session()) {
            session.run("""
                            MATCH (n) WHERE NOT n:__Neo4jMigration
                            CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS
                            """).consume();
        }
    }

    /** Its process id, for a test that pauses it. */
    public long pid() {
        return process.pid();
    }

    /** Ends it at once, as a power cut would; the folder stays. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it again after {@link #kill()}, on the same port and folder. */
    public void restart() {
        launch(uri.getPort());
    }

    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            removeFolder();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void launch(int port) {
        Path module = findModule();
        try {
            String classpath = module.resolve("target/classes") + ":"
                    + Files.readString(module.resolve("target/process.classpath"))
                            .strip();
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    classpath,
                    "io.watchfloor.graphserver.GraphServerMain");
            builder.environment().keySet().removeIf(key -> key.startsWith("WATCHFLOOR_"));
            builder.environment()
                    .putAll(Map.of(
                            "WATCHFLOOR_GRAPH_PORT",
                            Integer.toString(port),
                            "WATCHFLOOR_GRAPH_DATA",
                            folder.toString()));
            Path errors = folder.resolve("stderr.txt");
            process = builder.redirectError(errors.toFile()).start();
            uri = awaitReady(errors);
        } catch (IOException e) {
            throw new UncheckedIOException("the graph could not be started; is deploy/embedded-graph packaged?", e);
        }
    }

    private URI awaitReady(Path errors) throws IOException {
        // Its only line of output; the pipe stays open, because closing it would break a later print.
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(READY)) {
                return URI.create(line.substring(READY.length()).strip());
            }
        }
        throw new IllegalStateException("the graph did not start: " + Files.readString(errors));
    }

    private static Path findModule() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("no folder above the working directory holds .mvn");
        }
        return folder.resolve("deploy/embedded-graph");
    }

    private void removeFolder() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // Neo4j may still be removing files of its own; what is left is in the system's temporary folder.
            return;
        }
    }
}
