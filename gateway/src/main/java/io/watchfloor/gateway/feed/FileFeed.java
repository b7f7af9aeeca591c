package io.watchfloor.gateway.feed;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.watchfloor.contract.ReportProblem;
import io.watchfloor.gateway.intake.Intake;
import io.watchfloor.gateway.intake.Outcome;
import io.watchfloor.gateway.intake.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replays a file through the same intake as everything else. Every row becomes a report or a dead letter: a row that
 * cannot be written just now is tried again until it can, and nothing is read ahead of it but one batch. A restart
 * begins again and is recognised row by row. Belongs to one event loop.
 */
public final class FileFeed {
    private static final Logger LOG = LoggerFactory.getLogger(FileFeed.class);
    private static final int ROWS_READ_AT_ONCE = 500;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final Intake intake;
    private final Clock clock;
    private final FeedMapping mapping;
    private final RowMapper mapper;
    private final RowFile file;
    private final Pace pace;
    private final String name;
    private final Promise<Progress> finished = Promise.promise();
    private final ArrayDeque<Pending> pending = new ArrayDeque<>();
    private Progress progress = new Progress(0, 0, 0, 0);
    private long progressTimer;
    private boolean closed;

    /**
     * How far it got: rows = accepted + duplicates + refused.
     *
     * @param rows rows done with
     * @param accepted written now
     * @param duplicates written before
     * @param refused kept as dead letters
     */
    public record Progress(long rows, long accepted, long duplicates, long refused) {
        private Progress plus(Outcome outcome) {
            return new Progress(
                    rows + 1,
                    accepted + (outcome == Outcome.ACCEPTED ? 1 : 0),
                    duplicates + (outcome == Outcome.DUPLICATE ? 1 : 0),
                    refused + (outcome == Outcome.CONFLICT ? 1 : 0));
        }
    }

    private record Pending(Row row, RowMapper.Mapped mapped) {}

    private FileFeed(Vertx vertx, Intake intake, Clock clock, Path path, FeedMapping mapping, double speed) {
        this.vertx = vertx;
        this.intake = intake;
        this.clock = clock;
        this.mapping = mapping;
        this.mapper = new RowMapper(mapping);
        this.file = RowFile.open(path, mapping);
        this.pace = new Pace(speed);
        this.name = path.getFileName().toString();
    }

    /**
     * Opens the file. Blocks.
     *
     * @param speed how many times faster than it happened
     * @throws FeedMappingException when the file or its mapping cannot be used, with one sentence why
     */
    public static FileFeed open(Vertx vertx, Intake intake, Clock clock, Path file, Path mapping, double speed) {
        return new FileFeed(vertx, intake, clock, file, FeedMapping.read(mapping), speed);
    }

    /**
     * Looks whether the file and its mapping can be used.
     *
     * @throws FeedMappingException when not, with one sentence why
     */
    public static void check(Path file, Path mapping) {
        FeedMapping read = FeedMapping.read(mapping);
        new RowMapper(read);
        RowFile.open(file, read).close();
    }

    /** Begins; done at the file's end, fails when the file breaks off. */
    public Future<Progress> start() {
        LOG.info("replaying {} as {}", name, mapping.source());
        progressTimer = vertx.setPeriodic(PROGRESS_EVERY.toMillis(), timer -> logProgress("so far"));
        go();
        return finished.future().onComplete(end -> {
            vertx.cancelTimer(progressTimer);
            logProgress(
                    end.succeeded() ? "finished" : "broke off: " + end.cause().getMessage());
            vertx.executeBlocking(
                    () -> {
                        file.close();
                        return null;
                    },
                    false);
        });
    }

    /** How far it got. */
    public Progress progress() {
        return progress;
    }

    /** Stops where it is. */
    public void close() {
        closed = true;
        finished.tryFail("the gateway stops");
    }

    private void go() {
        if (closed) {
            return;
        }
        if (pending.isEmpty()) {
            vertx.executeBlocking(() -> file.next(ROWS_READ_AT_ONCE), false)
                    .onFailure(finished::tryFail)
                    .onSuccess(rows -> {
                        if (rows.isEmpty()) {
                            finished.tryComplete(progress);
                        } else {
                            rows.forEach(row -> pending.add(new Pending(row, mapper.map(row))));
                            go();
                        }
                    });
            return;
        }
        List<Pending> due = new ArrayList<>();
        Duration wait = Duration.ZERO;
        while (!pending.isEmpty() && wait.isZero()) {
            wait = pace.untilDue(pending.peek().mapped().occurredAt(), clock.instant());
            if (wait.isZero()) {
                due.add(pending.poll());
            }
        }
        if (due.isEmpty()) {
            long millis = Math.max(1, Math.min(wait.toMillis(), LONGEST_WAIT.toMillis()));
            vertx.setTimer(millis, timer -> go());
        } else {
            takeAll(due);
        }
    }

    private void takeAll(List<Pending> due) {
        List<Pending> again = new ArrayList<>();
        List<Future<Outcome>> taken = new ArrayList<>(due.size());
        for (Pending row : due) {
            taken.add(take(row).onSuccess(outcome -> {
                if (outcome.isTransient()) {
                    again.add(row);
                } else {
                    progress = progress.plus(outcome);
                }
            }));
        }
        Future.join(taken).onComplete(done -> {
            if (again.isEmpty()) {
                go();
            } else if (!closed) {
                vertx.setTimer(PAUSE_AFTER_FAILURE.toMillis(), timer -> takeAll(again));
            }
        });
    }

    private Future<Outcome> take(Pending row) {
        byte[] raw = row.row().raw().getBytes(StandardCharsets.UTF_8);
        if (row.mapped().problem() != null) {
            return refuse(row.mapped().problem(), raw);
        }
        Reading reading = intake.read(row.mapped().report());
        if (reading instanceof Reading.Sound sound) {
            return intake.submit(sound.report(), raw);
        }
        ReportProblem problem = ((Reading.Refused) reading).problems().get(0);
        return refuse(RowMapper.numbered(row.row(), problem), raw);
    }

    /** A row that is refused counts as one whose content does not fit. */
    private Future<Outcome> refuse(ReportProblem problem, byte[] raw) {
        return intake.refuseRow(mapping.source(), problem, raw)
                .map(Outcome.CONFLICT)
                .otherwise(Outcome.UNAVAILABLE);
    }

    private void logProgress(String state) {
        LOG.info(
                "{} {}: {} rows, {} accepted, {} known before, {} refused",
                name,
                state,
                progress.rows(),
                progress.accepted(),
                progress.duplicates(),
                progress.refused());
    }
}
