package io.watchfloor.launcher.parts;

import io.watchfloor.launcher.folder.DataFolder;
import io.watchfloor.launcher.process.Command;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/** Redis as a log that keeps what it acknowledged: the machine's own program, or the one this system carries. */
final class RedisProgram {
    private static final String NAME = "redis-server";

    private RedisProgram() {}

    static Command command(DataFolder folder, int port, String path) throws IOException {
        Optional<Path> installed = find(path);
        Path program = installed.isPresent() ? installed.get() : unpack(folder.redis());
        return new Command(
                List.of(
                        program.toString(),
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--dir",
                        folder.redis().toString(),
                        "--daemonize",
                        "no",
                        // what is acknowledged is on the disk; many commands sent at once share one sync
                        "--appendonly",
                        "yes",
                        "--appendfsync",
                        "always",
                        // no snapshots beside the log
                        "--save",
                        "",
                        // when full it refuses writes, and intake says so; any other policy evicts whole streams
                        "--maxmemory",
                        "1gb",
                        "--maxmemory-policy",
                        "noeviction"),
                Map.of(),
                NAME);
    }

    /** The first such program on the search path. */
    static Optional<Path> find(String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, NAME))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path unpack(Path folder) throws IOException {
        String resource = ExecutableProvider.newProvidedVersionsMap().get(OsArchitecture.detectOSandArchitecture());
        if (resource == null) {
            throw new IOException("no Redis for this machine is carried along; install redis-server");
        }
        Path program = folder.resolve(NAME);
        try (InputStream in = ExecutableProvider.class.getResourceAsStream(resource)) {
            Path draft = Files.createTempFile(folder, NAME, null);
            Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
            if (!draft.toFile().setExecutable(true)) {
                throw new IOException(draft + " cannot be made executable");
            }
            Files.move(draft, program, StandardCopyOption.ATOMIC_MOVE);
        }
        return program;
    }
}
