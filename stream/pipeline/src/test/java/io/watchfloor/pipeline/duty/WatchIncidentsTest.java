package io.watchfloor.pipeline.duty;

import static io.watchfloor.pipeline.duty.DutyMessages.INCIDENT;
import static io.watchfloor.pipeline.duty.DutyMessages.START;
import static io.watchfloor.pipeline.duty.DutyMessages.acknowledged;
import static io.watchfloor.pipeline.duty.DutyMessages.at;
import static io.watchfloor.pipeline.duty.DutyMessages.decision;
import static io.watchfloor.pipeline.duty.DutyMessages.joined;
import static io.watchfloor.pipeline.duty.DutyMessages.observed;
import static io.watchfloor.pipeline.duty.DutyMessages.separated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchfloor.contract.Escalation;
import io.watchfloor.contract.EscalationStage;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.pipeline.duty.rule.AlarmNews;
import io.watchfloor.pipeline.duty.rule.DistrictLookup;
import io.watchfloor.pipeline.duty.rule.TimeTargetsFile;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the clock in hand; grade I is to be acknowledged in 15 s, then the ladder is climbed each minute. */
class WatchIncidentsTest {
    private KeyedOneInputStreamOperatorTestHarness<String, DutyInput, DutyOutput> operator;
    private long second;

