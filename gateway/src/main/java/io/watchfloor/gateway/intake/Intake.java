package io.watchfloor.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportProblem;
import java.time.Clock;
import java.util.List;

/** The way in for every report, whoever brings it: read, write, and count and keep what is refused. */
public final class Intake {
    /** What is said of a report whose id is taken. */
    public static final ReportProblem CONFLICT = new ReportProblem(
            "conflict", "sourceId", "This source has sent another report under the same sourceId; ids are not reused.");

    private final ReportReader reader;
    private final IntakeService service;
    private final DeadLetters deadLetters;
    private final FeedLedger ledger;
    private final Clock clock;

    /** Made of its parts. */
    public Intake(ReportReader reader, IntakeService service, DeadLetters deadLetters, FeedLedger ledger, Clock clock) {
        this.reader = reader;
        this.service = service;
        this.deadLetters = deadLetters;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Reads a report that arrived now. */
    public Reading read(byte[] json) {
        return reader.read(json, clock.instant());
    }

    /** Reads a report that was put together from a row of a file now. */
    public Reading read(JsonNode json) {
        return reader.read(json, clock.instant());
    }

    /**
     * Writes it; never fails. A conflict is kept with its {@code raw} bytes; while that cannot be done, the answer is to
     * send it again.
     */
    public Future<Outcome> submit(Report report, byte[] raw) {
        return service.submit(report)
                .compose(outcome -> outcome == Outcome.CONFLICT
                        ? deadLetters
                                .keep("intake", report.source(), CONFLICT, raw)
                                .map(outcome)
                                .otherwise(Outcome.UNAVAILABLE)
                        : Future.succeededFuture(outcome));
    }

    /** Counts what is refused for its content and keeps it; {@code source} is null when that could not be read. */
    public Future<Void> refuse(String source, List<ReportProblem> problems, byte[] raw) {
        ledger.countRefused(source);
        return deadLetters.keep("intake", source, problems.get(0), raw);
    }

    /** Keeps a refused row of a file; it is counted once it is kept. */
    public Future<Void> refuseRow(String source, ReportProblem problem, byte[] raw) {
        return deadLetters.keep("feed", source, problem, raw).onSuccess(kept -> ledger.countRefused(source));
    }
}
