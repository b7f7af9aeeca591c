package io.watchfloor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.faults.inject.Bench;
import io.watchfloor.faults.inject.Fault;
import io.watchfloor.faults.inject.Faults;
import io.watchfloor.faults.report.FaultLine;
import io.watchfloor.faults.report.FaultReport;
import io.watchfloor.testbed.Home;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The faults that say most, on one system: whatever is killed or cut, every acknowledged report is in exactly one incident. */
class FaultsIT {
    private static final Set<Integer> CHOSEN = Set.of(1, 2, 4, 6, 12, 18);
    private static final Bench.Options LITTLE =
            new Bench.Options(20, List.of(Duration.ofSeconds(5)), Duration.ofSeconds(10), Duration.ofSeconds(5), 100);

    @Test
    void shouldLoseNothingAndDoubleNothingWhateverIsBroken() throws Exception {
        List<Fault> faults = Faults.list().stream()
                .filter(fault -> CHOSEN.contains(fault.number()))
                .toList();
        FaultReport report = new FaultReport(Home.folder().resolve("deploy/faults/target/test-report"), System.out);

        new FaultRun(LITTLE, report, System.out).run(faults);

        assertThat(report.lines())
                .hasSize(CHOSEN.size())
                .allSatisfy(line -> assertThat(line.verdict()).as(line.text()).isEqualTo(FaultLine.Verdict.PASSED));
    }

    @Test
    void shouldHaveEveryFaultOfTheList() {
        assertThat(Faults.list())
                .extracting(Fault::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 21).boxed().toList());
    }
}
