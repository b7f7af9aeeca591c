package io.watchfloor.pipeline.duty;

import static io.watchfloor.pipeline.duty.DutyMessages.START;
import static io.watchfloor.pipeline.duty.DutyMessages.joined;
import static io.watchfloor.pipeline.duty.DutyMessages.observed;
import static io.watchfloor.pipeline.duty.DutyMessages.separated;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Grade;
import io.watchfloor.pipeline.duty.rule.JoinedGrade;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowJoinsTest {
    private KeyedOneInputStreamOperatorTestHarness<String, DutyInput, DutyInput> operator;

    @BeforeEach
    void open() throws Exception {
        operator = ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                new FollowJoins(), DutyInput::incidentId, Types.STRING);
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void shouldPassOnWhatItHearsAndTellHowGraveWhatIsJoinedIs() throws Exception {
        hear(observed("I-2", 1, Grade.III, START));
        hear(joined("I-2", 1, "I-1", START));
        hear(observed("I-2", 2, Grade.I, START));

        assertThat(operator.extractOutputValues()).hasSize(5);
        assertThat(news())
                .containsExactly(new JoinedGrade("I-1", "I-2", Grade.III), new JoinedGrade("I-1", "I-2", Grade.I));
    }

    @Test
    void shouldWaitForTheObservationWhenTheJoinComesFirst() throws Exception {
        hear(joined("I-2", 1, "I-1", START));
        assertThat(news()).isEmpty();

        hear(observed("I-2", 1, Grade.II, START));
        assertThat(news()).containsExactly(new JoinedGrade("I-1", "I-2", Grade.II));
    }

    @Test
    void shouldTakeItBackFromTheOneAndGiveItToTheOther() throws Exception {
        hear(observed("I-2", 1, Grade.II, START));
        hear(joined("I-2", 1, "I-1", START));
        hear(joined("I-2", 2, "I-3", START));
        hear(separated("I-2", 3, START));

        assertThat(news())
                .containsExactly(
                        new JoinedGrade("I-1", "I-2", Grade.II),
                        new JoinedGrade("I-1", "I-2", null),
                        new JoinedGrade("I-3", "I-2", Grade.II),
                        new JoinedGrade("I-3", "I-2", null));
    }

    @Test
    void shouldTellNothingOfWhatIsNoNewerOrNoOthersConcern() throws Exception {
        hear(observed("I-2", 2, Grade.II, START));
        hear(joined("I-2", 2, "I-1", START));
        hear(separated("I-2", 1, START));
        hear(observed("I-2", 1, Grade.I, START));
        hear(observed("I-9", 1, Grade.I, START));

        assertThat(news()).containsExactly(new JoinedGrade("I-1", "I-2", Grade.II));
    }

    private void hear(Object message) throws Exception {
        operator.processElement(DutyInput.of(START.toEpochMilli(), message), 0);
    }

    private List<JoinedGrade> news() {
        return operator.extractOutputValues().stream()
                .map(DutyInput::joined)
                .filter(Objects::nonNull)
                .toList();
    }
}
