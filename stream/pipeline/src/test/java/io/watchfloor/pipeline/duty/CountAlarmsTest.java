package io.watchfloor.pipeline.duty;

import static io.watchfloor.pipeline.duty.DutyMessages.START;
import static io.watchfloor.pipeline.duty.DutyMessages.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.AlarmHealth;
import io.watchfloor.contract.Alert;
import io.watchfloor.contract.AlertKind;
import io.watchfloor.contract.Escalation;
import io.watchfloor.contract.EscalationStage;
import io.watchfloor.contract.Grade;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountAlarmsTest {
    private KeyedOneInputStreamOperatorTestHarness<String, AlarmInput, DutyOutput> operator;

    @BeforeEach
    void open() throws Exception {
        operator = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new CountAlarms("live")), in -> "live", Types.STRING);
        operator.open();
        operator.setProcessingTime(START.toEpochMilli());
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void shouldCountAlertsRaisedAndEscalationsToldByGrade() throws Exception {
        hear(alert("W-1", 1, Grade.III, 0, false));
        hear(alert("W-1", 1, Grade.III, 0, false));
        hear(alert("W-1", 2, Grade.II, 1, false));
        hear(AlarmInput.of(told(1), 2, Grade.I, at(2), true));
        hear(AlarmInput.of(told(2), 3, Grade.I, at(3), true));
        hear(AlarmInput.of(told(2), 4, Grade.I, at(4), false));
        runTo(10);

        AlarmHealth health = last();
        assertThat(health.high()).isEqualTo(2);
        assertThat(health.medium()).isEqualTo(1);
        assertThat(health.low()).isEqualTo(1);
        assertThat(health.peakPerTenMinutes()).isEqualTo(4);
        assertThat(health.perTenMinutes()).isEqualTo(4);
        assertThat(health.floodShare()).isZero();
    }

    @Test
    void shouldSayItAtOnceAndThenAtMostEveryTenSeconds() throws Exception {
        for (int i = 0; i < 20; i++) {
            hear(alert("W-" + i, 1, Grade.IV, 0, false));
        }
        assertThat(published()).hasSize(1);
        runTo(9);
        assertThat(published()).hasSize(1);
        runTo(10);

        assertThat(published()).extracting(AlarmHealth::version).containsExactly(1L, 2L);
        assertThat(last().floodShare()).isEqualTo(1);
    }

    @Test
    void shouldLetADayGoBy() throws Exception {
        hear(alert("W-1", 1, Grade.I, 0, false));
        runTo(24 * 3_600 + 60);
        assertThat(last().high()).isZero();
        assertThat(last().stale()).isEqualTo(1);

        hear(alert("W-1", 2, Grade.I, 24 * 3_600 + 70, true));
        runTo(24 * 3_600 + 200);
        assertThat(last().stale()).isZero();
    }

    @Test
    void shouldGoOnFromTheVersionThatWasPublished() throws Exception {
        hear(AlarmInput.of(new AlarmHealth("live", 41, 1, 1, 0, 1, 0, 0, 0, 0, at(-60))));

        assertThat(last().version()).isEqualTo(42);
    }

    private void hear(AlarmInput input) throws Exception {
        operator.processElement(input, 0);
    }

    private void runTo(long second) throws Exception {
        operator.setProcessingTime(at(second).toEpochMilli());
    }

    private List<AlarmHealth> published() {
        return operator.extractOutputValues().stream()
                .map(DutyOutput::alarmHealth)
                .toList();
    }

    private AlarmHealth last() {
        return published().get(published().size() - 1);
    }

    private static Escalation told(int told) {
        return new Escalation(
                "live",
                "I-1",
                told + 1L,
                EscalationStage.ACKNOWLEDGE,
                null,
                START,
                at(1),
                told,
                told,
                at(100),
                "norm",
                at(told));
    }

    private static AlarmInput alert(String id, long version, Grade level, long second, boolean cleared) {
        return AlarmInput.of(new Alert(
                "live",
                id,
                version,
                level,
                "noise",
                id,
                null,
                null,
                0.5,
                "因",
                "why",
                List.of(),
                START,
                at(second),
                cleared ? at(second) : null,
                AlertKind.CELL,
                List.of(id),
                List.of(),
                2,
                9,
                3,
                List.of()));
    }
}
