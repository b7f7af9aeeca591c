package io.watchfloor.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.watchfloor.gateway.intake.DeadLetterRoom;
import io.watchfloor.gateway.intake.DeadLetters;
import io.watchfloor.gateway.intake.FeedLedger;
import io.watchfloor.gateway.intake.Intake;
import io.watchfloor.gateway.intake.IntakeService;
import io.watchfloor.gateway.intake.RedisIntakeLog;
import io.watchfloor.gateway.intake.ReportReader;
import io.watchfloor.gateway.journal.JournaledIntakeLog;
import io.watchfloor.gateway.journal.ReportJournal;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.redis.RedisLink;
import io.watchfloor.gateway.redis.StreamAppender;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What takes reports in and appends to streams.
 *
 * @param link carries reports alone, so that nothing else waits behind them
 * @param appender everything else that is appended
 * @param appendLink its link
 * @param refusedLink carries what was refused
 * @param refusedRoom how much of that is kept
 * @param ledger which feeds there are
 * @param journal null when none is kept
 * @param log where reports are written before they are acknowledged
 * @param service gathers reports into writes
 * @param intake the whole way in
 */
record IntakeParts(
        RedisLink link,
        RedisLink appendLink,
        StreamAppender appender,
        RedisLink refusedLink,
        DeadLetterRoom refusedRoom,
        FeedLedger ledger,
        ReportJournal journal,
        JournaledIntakeLog log,
        IntakeService service,
        Intake intake) {
    static final int MAX_APPENDS_WAITING = 20_000;
    private static final Logger LOG = LoggerFactory.getLogger(IntakeParts.class);

    static IntakeParts make(Vertx vertx, Settings settings, GatewayMetrics metrics, Clock clock) {
        Settings.Intake taken = settings.intake();
        RedisLink link = new RedisLink(vertx, settings.redis(), MainVerticle.ANSWER_TIMEOUT);
        RedisLink appendLink = new RedisLink(vertx, settings.redis(), MainVerticle.ANSWER_TIMEOUT);
        StreamAppender appender = new StreamAppender(appendLink, MAX_APPENDS_WAITING);
        metrics.queue("append", appender::depth, MAX_APPENDS_WAITING);
        FeedLedger ledger = new FeedLedger(clock, metrics);
        ReportJournal journal = openJournal(vertx, settings.journal(), metrics, clock);
        JournaledIntakeLog log = new JournaledIntakeLog(
                new RedisIntakeLog(link, settings.world(), taken.partitions(), taken.idempotencyWindow()), journal);
        IntakeService service = new IntakeService(log, ledger, metrics, taken.queueReports());
        RedisLink refusedLink = new RedisLink(vertx, settings.redis(), MainVerticle.ANSWER_TIMEOUT);
        StreamAppender refusedAppender = new StreamAppender(refusedLink, DeadLetters.MOST_WAITING);
        metrics.queue("refused", refusedAppender::depth, DeadLetters.MOST_WAITING);
        DeadLetterRoom room = new DeadLetterRoom(refusedLink, taken.deadLetterMegabytes(), metrics);
        DeadLetters refused =
                new DeadLetters(settings.world(), refusedAppender, taken.deadLettersKept(), clock, metrics);
        Intake intake = new Intake(new ReportReader(settings.world()), service, refused, ledger, clock);
        return new IntakeParts(link, appendLink, appender, refusedLink, room, ledger, journal, log, service, intake);
    }

    private static ReportJournal openJournal(Vertx vertx, Settings.Journal kept, GatewayMetrics metrics, Clock clock) {
        if (kept.folder() == null) {
            LOG.warn("no journal is kept: what Redis loses is lost; WATCHFLOOR_JOURNAL_FOLDER names a folder for one");
            return null;
        }
        return new ReportJournal(vertx, kept.folder(), kept.kept(), kept.mostMegabytes(), clock, metrics);
    }

    Future<Void> closeJournal() {
        return journal == null ? Future.succeededFuture() : journal.close();
    }

    void closeLinks() {
        link.close();
        appendLink.close();
        refusedLink.close();
    }
}
