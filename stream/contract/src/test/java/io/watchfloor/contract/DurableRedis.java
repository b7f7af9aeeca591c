package io.watchfloor.contract;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import redis.embedded.core.ExecutableProvider;

/** A real Redis server, durable as in production, that can be killed and started again on the same port and data. */
public final class DurableRedis {
    private final File program;
    private final Path folder;
    private final int port;
    private Process process;

    /** Not running yet; its data and its log are in this folder. */
    public DurableRedis(Path folder) throws IOException {
        this.program = ExecutableProvider.newJarResourceProvider().get();
        this.folder = folder;
        this.port = freePort();
    }

    /** Where it listens on loopback once it is up. */
    public int port() {
        return port;
    }

    /** Starts the process; it answers a moment later. */
    public void start() throws IOException {
        process = new ProcessBuilder(
                        program.getAbsolutePath(),
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
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("redis.log").toFile())
                .start();
    }

    /** Ends it at once, as kill -9 does, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** A port that nobody listens on. */
    public static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
