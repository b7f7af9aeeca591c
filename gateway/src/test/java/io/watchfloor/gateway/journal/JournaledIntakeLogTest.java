package io.watchfloor.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.gateway.intake.IntakeLog;
import io.watchfloor.gateway.intake.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class JournaledIntakeLogTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Promise<List<Outcome>>> answers = new ArrayList<>();
    private final IntakeLog streams = reports -> {
        Promise<List<Outcome>> answer = Promise.promise();
        answers.add(answer);
        return answer.future();
    };
    private final JournaledIntakeLog log = new JournaledIntakeLog(streams, null);

    @Test
    void shouldCountNewIdsOnly() {
        append();
        answers.get(0).complete(List.of(Outcome.ACCEPTED));
        append();
        answers.get(1).complete(List.of(Outcome.DUPLICATE));
        append();
        answers.get(2).complete(List.of(Outcome.CONFLICT));

        assertThat(log.streamed()).isEqualTo(1);
    }

    @Test
    void shouldCountOnceWhatWasWrittenWhenNobodyCouldSaySo() {
        append();
        answers.get(0).fail("no answer in time");
        assertThat(log.streamed()).isZero();
        append();
        answers.get(1).complete(List.of(Outcome.DUPLICATE));
        append();
        answers.get(2).complete(List.of(Outcome.DUPLICATE));

        assertThat(log.streamed()).isEqualTo(1);
    }

    @Test
    void shouldSayHowLongTheStreamsHaveNotAnswered() {
        assertThat(log.streamingMillis()).isZero();
        append();
        Awaitility.await().until(() -> log.streamingMillis() > 0);
        assertThat(log.journalingMillis()).isZero();
        answers.get(0).complete(List.of(Outcome.ACCEPTED));

        assertThat(log.streamingMillis()).isZero();
    }

    private Future<List<Outcome>> append() {
        return log.append(List.of(new Report(
                "live", "R-1", "hotline", "1", ReportKind.CALL, "fire", "smoke", NOON, NOON, 30.2, 120.1, null, null)));
    }
}
