package io.watchfloor.gateway.journal;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.watchfloor.contract.Report;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What was taken in, on this gateway's own disk. A batch is one write and one sync, on a thread of its own; whoever
 * appends waits for one before the next. Belongs to one event loop.
 */
public final class ReportJournal {
    private static final long MEGABYTE = 1024 * 1024;
    private static final long FILE_BYTES = 64 * MEGABYTE;
    /** At least so many files, so that what leaves is a small part of what is kept. */
    private static final int LEAST_FILES = 8;

    private static final long DISK_HANGS_SECONDS = 60;

    private final WorkerExecutor thread;
    private final JournalFolder folder;
    private final JournalWriter writer;
    private final GatewayMetrics metrics;
    private long failures;
    private boolean failing;

    /**
     * A journal in this folder, which is there.
     *
     * @param folder the folder; of one gateway alone
     * @param kept how long at least
     * @param mostMegabytes all files together; the oldest leave first, whatever their age
     */
    public ReportJournal(
            Vertx vertx, Path folder, Duration kept, int mostMegabytes, Clock clock, GatewayMetrics metrics) {
        this.thread = vertx.createSharedWorkerExecutor("journal", 1, DISK_HANGS_SECONDS, TimeUnit.SECONDS);
        this.folder = new JournalFolder(folder);
        long mostBytes = mostMegabytes * MEGABYTE;
        this.writer =
                new JournalWriter(this.folder, kept, mostBytes, Math.min(FILE_BYTES, mostBytes / LEAST_FILES), clock);
        this.metrics = metrics;
    }

    /** Durable once done; fails when the disk is full or broken, and then nothing of the batch counts. */
    public Future<Void> append(List<Report> reports) {
        long startNanos = System.nanoTime();
        return thread.<Void>executeBlocking(
                        () -> {
                            writer.append(reports);
                            return null;
                        },
                        true)
                .onComplete(done -> {
                    failing = done.failed();
                    failures += done.failed() ? 1 : 0;
                    metrics.journalWritten(done.succeeded(), System.nanoTime() - startNanos);
                });
    }

    /** Whether the last batch could not be written. */
    public boolean isFailing() {
        return failing;
    }

    /** How many batches could not be written since the start. */
    public long failures() {
        return failures;
    }

    /** Where it is. */
    public Path path() {
        return folder.path();
    }

    /** How large it is; blocks. */
    public long bytes() throws IOException {
        return folder.bytes();
    }

    /** Reads it from this time of receipt on; blocks. */
    public JournalReader read(Instant since) throws IOException {
        return new JournalReader(folder, since);
    }

    /** Closes its file, after what is under way. */
    public Future<Void> close() {
        return thread.<Void>executeBlocking(
                        () -> {
                            writer.close();
                            return null;
                        },
                        true)
                .eventually(thread::close);
    }
}
