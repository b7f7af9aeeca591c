package io.watchfloor.launcher.folder;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The graph's password: made once per data folder, readable by its owner alone. */
public final class GraphPassword {
    private static final int RANDOM_BYTES = 24;

    private GraphPassword() {}

    /** The folder's password; made when there is none yet. */
    public static String of(DataFolder folder) throws IOException {
        Path file = folder.secrets().resolve("graph-password");
        if (!Files.exists(file)) {
            Files.createDirectories(folder.secrets(), only("rwx------"));
            Path draft = Files.createTempFile(folder.secrets(), "graph-password", null, only("rw-------"));
            Files.writeString(draft, random());
            // whole or not at all: half a password would lock everybody out of the graph made with it
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static FileAttribute<?>[] only(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
