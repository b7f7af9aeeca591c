package io.watchfloor.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.live.Health;
import io.watchfloor.gateway.Samples;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntakeServiceTest {
    /** Keeps every batch until the test says what became of it. */
    private static final class HeldLog implements IntakeLog {
        private final List<List<Report>> batches = new ArrayList<>();
        private final List<Promise<List<Outcome>>> answers = new ArrayList<>();

        @Override
        public Future<List<Outcome>> append(List<Report> reports) {
            Promise<List<Outcome>> answer = Promise.promise();
            batches.add(reports);
            answers.add(answer);
            return answer.future();
        }

        void answer(int batch, Outcome outcome) {
            answers.get(batch).complete(Collections.nCopies(batches.get(batch).size(), outcome));
        }
    }

    private final HeldLog log = new HeldLog();
    private final GatewayMetrics metrics = new GatewayMetrics();
    private final FeedLedger ledger = new FeedLedger(Clock.fixed(Samples.NOON, ZoneOffset.UTC), metrics);
    private final IntakeService service = new IntakeService(log, ledger, metrics, 1_000);

    @Test
    void whileOneWriteIsUnderWayTheOthersGatherIntoOne() {
        submit(5);
        assertThat(log.batches).hasSize(1);
        assertThat(log.batches.get(0)).hasSize(1);

        log.answer(0, Outcome.ACCEPTED);

        assertThat(log.batches.get(1)).hasSize(4);
    }

    @Test
    void nothingIsAcknowledgedBeforeItIsWritten() {
        List<Future<Outcome>> outcomes = submit(2);
        log.answer(0, Outcome.ACCEPTED);

        assertThat(outcomes.get(0).result()).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcomes.get(1).isComplete()).isFalse();
    }

    @Test
    void aBatchHasItsLimit() {
        submit(IntakeService.MAX_BATCH + 10);
        log.answer(0, Outcome.ACCEPTED);

        assertThat(log.batches.get(1)).hasSize(IntakeService.MAX_BATCH);
    }

    @Test
    void aFailedWriteIsToldToEachAndTheNextIsTried() {
        List<Future<Outcome>> outcomes = submit(3);
        log.answers.get(0).fail("broken");
        log.answer(1, Outcome.DUPLICATE);

        assertThat(outcomes)
                .extracting(Future::result)
                .containsExactly(Outcome.UNAVAILABLE, Outcome.DUPLICATE, Outcome.DUPLICATE);
    }

    @Test
    void whenTheQueueIsFullTheNextIsRefused() {
        List<Future<Outcome>> outcomes = submit(1_002);

        assertThat(outcomes.get(1_000).isComplete()).isFalse();
        assertThat(outcomes.get(1_001).result()).isEqualTo(Outcome.FULL);
    }

    @Test
    void theLedgerCountsWhatIsKeptAndBoundsItsNames() {
        submit(1);
        log.answer(0, Outcome.ACCEPTED);
        ledger.countRefused("hotline-12345");
        IntStream.range(0, 500).forEach(i -> ledger.countRefused("attacker-" + i));

        assertThat(ledger.listFeeds())
                .contains(new Health.Feed("hotline-12345", 1, 1, Samples.NOON.toEpochMilli()))
                .hasSize(FeedLedger.MAX_SOURCES + 1);
    }

    @Test
    void shouldCountAsReceivedWhatWaitsAndWhatIsKeptOfNewIds() {
        submit(3);
        assertThat(service.received()).isEqualTo(3);

        log.answer(0, Outcome.ACCEPTED);
        log.answer(1, Outcome.CONFLICT);

        assertThat(service.received()).isEqualTo(1);
    }

    @Test
    void shouldNotCountASecondCopyButTheFirstThatIsAcknowledged() {
        submit(1);
        log.answers.get(0).fail("whether it was written is unknown");
        assertThat(service.received()).isZero();

        submit(1);
        log.answer(1, Outcome.DUPLICATE);
        assertThat(service.received()).isEqualTo(1);

        submit(1);
        log.answer(2, Outcome.DUPLICATE);
        assertThat(service.received()).isEqualTo(1);
    }

    @Test
    void shouldNotCountWhatTheQueueHasNoRoomFor() {
        submit(1_002);

        assertThat(service.received()).isEqualTo(1_001);
    }

    private List<Future<Outcome>> submit(int count) {
        ReportReader reader = new ReportReader("live");
        return IntStream.range(0, count)
                .mapToObj(i -> reader.read(Samples.report("s" + i), Samples.NOON))
                .map(reading -> service.submit(((Reading.Sound) reading).report()))
                .toList();
    }
}
