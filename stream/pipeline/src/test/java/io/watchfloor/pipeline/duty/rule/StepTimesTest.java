package io.watchfloor.pipeline.duty.rule;

import static io.watchfloor.pipeline.duty.DutyMessages.INCIDENT;
import static io.watchfloor.pipeline.duty.DutyMessages.assignment;
import static io.watchfloor.pipeline.duty.DutyMessages.at;
import static io.watchfloor.pipeline.duty.DutyMessages.decision;
import static io.watchfloor.pipeline.duty.DutyMessages.observed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.MeasureStep;
import io.watchfloor.graph.district.District;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTimesTest {
    private static final Instant NOW = at(10_000);
    private final TimeTargets targets = TimeTargetsFile.shipped();
    private final IncidentFacts seen = IncidentFacts.none("live", INCIDENT).with(observed(1, Grade.I), at(0), NOW);

    @Test
    void shouldMeasureEveryStepThatIsOver() {
        IncidentFacts facts = seen.with(decision(1, IncidentState.REPORTED_BACK, 4_000, 10L, 80L, 300L, 4_000L), NOW);

        assertThat(StepTimes.of(facts, targets, DistrictLookup.NONE))
                .extracting(MeasuredStep::step, MeasuredStep::millis, MeasuredStep::withinTarget)
                .containsExactly(
                        tuple(MeasureStep.ANSWER, 10_000L, true),
                        tuple(MeasureStep.PROCESS, 70_000L, false),
                        tuple(MeasureStep.TRAVEL, 220_000L, true),
                        tuple(MeasureStep.HANDLING, 3_700_000L, true),
                        tuple(MeasureStep.RESPONSE, 300_000L, true));
    }

    @Test
    void shouldLeaveOutWhatWasSkipped() {
        IncidentFacts facts = seen.with(decision(1, IncidentState.HANDLING, 300, null, 80L, 300L, null), NOW);

        assertThat(StepTimes.of(facts, targets, DistrictLookup.NONE))
                .extracting(MeasuredStep::step)
                .containsExactly(MeasureStep.TRAVEL, MeasureStep.RESPONSE);
    }

    @Test
    void shouldCountByCellAndByTheDepartmentsOfThoseWhoTookIt() {
        IncidentFacts facts = seen.with(decision(1, IncidentState.HANDLING, 300, 10L, 80L, 300L, null), NOW)
                .with(assignment("1", 2, AssignmentState.ACCEPTED, 80, 90), NOW)
                .with(assignment("2", 2, AssignmentState.DECLINED, 80, 90), NOW);

        List<MeasuredStep> steps = StepTimes.of(facts, targets, DistrictLookup.of(district()));

        assertThat(steps.get(0).measureIds()).containsExactly("ANSWER:WORLD:", "ANSWER:TYPE:fire", "ANSWER:CELL:C-1");
        assertThat(steps.get(2).measureIds())
                .containsExactly("TRAVEL:WORLD:", "TRAVEL:TYPE:fire", "TRAVEL:CELL:C-1", "TRAVEL:ORGANIZATION:O-1");
    }

    @Test
    void shouldNotCountWhatIsJoinedToAnother() {
        IncidentFacts facts = seen.with(decision(1, IncidentState.MERGED, 300, 10L, 80L, 300L, null), NOW);

        assertThat(StepTimes.of(facts, targets, DistrictLookup.NONE)).isEmpty();
    }

    private static District district() {
        List<List<Double>> ring =
                List.of(List.of(31.0, 121.0), List.of(31.0, 122.0), List.of(32.0, 122.0), List.of(32.0, 121.0));
        List<List<Double>> elsewhere =
                List.of(List.of(33.0, 121.0), List.of(33.0, 122.0), List.of(34.0, 122.0), List.of(34.0, 121.0));
        return new District(
                "D",
                "区",
                "District",
                ZoneId.of("Asia/Shanghai"),
                List.of(),
                List.of(
                        new District.Cell("C-0", "A", "零", "Zero", elsewhere),
                        new District.Cell("C-1", "A", "一", "One", ring)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(person("P-1", "O-1"), person("P-2", "O-2")),
                List.of());
    }

    private static District.Person person(String id, String organization) {
        return new District.Person(id, id, id, organization, "PL", List.of(), List.of());
    }
}
