package io.watchfloor.gateway.journal;

import io.watchfloor.contract.Report;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a journal from some time on, oldest first, passing over what was torn. Blocks. */
public final class JournalReader implements AutoCloseable {
    /** A report is a megabyte at most; a line longer than this is none. */
    private static final int MAX_LINE_BYTES = 4 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(JournalReader.class);

    private final Instant since;
    private final Deque<Path> files;
    private InputStream open;
    private long torn;

    JournalReader(JournalFolder folder, Instant since) throws IOException {
        this.since = since;
        this.files = new ArrayDeque<>(folder.listSince(since));
    }

    /** The next reports received since, at most so many; empty at the end. */
    public List<Report> next(int most) throws IOException {
        List<Report> reports = new ArrayList<>();
        while (reports.size() < most) {
            if (open == null && !openNext()) {
                return reports;
            }
            Optional<byte[]> line = line();
            if (line.isEmpty()) {
                close();
                continue;
            }
            Optional<Report> report = JournalLine.decode(line.get());
            if (report.isEmpty()) {
                torn++;
            } else if (!report.get().receivedAt().isBefore(since)) {
                reports.add(report.get());
            }
        }
        return reports;
    }

    /** How many lines could not be read. */
    public long torn() {
        return torn;
    }

    private boolean openNext() throws IOException {
        while (!files.isEmpty()) {
            Path file = files.poll();
            try {
                open = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                return true;
            } catch (NoSuchFileException e) {
                LOG.info("{} became old while the journal was read", file);
            }
        }
        return false;
    }

    /** Empty at the end of the file; a last line without line feed is given too, and told by its checksum. */
    private Optional<byte[]> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        int read;
        while ((read = open.read()) != '\n') {
            if (read < 0) {
                return line.size() == 0 ? Optional.empty() : Optional.of(line.toByteArray());
            }
            if (line.size() < MAX_LINE_BYTES) {
                line.write(read);
            }
        }
        return Optional.of(line.toByteArray());
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
