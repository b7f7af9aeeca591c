package io.watchfloor.launcher.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes of an earlier launcher that was killed before it could stop them. */
public final class Leftovers {
    private Leftovers() {}

    /**
     * Stops those that still run, and forgets the rest. The caller holds the folder's lock, so no living launcher owns
     * them.
     *
     * @param folder where the process ids are
     * @param limit how long each may take before it is killed
     * @return the names of the parts that were stopped
     */
    public static List<String> stop(Path folder, Duration limit) throws IOException, InterruptedException {
        List<String> stopped = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pid")) {
            for (Path file : files) {
                Optional<ProcessHandle> leftover = PidFile.read(file).flatMap(Leftovers::find);
                if (leftover.isPresent()) {
                    stop(leftover.get(), limit);
                    stopped.add(file.getFileName().toString().replace(".pid", ""));
                }
                Files.delete(file);
            }
        }
        return stopped;
    }

    private static Optional<ProcessHandle> find(PidFile written) {
        return ProcessHandle.of(written.pid()).filter(handle -> written.describes(PidFile.Running.of(handle)));
    }

    private static void stop(ProcessHandle handle, Duration limit) throws InterruptedException {
        handle.destroy();
        if (!isGone(handle, limit)) {
            handle.destroyForcibly();
            isGone(handle, limit);
        }
    }

    private static boolean isGone(ProcessHandle handle, Duration limit) throws InterruptedException {
        try {
            handle.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for process " + handle.pid() + " failed", e);
        }
    }
}
