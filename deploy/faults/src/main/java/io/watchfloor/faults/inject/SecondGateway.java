package io.watchfloor.faults.inject;

import io.watchfloor.contract.DurableRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Another gateway of the same system: told what the first was told, with a port and a journal of its own. */
final class SecondGateway implements AutoCloseable {
    private static final String READY = "READY gateway";
    private static final long LIMIT_MILLIS = 120_000;

    private final Process process;
    private final int port;

    private SecondGateway(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it and returns when it shows what the first shows. */
    static SecondGateway start(Bench bench) throws IOException, InterruptedException {
        Map<String, String> told = new TreeMap<>(bench.parts().environment("gateway"));
        int port = DurableRedis.freePort();
        Path folder = bench.system().data().resolve("second-gateway");
        told.put("WATCHFLOOR_HTTP_PORT", Integer.toString(port));
        told.put(
                "WATCHFLOOR_JOURNAL_FOLDER",
                Files.createDirectories(folder.resolve("journal")).toString());
        Path said = folder.resolve("out");
        List<String> words = new ArrayList<>(bench.parts().command("gateway"));
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().clear();
        builder.environment().putAll(told);
        SecondGateway gateway = new SecondGateway(builder.start(), port);
        gateway.awaitReady(said);
        return gateway;
    }

    private void awaitReady(Path said) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LIMIT_MILLIS);
        while (!Files.readString(said).contains(READY)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IOException("the second gateway did not get ready: " + Files.readString(said));
            }
            Thread.sleep(100);
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
