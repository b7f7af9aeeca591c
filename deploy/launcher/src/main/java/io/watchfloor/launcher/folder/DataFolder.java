package io.watchfloor.launcher.folder;

import io.watchfloor.launcher.settings.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The one folder all state is in, and where everything lies in it. */
public record DataFolder(Path root) {
    /**
     * Makes the folders that are missing.
     *
     * @throws StartRefusedException when the folder cannot be written
     */
    public static DataFolder prepare(Path root) throws StartRefusedException {
        DataFolder folder = new DataFolder(root);
        try {
            for (Path each : List.of(
                    folder.redis(),
                    folder.graph(),
                    folder.checkpoints(),
                    folder.work(),
                    folder.journal(),
                    folder.run(),
                    folder.logs())) {
                Files.createDirectories(each);
                Files.delete(Files.createTempFile(each, "writable", null));
            }
            return folder;
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The data folder " + root + " cannot be written; choose another one with --data DIR.");
        }
    }

    /** Redis's append-only file, and its program when this system carries it. */
    public Path redis() {
        return root.resolve("redis");
    }

    /** The graph's store. */
    public Path graph() {
        return root.resolve("graph");
    }

    /** Whether an earlier run made a graph here. */
    public boolean hasGraph() throws IOException {
        try (Stream<Path> files = Files.list(graph())) {
            return files.findAny().isPresent();
        }
    }

    /** The pipeline's checkpoints. */
    public Path checkpoints() {
        return root.resolve("checkpoints");
    }

    /** The pipeline's working files; nothing in them outlives it. */
    public Path work() {
        return root.resolve("work");
    }

    /** What the gateway took in, beside Redis. */
    public Path journal() {
        return root.resolve("journal");
    }

    /** The demo district's CSV files, as they were imported. */
    public Path demoDistrict() {
        return root.resolve("demo-district");
    }

    /** There once a district was chosen: its people are real. */
    public Path ownDistrict() {
        return root.resolve("own-district");
    }

    /** Photos of incidents. */
    public Path photos() {
        return root.resolve("photos");
    }

    /** Process ids and the lock. */
    public Path run() {
        return root.resolve("run");
    }

    /** What each process said. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** Passwords, readable by their owner alone. */
    public Path secrets() {
        return root.resolve("secrets");
    }
}
