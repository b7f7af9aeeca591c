package io.watchfloor.gateway.journal;

import io.vertx.core.Future;
import io.watchfloor.contract.Report;
import io.watchfloor.gateway.intake.IntakeLog;
import io.watchfloor.gateway.intake.Outcome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a batch to the streams and to the journal at once, and is done when both are: the price is the slower of the
 * two. Where one fails the batch is not acknowledged; what the other has by then is known as a second copy when it is
 * sent again. Belongs to one event loop.
 */
public final class JournaledIntakeLog implements IntakeLog {
    /** Of so many reports it is remembered that only the streams have them. */
    private static final int MAX_REMEMBERED = 20_000;

    private final IntakeLog streams;
    private final ReportJournal journal;
    private final Set<String> onlyStreamed = new LinkedHashSet<>();
    private long streamed;
    private long journaled;

    /** Both; without a journal ({@code null}) the streams alone. */
    public JournaledIntakeLog(IntakeLog streams, ReportJournal journal) {
        this.streams = streams;
        this.journal = journal;
    }

    @Override
    public Future<List<Outcome>> append(List<Report> reports) {
        Future<Void> written = journal == null ? Future.succeededFuture() : journal.append(reports);
        Future<List<Outcome>> appended = streams.append(reports);
        return Future.join(written, appended).transform(both -> {
            if (appended.succeeded()) {
                count(reports, appended.result(), journal != null && written.succeeded());
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

    private void count(List<Report> reports, List<Outcome> outcomes, boolean isJournaled) {
        for (int i = 0; i < reports.size(); i++) {
            String id = reports.get(i).id();
            boolean isNew = outcomes.get(i) == Outcome.ACCEPTED;
            streamed += isNew ? 1 : 0;
            if (isJournaled) {
                journaled += isNew || onlyStreamed.remove(id) ? 1 : 0;
            } else if (isNew && journal != null) {
                remember(id);
            }
        }
    }

    private void remember(String id) {
        if (onlyStreamed.size() >= MAX_REMEMBERED) {
            onlyStreamed.remove(onlyStreamed.iterator().next());
        }
        onlyStreamed.add(id);
    }
}
