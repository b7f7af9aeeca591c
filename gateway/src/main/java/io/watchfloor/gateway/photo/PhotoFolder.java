package io.watchfloor.gateway.photo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Pictures as files under their digest, in 256 folders. What is there never changes, so that several gateways may share
 * the folder. Blocks.
 */
final class PhotoFolder {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    PhotoFolder(Path folder) {
        this.folder = folder;
    }

    /** Keeps a picture; it is on the disk when this returns. What is there already is left alone. */
    void keep(String sha256, boolean small, byte[] jpeg) {
        Path file = fileOf(sha256, small);
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path half = Files.createTempFile(file.getParent(), "half-", ".jpg");
            try {
                write(half, jpeg);
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a photo cannot be kept in " + folder, e);
        }
    }

    /** A picture; empty when it is not here. */
    Optional<byte[]> read(String sha256, boolean small) {
        Path file = fileOf(sha256, small);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("a photo cannot be read from " + folder, e);
        }
    }

    private Path fileOf(String sha256, boolean small) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a digest: " + sha256);
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256 + (small ? "-small.jpg" : ".jpg"));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
