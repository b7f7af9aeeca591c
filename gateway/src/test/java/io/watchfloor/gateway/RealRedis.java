package io.watchfloor.gateway;

import io.watchfloor.contract.DurableRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** A Redis server of its own, durable as in production, that can be killed and started again on its data. */
public final class RealRedis implements AutoCloseable {
    private final Path folder;
    private final DurableRedis server;

    public RealRedis() {
        try {
            folder = Files.createTempDirectory("redis");
            server = new DurableRedis(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "redis"));
        start();
    }

    public URI address() {
        return URI.create("redis://127.0.0.1:" + server.port());
    }

    public void start() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> command("PING")
                .equals("+PONG"));
    }

    /** As kill -9 does. */
    public void kill() {
        server.kill();
    }

    /** Sends a command on a connection of its own; the first line of the answer, empty when there is none. */
    public String command(String... words) {
        List<String> lines = lines(words);
        return lines.isEmpty() ? "" : lines.get(0);
    }

    /** Every line of the answer. */
    public List<String> lines(String... words) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String request = encode(words) + encode("QUIT");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            List<String> lines = new ArrayList<>(List.of(answer.split("\r\n")));
            lines.remove(lines.size() - 1);
            return lines;
        } catch (IOException e) {
            return List.of();
        }
    }

    /** While it is down: the server finds this at the end of its log, as if it had been sent before. */
    public void appendToLog(String... words) {
        try {
            Files.writeString(folder.resolve("appendonly.aof"), encode(words), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encode(String... words) {
        StringBuilder request = new StringBuilder("*" + words.length + "\r\n");
        for (String word : words) {
            request.append('$')
                    .append(word.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        return request.toString();
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
}
