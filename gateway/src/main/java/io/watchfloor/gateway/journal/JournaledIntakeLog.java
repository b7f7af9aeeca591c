package io.watchfloor.gateway.journal;

import io.vertx.core.Future;
import io.watchfloor.contract.Report;
import io.watchfloor.gateway.intake.IntakeLog;
import io.watchfloor.gateway.intake.Outcome;
import io.watchfloor.gateway.intake.RecentIds;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * Writes a batch to the streams and to the journal at once, and is done when both are: the price is the slower of the
 * two. Where one fails the batch is not acknowledged; what the other has by then is known as a second copy when it is
 * sent again. Belongs to one event loop.
 */
public final class JournaledIntakeLog implements IntakeLog {
    /** Of so many reports it is remembered that the journal lacks them, or that the streams may. */
    private static final int MAX_REMEMBERED = 20_000;

    private final IntakeLog streams;
    private final ReportJournal journal;
    private final RecentIds onlyStreamed = new RecentIds(MAX_REMEMBERED);
    private final RecentIds perhapsStreamed = new RecentIds(MAX_REMEMBERED);
    private long streamed;
    private long journaled;
    private long journalingSinceNanos;
    private long streamingSinceNanos;

    /** Both; without a journal ({@code null}) the streams alone. */
    public JournaledIntakeLog(IntakeLog streams, ReportJournal journal) {
        this.streams = streams;
        this.journal = journal;
    }

    @Override
    public Future<List<Outcome>> append(List<Report> reports) {
        Future<Void> written = journal == null
                ? Future.succeededFuture()
                : timed(journal.append(reports), since -> journalingSinceNanos = since);
        Future<List<Outcome>> appended = timed(streams.append(reports), since -> streamingSinceNanos = since);
        return Future.join(written, appended).transform(both -> {
            if (appended.succeeded()) {
                count(reports, appended.result(), journal != null && written.succeeded());
            } else {
                reports.forEach(report -> perhapsStreamed.add(report.id()));
            }
            return both.succeeded() ? appended : Future.failedFuture(both.cause());
        });
    }

    /** Reports of new ids that went on a stream since the start. */
    public long streamed() {
        return streamed;
    }

    /** How many of these are in the journal, too. */
    public long journaled() {
        return journaled;
    }

    /** For how long the journal has been writing what it writes now; 0 when it writes nothing. */
    public long journalingMillis() {
        return millisSince(journalingSinceNanos);
    }

    /** For how long Redis has not answered to what was sent to the streams; 0 when nothing is on its way. */
    public long streamingMillis() {
        return millisSince(streamingSinceNanos);
    }

    private static long millisSince(long nanos) {
        return nanos == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    /** Notes when it began, and 0 once it is done. */
    private static <T> Future<T> timed(Future<T> under, LongConsumer since) {
        since.accept(System.nanoTime());
        return under.onComplete(done -> since.accept(0));
    }

    /** What the streams were not known to have, and turn out to have had, counts as soon as they say so. */
    private void count(List<Report> reports, List<Outcome> outcomes, boolean isJournaled) {
        for (int i = 0; i < reports.size(); i++) {
            String id = reports.get(i).id();
            boolean isNew = perhapsStreamed.isFirstKept(id, outcomes.get(i));
            streamed += isNew ? 1 : 0;
            if (isJournaled) {
                journaled += isNew || onlyStreamed.remove(id) ? 1 : 0;
            } else if (isNew && journal != null) {
                onlyStreamed.add(id);
            }
        }
    }
}
