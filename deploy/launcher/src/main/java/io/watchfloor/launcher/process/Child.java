package io.watchfloor.launcher.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running child process; what it says goes to its log, its process id to a file. */
public final class Child {
    private static final Logger LOG = LoggerFactory.getLogger(Child.class);
    private static final long LOG_BYTES = 8_000_000;
    private static final int CHUNK_BYTES = 8_192;
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final Process process;
    private final Path pidFile;
    private final SpokenLines lines = new SpokenLines();
    private final Thread pump;

    private Child(Process process, Path log, Path pidFile) {
        this.process = process;
        this.pidFile = pidFile;
        this.pump = new Thread(() -> keepWhatItSays(log), "output-of-" + process.pid());
        pump.setDaemon(true);
    }

    /** Starts it; its output is appended to the log. */
    public static Child start(Command command, Path log, Path pidFile) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(inItsOwnSession(command.words())).redirectErrorStream(true);
        builder.environment().keySet().removeIf(key -> key.startsWith("WATCHFLOOR_"));
        builder.environment().putAll(command.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        Child child = new Child(process, log, pidFile);
        child.pump.start();
        Instant startedAt = process.info().startInstant().orElse(Instant.EPOCH);
        new PidFile(process.pid(), startedAt, command.mark()).write(pidFile);
        return child;
    }

    /** Ctrl-C in a terminal reaches every process of its group; a child in a session of its own is stopped in order. */
    private static List<String> inItsOwnSession(List<String> words) {
        if (!Files.isExecutable(SETSID)) {
            return words;
        }
        List<String> detached = new ArrayList<>(List.of(SETSID.toString()));
        detached.addAll(words);
        return detached;
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it said {@code READY …}. */
    public boolean saidReady() {
        return lines.saidReady();
    }

    /** The last lines it said. */
    public List<String> lastLines() {
        return lines.last();
    }

    /** Waits until it is gone, everything it said is kept, and returns its exit code. */
    public int awaitExit() throws InterruptedException {
        int code = process.waitFor();
        // a grandchild may hold the pipe open; what the child itself said has arrived by then
        pump.join(Duration.ofSeconds(1).toMillis());
        forget();
        return code;
    }

    /** Asks it to stop, and kills it when it has not gone within the limit. */
    public void stop(Duration limit) throws InterruptedException {
        // through its handle: the process itself would close its output, and its last words would be lost
        process.toHandle().destroy();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("process {} did not stop within {}; it is killed", pid(), limit);
            kill();
            process.waitFor(1, TimeUnit.SECONDS);
        }
        forget();
    }

    /** Kills it at once. */
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted", pidFile, e);
        }
    }

    private void keepWhatItSays(Path file) {
        byte[] chunk = new byte[CHUNK_BYTES];
        try (InputStream in = process.getInputStream();
                RotatingLog log = new RotatingLog(file, LOG_BYTES)) {
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                lines.add(chunk, length);
                log.write(chunk, length);
            }
        } catch (IOException e) {
            LOG.warn("what process {} says is no longer readable", pid(), e);
        } finally {
            lines.end();
        }
    }
}
