package io.watchfloor.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A server of npm's {@code ws} that sends one message per update; the package is fetched into this module's target. */
final class NaiveFanout implements AutoCloseable {
    private static final String WS = "ws@8.18.3";

    private final Process node;
    private final BufferedReader out;
    private final PrintWriter in;
    private final URI address;

    private NaiveFanout(Process node) throws IOException {
        this.node = node;
        this.out = node.inputReader(StandardCharsets.UTF_8);
        this.in = new PrintWriter(node.outputWriter(StandardCharsets.UTF_8), true);
        String line = out.readLine();
        if (line == null || !line.startsWith("port ")) {
            throw new IOException("node did not start: " + line);
        }
        this.address = URI.create("ws://127.0.0.1:" + line.substring("port ".length()) + "/");
    }

    static NaiveFanout start() throws IOException, InterruptedException {
        Path bench = BenchSystem.projectRoot().resolve("deploy/bench");
        Path folder = bench.resolve("target/ws");
        Files.createDirectories(folder);
        Process install = new ProcessBuilder(
                        "npm",
                        "install",
                        "--prefix",
                        folder.toString(),
                        "--no-package-lock",
                        "--no-save",
                        "--no-audit",
                        "--no-fund",
                        "--silent",
                        WS)
                .inheritIO()
                .start();
        if (install.waitFor() != 0) {
            throw new IOException("npm install " + WS + " failed");
        }
        List<String> command = List.of("node", bench.resolve("ws-fanout.mjs").toString(), folder.toString());
        return new NaiveFanout(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    URI address() {
        return address;
    }

    long pid() {
        return node.pid();
    }

    /** Sends them and returns when the last is handed to its sockets. */
    void send(int rate, int count, int first, String text) throws IOException {
        in.println(rate + " " + count + " " + first + " " + text);
        String line = out.readLine();
        if (!"sent".equals(line)) {
            throw new IOException("node said: " + line);
        }
    }

    @Override
    public void close() {
        node.destroy();
    }
}