    @BeforeEach
    void open() throws Exception {
        operator = harness();
        operator.open();
        second = 0;
        operator.setProcessingTime(START.toEpochMilli());
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void shouldTellEachRungAtItsTimeAndStopWhenAnswered() throws Exception {
        hear(observed(1, Grade.I));
        runTo(14);
        assertThat(told()).containsExactly(0);
        runTo(15);
        assertThat(told()).containsExactly(0, 1);
        runTo(135);
        assertThat(told()).containsExactly(0, 1, 2, 3);
        assertThat(published()).extracting(Escalation::rung).containsExactly(0, 1, 2, 2);

        hear(decision(1, IncidentState.CLOSED, 136, null, null, null, null));
        runTo(4_000);

        assertThat(published()).extracting(Escalation::version).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(last().stage()).isNull();
    }

    @Test
    void shouldGoOnFromTheRungItHadReachedWhenAJoinIsUndone() throws Exception {
        hear(observed(1, Grade.I));
        runTo(20);
        hear(joined(INCIDENT, 1, "I-2", at(20)));
        runTo(40);
        assertThat(last().stage()).isNull();
        restart(operator.snapshot(1, 1), 45);
        runTo(50);
        hear(separated(INCIDENT, 2, at(50)));
        assertThat(last().rung()).isEqualTo(1);
        assertThat(last().told()).isEqualTo(1);
        runTo(75);

        assertThat(last().rung()).isEqualTo(2);
        assertThat(last().told()).isEqualTo(2);
        assertThat(alarms())
                .extracting(AlarmNews::told, AlarmNews::standing, AlarmNews::resumed)
                .containsExactly(tuple(1, true, true), tuple(2, true, false));
        hear(joined(INCIDENT, 3, "I-2", at(80)));
        hear(closed(INCIDENT, 4, 90));
        runTo(100);
        assertThat(last().stage()).isNull();
    }

    @Test
    void shouldGoOnFromTheRungThoughItsOwnWordsOfTheJoinAreReadBack() throws Exception {
        hear(observed(1, Grade.I));
        runTo(20);
        OperatorSubtaskState checkpoint = operator.snapshot(1, 1);
        hear(joined(INCIDENT, 1, "I-2", at(20)));
        Escalation settled = last();

        restart(checkpoint, 45);
        hear(joined(INCIDENT, 1, "I-2", at(20)), 20);
        hear(settled, 20);
        runTo(50);
        hear(separated(INCIDENT, 2, at(50)));

        assertThat(last().rung()).isEqualTo(1);
        assertThat(last().version()).isEqualTo(settled.version() + 1);
    }

    @Test
    void shouldFireOnceWhatCameDueWhileNobodyRan() throws Exception {
        hear(observed(1, Grade.I));
        runTo(10);

        restart(operator.snapshot(1, 1), 40);
        assertThat(told()).as("first what may be on the stream is read").isEmpty();
        runTo(44);

        assertThat(told()).containsExactly(1);
        assertThat(last().version()).isEqualTo(2);
        runTo(60);
        assertThat(told()).containsExactly(1);
        runTo(110);
        assertThat(told()).containsExactly(1, 2);
    }

    @Test
    void shouldTellNobodyWhenTheAnswerCameWhileNobodyRan() throws Exception {
        hear(observed(1, Grade.I));
        runTo(10);

        restart(operator.snapshot(1, 1), 40);
        hear(acknowledged(1, 12), 12);
        runTo(50);

        assertThat(told()).containsExactly(0);
        assertThat(last().stage()).isEqualTo(EscalationStage.DISPATCH);
        assertThat(last().version()).isEqualTo(2);
    }

    @Test
    void shouldGoOnFromWhatItPublishedAfterTheLastCheckpoint() throws Exception {
        hear(observed(1, Grade.I));
        OperatorSubtaskState checkpoint = operator.snapshot(1, 1);
        runTo(15);
        Escalation lost = last();

        restart(checkpoint, 40);
        hear(lost, 15);
        runTo(74);
        assertThat(published()).as("told once, not again").isEmpty();

        runTo(75);
        assertThat(last().version()).isEqualTo(lost.version() + 1);
        assertThat(last().rung()).isEqualTo(2);
    }

    @Test
    void shouldNotBeMovedByItsOwnWordsButByTheNewerOnesOfAnotherRun() throws Exception {
        hear(observed(1, Grade.I));
        runTo(15);
        Escalation own = last();
        int publications = published().size();

        published().forEach(this::hearAgain);
        assertThat(published()).hasSize(publications);
        hear(later(own));
        runTo(75);

        assertThat(last().version()).isEqualTo(own.version() + 3);
    }

    /** As another run would have told it, two versions on. */
    private static Escalation later(Escalation own) {
        return new Escalation(
                own.world(),
                own.incidentId(),
                own.version() + 2,
                own.stage(),
                own.assignmentId(),
                own.since(),
                own.dueAt(),
                own.rung(),
                own.told(),
                own.nextAt(),
                own.norm(),
                own.updatedAt());
    }

    @Test
    void shouldRepeatTheSameVersionWhenNothingOfItCanBeReadBack() throws Exception {
        hear(observed(1, Grade.I));
        OperatorSubtaskState checkpoint = operator.snapshot(1, 1);
        runTo(15);
        Escalation lost = last();

        restart(checkpoint, 20);
        runTo(24);

        assertThat(last().version()).isEqualTo(lost.version());
        assertThat(last().rung()).isEqualTo(lost.rung());
        assertThat(last().nextAt()).isEqualTo(lost.nextAt());
    }

    @Test
    void shouldEscalateNothingThatIsLongOverWhenItReadsAnOldStream() throws Exception {
        second = 36_000;
        operator.setProcessingTime(at(second).toEpochMilli());
        for (int i = 0; i < 1_000; i++) {
            String id = "I-" + i;
            hear(observed(id, 1, Grade.I, at(i)), i);
            hear(closed(id, i + 30), i + 30);
        }
        runTo(second + 60);

        assertThat(published()).isEmpty();
    }

    @Test
    void shouldEscalateWhatIsStillOpenWhenTheOldStreamIsRead() throws Exception {
        second = 3_000;
        operator.setProcessingTime(at(second).toEpochMilli());
        for (int i = 0; i < 60; i++) {
            hear(observed("I-" + i, 1, Grade.I, at(i)), i);
            if (i != 7) {
                hear(closed("I-" + i, i + 30), i + 30);
            }
        }
        assertThat(published()).isEmpty();
        runTo(second + 10);

        assertThat(published()).extracting(Escalation::incidentId).containsOnly("I-7");
        assertThat(told()).containsExactly(0, 1);
    }

    @Test
    void shouldNotBeHeldUpByAClockThatIsOff() throws Exception {
        for (int i = 0; i < 30; i++) {
            hear(observed(INCIDENT, i + 1, Grade.I, START), second - 3_600);
            runTo(second + 1);
        }

        assertThat(told()).contains(1);
    }

    @Test
    void shouldIgnoreWhatComesTwice() throws Exception {
        hear(observed(1, Grade.I));
        hear(observed(1, Grade.I));
        hear(acknowledged(1, 0));
        hear(acknowledged(1, 0));
        published().forEach(this::hearAgain);

        assertThat(published()).extracting(Escalation::version).containsExactly(1L, 2L);
    }

    @Test
    void shouldTakeInTheOneReportOfManyThatMakesItGraver() throws Exception {
        for (int version = 1; version <= 50; version++) {
            hear(observed(version, version < 30 ? Grade.IV : Grade.I));
        }

        assertThat(published()).extracting(Escalation::dueAt).containsExactly(at(1_800), at(15));
    }

    @Test
    void shouldTellFewEnoughAtATimeAndLeaveNobodyOut() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            hear(observed("I-" + i, 1, Grade.I, START));
        }
        runTo(15);
        assertThat(told().stream().filter(times -> times == 1)).hasSizeBetween(200, 202);
        runTo(20);

