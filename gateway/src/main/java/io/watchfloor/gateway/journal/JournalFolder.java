package io.watchfloor.gateway.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a journal, one after another. A file's name begins with when it was begun, as epoch milliseconds, so that
 * names sort as time does.
 *
 * @param path the folder
 */
record JournalFolder(Path path) {
    private static final String ENDING = ".ndjson";
    private static final int DIGITS = 15;

    /** The file that begins now; another name than any there is. */
    Path next(Instant now) throws IOException {
        long millis = now.toEpochMilli();
        List<Path> files = list();
        if (!files.isEmpty()) {
            millis = Math.max(millis, begunAtMillis(files.get(files.size() - 1)) + 1);
        }
        return path.resolve(String.format("%0" + DIGITS + "d", millis) + ENDING);
    }

    /** All files, oldest first. */
    List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{" + DIGITS + "}\\" + ENDING))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
    }

    /** The files that may hold what was taken in since: one may have been begun before and written to after. */
    List<Path> listSince(Instant since) throws IOException {
        List<Path> files = list();
        List<Path> young = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            boolean endsBefore = i + 1 < files.size() && begunAtMillis(files.get(i + 1)) < since.toEpochMilli();
            if (!endsBefore) {
                young.add(files.get(i));
            }
        }
        return young;
    }

    /** Deletes the files that ended longer ago, and the oldest while all together are larger; never the newest. */
    void deleteOld(Instant now, Duration kept, long mostBytes) throws IOException {
        List<Path> files = list();
        long bytes = bytes();
        for (int i = 0; i + 1 < files.size(); i++) {
            boolean old = begunAtMillis(files.get(i + 1)) < now.minus(kept).toEpochMilli();
            if (!old && bytes <= mostBytes) {
                return;
            }
            bytes -= Files.size(files.get(i));
            Files.delete(files.get(i));
        }
    }

    /** How large all files are together. */
    long bytes() throws IOException {
        long bytes = 0;
        for (Path file : list()) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static long begunAtMillis(Path file) {
        return Long.parseLong(file.getFileName().toString().substring(0, DIGITS));
    }
}
