package io.watchfloor.pipeline.duty;

import static io.watchfloor.pipeline.duty.DutyMessages.START;
import static io.watchfloor.pipeline.duty.DutyMessages.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.watchfloor.contract.Measure;
import io.watchfloor.contract.MeasureScope;
import io.watchfloor.contract.MeasureStep;
import io.watchfloor.pipeline.duty.rule.MeasuredStep;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RollMeasuresTest {
    private static final String ID = "TRAVEL:TYPE:fire";
    private KeyedOneInputStreamOperatorTestHarness<String, MeasureInput, DutyOutput> operator;

    @BeforeEach
    void open() throws Exception {
        operator = harness();
        operator.open();
        operator.setProcessingTime(START.toEpochMilli());
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void shouldPublishAtOnceAndThenAtMostEveryFiveSeconds() throws Exception {
        for (int i = 0; i < 100; i++) {
            count(100 + i, i % 2 == 0, 1);
        }
        assertThat(measures()).hasSize(1);

        runTo(5);

        assertThat(measures()).hasSize(2);
        Measure measure = measures().get(1);
        assertThat(measure.version()).isEqualTo(2);
        assertThat(measure.step()).isEqualTo(MeasureStep.TRAVEL);
        assertThat(measure.scope()).isEqualTo(MeasureScope.TYPE);
        assertThat(measure.key()).isEqualTo("fire");
        assertThat(measure.count()).isEqualTo(100);
        assertThat(measure.p50Seconds()).isCloseTo(149, withinPercentage(1.1));
        assertThat(measure.p90Seconds()).isCloseTo(189, withinPercentage(1.1));
        assertThat(measure.withinTarget()).isEqualTo(0.5);
    }

    @Test
    void shouldPublishNothingWhenNothingChanged() throws Exception {
        count(100, true, 1);
        runTo(600);

        assertThat(measures()).hasSize(1);
    }

    @Test
    void shouldDropWhatIsOlderThanADay() throws Exception {
        count(100, true, 1);
        runTo(23 * 3_600);
        assertThat(last().count()).isEqualTo(1);

        runTo(24 * 3_600 + 900);

        assertThat(last().count()).isZero();
        assertThat(last().withinTarget()).isNull();
        assertThat(operator.numProcessingTimeTimers()).isZero();
    }

    @Test
    void shouldNotCountWhatWasOverMoreThanADayAgo() throws Exception {
        MeasuredStep old = new MeasuredStep(MeasureStep.TRAVEL, 5_000, at(-90_000), true, List.of(ID));
        operator.processElement(MeasureInput.of(ID, old, 1), 0);

        assertThat(measures()).isEmpty();
    }

    @Test
    void shouldTakeBackWhatWent() throws Exception {
        count(100, true, 1);
        count(100, true, -1);
        runTo(5);

        assertThat(last().count()).isZero();
    }

    @Test
    void shouldGoOnFromTheVersionItPublishedAfterTheLastCheckpoint() throws Exception {
        count(100, true, 1);
        OperatorSubtaskState checkpoint = operator.snapshot(1, 1);
        count(200, true, 1);
        runTo(5);
        Measure lost = last();

        operator.close();
        operator = harness();
        operator.initializeState(checkpoint);
        operator.open();
        operator.setProcessingTime(at(20).toEpochMilli());
        operator.processElement(MeasureInput.of(lost), 0);
        count(200, true, 1);
        count(300, true, 1);
        runTo(30);

        assertThat(last().version()).isGreaterThan(lost.version());
        assertThat(last().count()).isEqualTo(3);
    }

    private void count(long seconds, boolean within, int weight) throws Exception {
        MeasuredStep step = new MeasuredStep(MeasureStep.TRAVEL, seconds * 1_000, at(0), within, List.of(ID));
        operator.processElement(MeasureInput.of(ID, step, weight), 0);
    }

    private void runTo(long second) throws Exception {
        operator.setProcessingTime(at(second).toEpochMilli());
    }

    private List<Measure> measures() {
        return operator.extractOutputValues().stream().map(DutyOutput::measure).toList();
    }

    private Measure last() {
        return measures().get(measures().size() - 1);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, MeasureInput, DutyOutput> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new RollMeasures("live")), MeasureInput::measureId, Types.STRING);
    }
}
