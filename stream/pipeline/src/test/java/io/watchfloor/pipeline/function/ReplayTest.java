package io.watchfloor.pipeline.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IntakePartition;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.Report;
import io.watchfloor.pipeline.Reports;
import io.watchfloor.pipeline.rule.NearInPlaceAndTime;
import io.watchfloor.pipeline.rule.ReadReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is interrupted, restored and replayed again and again must end where an undisturbed one ends. */
@SuppressWarnings("try") // closing is declared by Flink
class ReplayTest {
    private static final int REPORTS = 3_000;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final List<String> TYPES = List.of("fire", "noise", "theft", "garbage", "other");

    /** What readers of the picture end up with: the highest version of each incident, and each report's incidents. */
    private record Picture(Map<String, ObservedIncident> incidents, Map<String, List<String>> incidentsByReport) {
        Picture() {
            this(new TreeMap<>(), new TreeMap<>());
        }

        void take(Observation seen) {
            incidents.merge(seen.incident().id(), seen.incident(), (a, b) -> a.version() >= b.version() ? a : b);
            List<String> owners =
                    incidentsByReport.computeIfAbsent(seen.filed().report().id(), id -> new ArrayList<>());
            if (!owners.contains(seen.filed().incidentId())) {
                owners.add(seen.filed().incidentId());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldEndWithTheSameIncidentsAndMemberships(long seed) throws Exception {
        List<Report> reports = randomReports(new Random(seed));

        Picture undisturbed = runOnce(reports);
        Picture disturbed = runWithRestores(reports, new Random(seed + 1_000));

        assertThat(disturbed).isEqualTo(undisturbed);
        assertThat(undisturbed.incidentsByReport().values())
                .allSatisfy(owners -> assertThat(owners).hasSize(1));
        assertThat(undisturbed.incidents().size()).isBetween(REPORTS / 50, REPORTS);
    }

    private static Picture runOnce(List<Report> reports) throws Exception {
        Picture picture = new Picture();
        try (var operator = operator(null)) {
            for (Report report : reports) {
                process(operator, report);
                drain(operator, picture);
            }
        }
        return picture;
    }

    private static Picture runWithRestores(List<Report> reports, Random random) throws Exception {
        Picture picture = new Picture();
        OperatorSubtaskState checkpoint = null;
        int checkpointedAt = 0;
        int next = 0;
        long checkpointId = 1;
        while (next < reports.size()) {
            try (var operator = operator(checkpoint)) {
                next = checkpointedAt;
                int crashAt = Math.min(reports.size(), next + 100 + random.nextInt(600));
                int nextCheckpointAt = next + random.nextInt(500);
                for (; next < crashAt; next++) {
                    if (next == nextCheckpointAt) {
                        checkpoint = operator.snapshot(checkpointId++, 0);
                        checkpointedAt = next;
                    }
                    process(operator, reports.get(next));
                    if (random.nextInt(50) == 0) {
                        operator.processWatermark(reports.get(next).receivedAt().toEpochMilli());
                    }
                    drain(operator, picture);
                }
            }
        }
        return picture;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ReadReport, Observation> operator(
            OperatorSubtaskState checkpoint) throws Exception {
        var operator = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new MergeReports(new NearInPlaceAndTime())),
                (ReadReport read) -> IntakePartition.regionOf(read.report()),
                Types.STRING);
        operator.setup();
        if (checkpoint != null) {
            operator.initializeState(checkpoint);
        }
        operator.open();
        return operator;
    }

    private static void process(
            KeyedOneInputStreamOperatorTestHarness<String, ReadReport, Observation> operator, Report report)
            throws Exception {
        operator.processElement(new ReadReport(report, report.type(), Grade.III), 0);
    }

    private static void drain(
            KeyedOneInputStreamOperatorTestHarness<String, ReadReport, Observation> operator, Picture picture) {
        operator.extractOutputValues().forEach(picture::take);
        operator.getOutput().clear();
    }

    /** Three days of clustered reports over three regions, some without position, some sent twice. */
    private static List<Report> randomReports(Random random) {
        List<Report> reports = new ArrayList<>();
        Instant now = START;
        for (int i = 0; i < REPORTS; i++) {
            now = now.plusSeconds(random.nextInt(170));
            if (!reports.isEmpty() && random.nextInt(10) == 0) {
                reports.add(reports.get(reports.size() - 1 - random.nextInt(Math.min(200, reports.size()))));
                continue;
            }
            String type = TYPES.get(random.nextInt(TYPES.size()));
            Instant occurred = now.minus(Duration.ofSeconds(random.nextInt(1_800)));
            boolean located = random.nextInt(8) > 0;
            Double lat = located ? 31.0 + random.nextInt(3) * 0.2 + random.nextInt(4) * 0.01 + spread(random) : null;
            Double lon = located ? 121.4 + random.nextInt(4) * 0.01 + spread(random) : null;
            String address = random.nextInt(3) == 0 ? "street " + random.nextInt(3) : null;
            reports.add(Reports.report("s" + i, type, occurred, now, lat, lon, address));
        }
        return reports;
    }

    private static double spread(Random random) {
        return random.nextGaussian() * 1.5 * Reports.HUNDRED_METERS;
    }
}
