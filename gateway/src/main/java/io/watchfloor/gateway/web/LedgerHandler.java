package io.watchfloor.gateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.live.Health;
import io.watchfloor.gateway.alarm.AlarmWatch;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.journal.ReportJournal;
import io.watchfloor.gateway.ledger.Ledger;
import io.watchfloor.gateway.ledger.Reconciler;
import io.watchfloor.gateway.ledger.Reconciliation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code /ledger}: how far reports are, what is wrong, and the comparison of the journal with the graph. */
final class LedgerHandler {
    private static final int BY_DEFAULT_MINUTES = 60;

    private final Ledger ledger;
    private final AlarmWatch alarms;
    private final ReportJournal journal;
    private final Reconciler reconciler;
    private final Clock clock;

    record Journal(boolean kept, boolean failing, long failures) {}

    record Answer(
            Instant asOf,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<Health.Stage> stages,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<Health.Alarm> alarms,
            Journal journal,
            Reconciliation reconciliation) {}

    /** The journal is null when there is none. */
    LedgerHandler(Ledger ledger, AlarmWatch alarms, ReportJournal journal, Reconciler reconciler, Clock clock) {
        this.ledger = ledger;
        this.alarms = alarms;
        this.journal = journal;
        this.reconciler = reconciler;
        this.clock = clock;
    }

    void get(RoutingContext ctx) {
        Answers.json(ctx, 200, answer());
    }

    /** Begins a comparison; what it finds is asked for with {@link #get}. */
    void reconcile(RoutingContext ctx) {
        if (journal == null) {
            Answers.problem(ctx, KnownProblem.NO_JOURNAL);
        } else if (!reconciler.canRun()) {
            Answers.problem(ctx, KnownProblem.NOT_COMPARED_NOW);
        } else {
            reconciler.run(Duration.ofMinutes(Requests.number(ctx, "minutes", BY_DEFAULT_MINUTES)));
            Answers.json(ctx, 202, answer());
        }
    }

    private Answer answer() {
        return new Answer(
                clock.instant(),
                ledger.stages(),
                alarms.alarms(),
                journal == null
                        ? new Journal(false, false, 0)
                        : new Journal(true, journal.isFailing(), journal.failures()),
                reconciler.last());
    }
}
