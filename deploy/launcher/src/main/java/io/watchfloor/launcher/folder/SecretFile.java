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

/** A file of the data folder that its owner alone can read. */
final class SecretFile {
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretFile() {}

    /** What the file of this name holds; so many random bytes in base 64, in letters for addresses, when there is none yet. */
    static String of(DataFolder folder, String name, int randomBytes) throws IOException {
        Path file = folder.secrets().resolve(name);
        if (!Files.exists(file)) {
            write(folder, name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(randomBytes)));
        }
        return Files.readString(file).strip();
    }

    /** Writes it, whole or not at all: half a password would lock everybody out of what was made with it. */
    static Path write(DataFolder folder, String name, String content) throws IOException {
        Files.createDirectories(folder.secrets(), only("rwx------"));
        Path draft = Files.createTempFile(folder.secrets(), name, null, only("rw-------"));
        Files.writeString(draft, content);
        return Files.move(draft, folder.secrets().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static FileAttribute<?>[] only(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