        assertThat(told().stream().filter(times -> times == 1)).hasSize(1_000);
    }

    @Test
    void shouldForgetWhatIsLongOver() throws Exception {
        hear(observed(1, Grade.I));
        hear(decision(1, IncidentState.CLOSED, 0, null, null, null, null));

        long week = WatchIncidents.REMEMBERED.toSeconds();
        runTo(week - 5);
        assertThat(operator.numKeyedStateEntries()).isEqualTo(1);
        runTo(week + 10);

        assertThat(operator.numKeyedStateEntries()).isZero();
        assertThat(operator.numProcessingTimeTimers()).isZero();
    }

    @Test
    void shouldMeasureWhatIsDecidedAndTakeItBackWhenItIsJoined() throws Exception {
        hear(observed(1, Grade.I));
        hear(decision(1, IncidentState.HANDLING, 0, 10L, 30L, 90L, null), 0);
        runTo(200);
        hear(decision(2, IncidentState.MERGED, 200, 10L, 30L, 90L, null), 200);

        List<MeasureInput> inputs = operator.getSideOutput(WatchIncidents.MEASURED).stream()
                .map(record -> record.getValue())
                .toList();

        assertThat(inputs.stream().mapToInt(MeasureInput::weight).sum()).isZero();
        assertThat(inputs.stream().map(MeasureInput::measureId))
                .contains("ANSWER:WORLD:", "PROCESS:TYPE:fire", "TRAVEL:WORLD:", "RESPONSE:TYPE:fire")
                .noneMatch(id -> id.startsWith("HANDLING"));
    }

    private void restart(OperatorSubtaskState checkpoint, long atSecond) throws Exception {
        operator.close();
        operator = harness();
        operator.setProcessingTime(at(atSecond).toEpochMilli());
        operator.initializeState(checkpoint);
        operator.open();
        second = atSecond;
        operator.setProcessingTime(at(second).toEpochMilli() + 1);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, DutyInput, DutyOutput> harness() throws Exception {
        WatchIncidents watch = new WatchIncidents("live", TimeTargetsFile.shipped(), () -> DistrictLookup.NONE);
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(watch), DutyInput::incidentId, Types.STRING);
    }

    private List<AlarmNews> alarms() {
        return operator.getSideOutput(WatchIncidents.ALARMS).stream()
                .map(record -> record.getValue().news())
                .toList();
    }

    private static IncidentDecision closed(String id, long atSecond) {
        return closed(id, 1, atSecond);
    }

    private static IncidentDecision closed(String id, long version, long atSecond) {
        return new IncidentDecision(
                "live",
                id,
                version,
                IncidentState.CLOSED,
                null,
                null,
                null,
                null,
                null,
                "officer",
                at(atSecond),
                at(atSecond),
                null);
    }

    private void hear(Object message) throws Exception {
        hear(message, second);
    }

    private void hear(Object message, long writtenSecond) throws Exception {
        operator.processElement(DutyInput.of(at(writtenSecond).toEpochMilli(), message), 0);
    }

    private void hearAgain(Object message) {
        try {
            hear(message);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void runTo(long toSecond) throws Exception {
        while (second < toSecond) {
            second = toSecond - second > 100_000 ? toSecond - 100 : second + 1;
            operator.setProcessingTime(at(second).toEpochMilli());
        }
    }

    private List<Escalation> published() {
        return operator.extractOutputValues().stream()
                .map(DutyOutput::escalation)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Integer> told() {
        return published().stream().map(Escalation::told).toList();
    }

    private Escalation last() {
        return published().get(published().size() - 1);
    }
}
