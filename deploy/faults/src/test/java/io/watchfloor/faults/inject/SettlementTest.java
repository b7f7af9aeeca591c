package io.watchfloor.faults.inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchfloor.faults.load.Dispatches;
import io.watchfloor.faults.load.FinalPicture;
import io.watchfloor.faults.report.Tally;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three reports in two incidents, and one thing that is wrong. */
class SettlementTest {
    private static final Settlement.Given THREE = new Settlement.Given(Set.of("a", "b", "c"), 4, 0, false);
    private static final Map<String, List<String>> FILED =
            Map.of("a", List.of("I"), "b", List.of("I"), "c", List.of("J"));
    private static final Map<String, Integer> COUNTS = Map.of("I", 2, "J", 1);

    @Test
    void shouldCountWhatCameOutWhenEveryPlaceTellsTheSame() throws InterruptedException {
        assertThat(settle(new Outcome(new FinalPicture(FILED, COUNTS), nobody(), COUNTS, stages()), THREE))
                .isEqualTo(new Tally(3, 0, 0, 4, 0));
    }

    @Test
    void shouldCountWhatIsMissingAndWhatIsDoubled() throws InterruptedException {
        Map<String, List<String>> filed = Map.of("a", List.of("I", "J"), "b", List.of("I"));

        assertThat(settle(new Outcome(new FinalPicture(filed, COUNTS), nobody(), COUNTS, stages()), THREE))
                .isEqualTo(new Tally(3, 1, 1, 4, 0));
    }

    @Test
    void shouldFailWhenTheConsoleShowsLess() {
        assertWrong(
                new Outcome(new FinalPicture(FILED, COUNTS), nobody(), Map.of("I", 2), stages()),
                "the console shows another picture");
    }

    @Test
    void shouldFailWhenNobodyAnswers() {
        Settlement settlement = new Settlement(
                () -> {
                    throw new IOException("refused");
                },
                Duration.ZERO);

        assertThatThrownBy(() -> settlement.await(THREE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("refused");
    }

    @ParameterizedTest
    @CsvSource({
        "received, 4",
        "journaled, 2",
        "journaled, -1",
        "streamed, 2",
        "stream, 2",
        "stream, 4",
        "picture, 2",
        "picture, 4",
        "filed, 2",
        "filed, 4",
        "shown, 2",
        "shown, 4"
    })
    void shouldFailWhenAStageOfTheLedgerCountsAnother(String stage, long reports) {
        assertWrong(withStage(stage, new Stages.Stage(reports, 0)), "the ledger counts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"received", "journaled", "streamed", "stream", "picture", "filed", "shown"})
    void shouldFailWhenAStageOfTheLedgerStandsStillOrCannotTell(String stage) {
        assertWrong(withStage(stage, new Stages.Stage(3, 8_001)), "8001 ms old");
        assertWrong(withStage(stage, new Stages.Stage(3, -1)), "-1 ms old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"received", "journaled", "streamed", "stream", "picture", "filed", "shown"})
    void shouldFailWhenTheLedgerLacksAStage(String stage) {
        Map<String, Stages.Stage> few = new HashMap<>(stages().byName());
        few.remove(stage);

        assertWrong(
                new Outcome(new FinalPicture(FILED, COUNTS), nobody(), COUNTS, new Stages(few)), "the ledger counts");
    }

    @Test
    void shouldLetRedisCountLessOnlyAfterItHasForgotten() throws InterruptedException {
        Settlement.Given forgotten = new Settlement.Given(THREE.acknowledged(), 4, 0, true);

        assertThat(settle(withStage("stream", new Stages.Stage(1, 0)), forgotten)
                        .isClean())
                .isTrue();
        assertThatThrownBy(() -> settle(withStage("stream", new Stages.Stage(4, 0)), forgotten))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void shouldAddWhatAFaultPutOnTheStreamItself() throws InterruptedException {
        Settlement.Given besides = new Settlement.Given(THREE.acknowledged(), 4, 1, false);

        assertThat(settle(withStage("stream", new Stages.Stage(2, 0)), besides).isClean())
                .isTrue();
    }

    private static void assertWrong(Outcome outcome, String message) {
        assertThatThrownBy(() -> settle(outcome, THREE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(message);
    }

    private static Tally settle(Outcome outcome, Settlement.Given given) throws InterruptedException {
        return new Settlement(() -> outcome, Duration.ZERO).await(given);
    }

    private static Outcome withStage(String name, Stages.Stage stage) {
        Map<String, Stages.Stage> changed = new HashMap<>(stages().byName());
        changed.put(name, stage);
        return new Outcome(new FinalPicture(FILED, COUNTS), nobody(), COUNTS, new Stages(changed));
    }

    private static Stages stages() {
        Map<String, Stages.Stage> all = new TreeMap<>();
        for (String name : List.of("received", "journaled", "streamed", "stream", "picture", "filed", "shown")) {
            all.put(name, new Stages.Stage(3, 0));
        }
        return new Stages(all);
    }

    private static Dispatches nobody() {
        return new Dispatches(Map.of());
    }
}
