package io.watchfloor.gateway;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import redis.embedded.core.ExecutableProvider;

/** A Redis server of its own, durable as in production, that can be killed and started again on its data. */
public final class RealRedis implements AutoCloseable {
    private static final File PROGRAM = program();

    private final Path folder;
    private final int port;
    private Process process;

    public RealRedis() {
        try {
            folder = Files.createTempDirectory("redis");
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "redis"));
        start();
    }

    public URI address() {
        return URI.create("redis://127.0.0.1:" + port);
    }

    public void start() {
        try {
            process = new ProcessBuilder(
                            PROGRAM.getPath(),
                            "--port",
                            Integer.toString(port),
                            "--bind",
                            "127.0.0.1",
                            "--dir",
                            folder.toString(),
                            "--appendonly",
                            "yes",
                            "--appendfsync",
                            "always",
                            "--save",
                            "",
                            "--maxmemory-policy",
                            "noeviction")
                    .redirectOutput(folder.resolve("redis.log").toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> command("PING")
                .equals("+PONG"));
    }

    /** As kill -9 does. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends a command on a connection of its own; the first line of the answer, empty when there is none. */
    public String command(String... words) {
        List<String> lines = lines(words);
        return lines.isEmpty() ? "" : lines.get(0);
    }

    /** Every line of the answer. */
    public List<String> lines(String... words) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            StringBuilder request = new StringBuilder("*" + words.length + "\r\n");
            for (String word : words) {
                request.append('$')
                        .append(word.getBytes(StandardCharsets.UTF_8).length)
                        .append("\r\n")
                        .append(word)
                        .append("\r\n");
            }
            request.append("*1\r\n$4\r\nQUIT\r\n");
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            List<String> lines = new ArrayList<>(List.of(answer.split("\r\n")));
            lines.remove(lines.size() - 1);
            return lines;
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The JSON of every message of a stream. */
    public List<String> messages(String stream) {
        return lines("XRANGE", stream, "-", "+").stream()
                .filter(line -> line.startsWith("{"))
                .toList();
    }

    public void flush() {
        command("FLUSHALL");
    }

    @Override
    public void close() {
        kill();
    }

    private static File program() {
        try {
            return ExecutableProvider.newJarResourceProvider().get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
