package io.watchfloor.launcher.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log file bounded in size: when full it becomes {@code .1}, that one {@code .2}, and the oldest goes. What cannot be
 * written, on a full disk for example, is dropped and counted: a process must never wait for its log.
 */
final class RotatingLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RotatingLog.class);
    private static final int FILES = 3;

    private final Path file;
    private final long maxBytes;
    private OutputStream out;
    private long bytes;
    private long droppedBytes;

    RotatingLog(Path file, long maxBytes) throws IOException {
        this.file = file;
        this.maxBytes = maxBytes;
        open();
    }

    void write(byte[] chunk, int length) {
        try {
            if (bytes + length > maxBytes) {
                rotate();
            }
            out.write(chunk, 0, length);
            bytes += length;
        } catch (IOException e) {
            if (droppedBytes == 0) {
                LOG.warn("{} cannot be written; what cannot be kept is dropped", file, e);
            }
            droppedBytes += length;
        }
    }

    private void rotate() throws IOException {
        out.close();
        for (int age = FILES - 1; age > 0; age--) {
            Path younger = age == 1 ? file : aged(age - 1);
            if (Files.exists(younger)) {
                Files.move(younger, aged(age), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        open();
    }

    private void open() throws IOException {
        out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        bytes = Files.size(file);
    }

    private Path aged(int age) {
        return file.resolveSibling(file.getFileName() + "." + age);
    }

    @Override
    public void close() throws IOException {
        if (droppedBytes > 0) {
            LOG.warn("{} bytes could not be written to {}", droppedBytes, file);
        }
        out.close();
    }
}
