package io.watchfloor.gateway.journal;

import io.watchfloor.contract.Report;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Writes batches to the newest file and syncs each once. A batch that could not be written whole is cut off again, so
 * that the file ends with a whole line. Blocks; to be used by one thread at a time.
 */
final class JournalWriter implements AutoCloseable {
    private final JournalFolder folder;
    private final Duration kept;
    private final long mostBytes;
    private final long fileBytes;
    private final Clock clock;
    private FileChannel file;
    private long written;

    /**
     * Begins a file of its own with the first batch, so that what an earlier run left stays as it is.
     *
     * @param kept files that ended longer ago are deleted
     * @param mostBytes all files together; the oldest leave first
     * @param fileBytes a file this large is the last but one
     */
    JournalWriter(JournalFolder folder, Duration kept, long mostBytes, long fileBytes, Clock clock) {
        this.folder = folder;
        this.kept = kept;
        this.mostBytes = mostBytes;
        this.fileBytes = fileBytes;
        this.clock = clock;
    }

    /**
     * Durable once it returns.
     *
     * @throws IOException when the disk is full or broken; nothing of the batch counts then
     */
    void append(List<Report> reports) throws IOException {
        ByteBuffer bytes = encode(reports);
        if (file == null || written + bytes.remaining() > fileBytes) {
            begin();
        }
        try {
            long at = written;
            while (bytes.hasRemaining()) {
                at += file.write(bytes, at);
            }
            file.force(false);
            written = at;
        } catch (IOException e) {
            cutOff(e);
            throw e;
        }
    }

    private static ByteBuffer encode(List<Report> reports) {
        List<byte[]> lines = reports.stream().map(JournalLine::encode).toList();
        ByteBuffer bytes =
                ByteBuffer.allocate(lines.stream().mapToInt(line -> line.length).sum());
        lines.forEach(bytes::put);
        return bytes.flip();
    }

    private void begin() throws IOException {
        close();
        folder.deleteOld(clock.instant(), kept, mostBytes);
        Path next = folder.next(clock.instant());
        file = FileChannel.open(next, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        written = 0;
        try (FileChannel directory = FileChannel.open(folder.path(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private void cutOff(IOException failure) {
        try {
            file.truncate(written);
        } catch (IOException e) {
            failure.addSuppressed(e);
            closeAfter(failure);
        }
    }

    /** The next batch begins a file of its own, and the torn line is told by its checksum. */
    private void closeAfter(IOException failure) {
        try {
            close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        FileChannel closing = file;
        file = null;
        if (closing != null) {
            closing.close();
        }
    }
}
