package io.watchfloor.pipeline.study;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.pipeline.rule.SameEvent;
import io.watchfloor.text.place.PlaceFinder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeStudyTest {
    private static final StudyGenerator.Plan PLAN = new StudyGenerator.Plan(100, 0.2, 250, 0.4);

    private final StudyVocabulary words = StudyVocabulary.read("report.txt");
    private final StudyRun run = new StudyRun(PlaceFinder.of(new StudyTown(words.lists()).gazetteer()), 0);

    @Test
    void shouldMakeUpTheSameFromTheSameSeed() {
        assertThat(StudyGenerator.make(words, PLAN, 3))
                .isEqualTo(StudyGenerator.make(words, PLAN, 3))
                .isNotEqualTo(StudyGenerator.make(words, PLAN, 4));
    }

    @Test
    void shouldScoreTheTruthFullAndOneHeapEmpty() {
        List<StudyReport> reports = StudyGenerator.make(words, PLAN, 3);

        PairScore truth = PairScore.of(
                reports, reports.stream().map(r -> "event " + r.event()).toList());
        PairScore heap = PairScore.of(reports, reports.stream().map(r -> "heap").toList());

        assertThat(truth.f1()).isEqualTo(1);
        assertThat(truth.twinsApart()).isEqualTo(1);
        assertThat(truth.backgroundMerged()).isZero();
        assertThat(heap.recall()).isEqualTo(1);
        assertThat(heap.precision()).isLessThan(0.05);
        assertThat(heap.backgroundMerged()).isEqualTo(1);
    }

    @Test
    void shouldCountEmergenciesThatEndUnderASlightTypeAndSlightEventsUnderAnEmergencys() {
        List<StudyReport> reports = StudyGenerator.make(words, PLAN, 3);
        List<String> own = reports.stream().map(r -> "event " + r.event()).toList();
        Map<String, String> truth =
                reports.stream().collect(toMap(r -> "event " + r.event(), StudyReport::type, (one, same) -> one));

        TypeScore right = TypeScore.of(reports, new StudyRun.Merged(own, truth));
        TypeScore allSlight = TypeScore.of(reports, new StudyRun.Merged(own, everyTypeIs("noise", truth)));
        TypeScore allFires = TypeScore.of(reports, new StudyRun.Merged(own, everyTypeIs("fire", truth)));

        assertThat(right.emergencies()).isPositive();
        assertThat(right.slight()).isPositive().isEqualTo(truth.size() - right.emergencies());
        assertThat(right.hidden() + right.raised()).isZero();
        assertThat(allSlight.hiddenShare()).isEqualTo(1);
        assertThat(allSlight.raised()).isZero();
        assertThat(allFires.raisedShare()).isEqualTo(1);
        assertThat(allFires.hidden()).isZero();
    }

    private static Map<String, String> everyTypeIs(String type, Map<String, String> types) {
        return types.keySet().stream().collect(toMap(id -> id, id -> type));
    }

    @Test
    void shouldMergeWhatBelongsTogetherInWordsItWasNotFittedOn() {
        List<StudyReport> reports = StudyGenerator.make(words, PLAN, 3);

        PairScore score = PairScore.of(reports, run.merge(reports, new SameEvent()));

        assertThat(score.precision()).isGreaterThan(0.90);
        assertThat(score.recall()).isGreaterThan(0.78);
        assertThat(score.backgroundMerged()).isLessThan(0.08);
    }

    /** Whatever is said of them, and by whom. */
    @ParameterizedTest
    @CsvSource({"OTHER_STORY, 0.10", "SAME_WORDS, 0.12", "TWO_DOORS, 0.28"})
    void shouldKeepTwoEventsOfOneTypeApartThatAreTwoHundredMetersAway(TwinKind twins, double mostMixed) {
        StudyGenerator.Plan plan = new StudyGenerator.Plan(80, 0.9, 100, 0.4)
                .with(StudyNoise.USUAL.withCallers())
                .withTwins(twins);
        List<StudyReport> reports = StudyGenerator.make(words, plan, 6);

        PairScore score = PairScore.of(reports, run.merge(reports, new SameEvent()));

        assertThat(score.twinsMixed()).isLessThan(mostMixed);
        assertThat(score.recall()).isGreaterThan(0.8);
    }

    @Test
    void shouldHoldInATownOfOtherWordsThatReportsOtherwise() {
        StudyVocabulary others = StudyVocabulary.read("other.txt");
        StudyRun there = new StudyRun(PlaceFinder.of(new StudyTown(others.lists()).gazetteer()), 0);
        List<StudyReport> reports = StudyGenerator.make(others, PLAN.with(StudyNoise.OTHER), 3);

        PairScore score = PairScore.of(reports, there.merge(reports, new SameEvent()));

        assertThat(score.precision()).isGreaterThan(0.85);
        assertThat(score.recall()).isGreaterThan(0.70);
    }
}
