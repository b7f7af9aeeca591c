package io.watchfloor.pipeline.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Ids;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.Report;
import io.watchfloor.pipeline.Corrected;
import io.watchfloor.pipeline.Reports;
import io.watchfloor.pipeline.rule.SameEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that is interrupted, restored and replayed again and again must end where an undisturbed one ends. */
@SuppressWarnings("try") // closing is declared by Flink
class ReplayTest {
    private static final int REPORTS = 3_000;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final List<Grade> GRADES = List.of(Grade.values());
    private static final List<String> TYPES = List.of("fire", "noise", "theft", "garbage", "other");

    /** What readers of the picture end up with: the highest version of each incident, and each report's incidents. */
    private record Picture(Map<String, ObservedIncident> incidents, Map<String, Filing> filings) {
        Picture() {
            this(new TreeMap<>(), new TreeMap<>());
        }

        void take(Observation seen) {
            if (seen.filed() != null) {
                takeFiled(seen);
            }
            incidents.merge(seen.incident().id(), seen.incident(), (a, b) -> a.version() >= b.version() ? a : b);
        }

        /** Of several filings of one report the highest version counts; of one version there must be one incident. */
        private void takeFiled(Observation seen) {
            FiledReport filed = seen.filed();
            Filing before = filings.get(filed.report().id());
            if (before == null || filed.version() > before.version()) {
                filings.put(
                        filed.report().id(), new Filing(filed.version(), new TreeSet<>(List.of(filed.incidentId()))));
            } else if (filed.version() == before.version()) {
                before.incidents().add(filed.incidentId());
            }
        }

        /** What is told of an incident must be what its reports add up to. */
        void assertExact() {
            Map<String, Integer> counts = new TreeMap<>();
            filings.values().forEach(filing -> {
                assertThat(filing.incidents()).hasSize(1);
                counts.merge(filing.incidents().iterator().next(), 1, Integer::sum);
            });
            Map<String, Integer> told = new TreeMap<>();
            incidents.forEach((id, incident) -> told.put(id, incident.reportCount()));
            assertThat(told).isEqualTo(counts);
        }
    }

    /** Where a report was filed in one version. */
    private record Filing(long version, Set<String> incidents) {}

    /** A desk that knows the picture and now and then corrects it. */
    private static final class Desk {
        private final Random random;
        private final Map<String, List<FiledReport>> filedByIncident = new TreeMap<>();
        private final Map<String, ObservedIncident> incidents = new TreeMap<>();
        private final List<String> recent = new ArrayList<>();
        private int corrections;

        Desk(Random random) {
            this.random = random;
        }

        void take(Observation seen) {
            incidents.put(seen.incident().id(), seen.incident());
            recent.add(seen.incident().id());
            if (seen.filed() != null) {
                filedByIncident
                        .values()
                        .forEach(list -> list.removeIf(filed ->
                                filed.report().id().equals(seen.filed().report().id())));
                filedByIncident
                        .computeIfAbsent(seen.incident().id(), id -> new ArrayList<>())
                        .add(seen.filed());
            }
        }

        ReadArrival correct(Instant at) {
            ObservedIncident known =
                    incidents.get(recent.get(recent.size() - 1 - random.nextInt(Math.min(400, recent.size()))));
            String id = "C-" + corrections++;
            List<FiledReport> filed = filedByIncident.getOrDefault(known.id(), List.of());
            return switch (random.nextInt(4)) {
                case 0 -> Corrected.type(id, known, TYPES.get(random.nextInt(TYPES.size())), at);
                case 1 -> Corrected.place(id, known, 31.0 + random.nextInt(3) * 0.2 + spread(random), 121.4, at);
                case 2 -> Corrected.grade(id, known, GRADES.get(random.nextInt(GRADES.size())), at);
                default -> {
                    List<FiledReport> moved = List.copyOf(filed.subList(0, filed.size() / 2));
                    yield Corrected.split(id, known, moved, moved.isEmpty() ? null : Ids.incident(id), at);
                }
            };
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 1", "4, 1", "5, 1", "1, 4", "2, 4"})
    void shouldEndWithTheSameIncidentsAndMemberships(long seed, int intakePartitions) throws Exception {
        List<ReadArrival> arrivals = new ArrayList<>();

        Picture undisturbed =
                runOnce(randomReports(new Random(seed)), intakePartitions, new Random(seed + 2_000), arrivals);
        Picture disturbed = runWithRestores(arrivals, intakePartitions, new Random(seed + 1_000));

        assertThat(disturbed).isEqualTo(undisturbed);
        undisturbed.assertExact();
        assertThat(arrivals).hasSizeGreaterThan(REPORTS + REPORTS / 40);
        assertThat(undisturbed.incidents().size()).isBetween(REPORTS / 50, REPORTS);
    }

    /** Also writes down what came in, corrections by a desk that watches included. */
    private static Picture runOnce(
            List<Report> reports, int intakePartitions, Random random, List<ReadArrival> arrivals) throws Exception {
        Picture picture = new Picture();
        Desk desk = new Desk(random);
        try (var operator = MergeHarness.open(new SameEvent(), intakePartitions, null)) {
            for (Report report : reports) {
                arrivals.add(arrival(report));
                if (!desk.recent.isEmpty() && random.nextInt(20) == 0) {
                    arrivals.add(desk.correct(report.receivedAt()));
                }
                for (int i = arrivals.size()
                                - (arrivals.get(arrivals.size() - 1).read() == null ? 2 : 1);
                        i < arrivals.size();
                        i++) {
                    operator.processElement(arrivals.get(i), 0);
                }
                operator.extractOutputValues().forEach(desk::take);
                drain(operator, picture);
            }
        }
        return picture;
    }

    private static Picture runWithRestores(List<ReadArrival> arrivals, int intakePartitions, Random random)
            throws Exception {
        Picture picture = new Picture();
        OperatorSubtaskState checkpoint = null;
        int checkpointedAt = 0;
        int next = 0;
        long checkpointId = 1;
        while (next < arrivals.size()) {
            try (var operator = MergeHarness.open(new SameEvent(), intakePartitions, checkpoint)) {
                next = checkpointedAt;
                int crashAt = Math.min(arrivals.size(), next + 100 + random.nextInt(600));
                int nextCheckpointAt = next + random.nextInt(500);
                for (; next < crashAt; next++) {
                    if (next == nextCheckpointAt) {
                        checkpoint = operator.snapshot(checkpointId++, 0);
                        checkpointedAt = next;
                    }
                    operator.processElement(arrivals.get(next), 0);
                    if (random.nextInt(50) == 0) {
                        operator.processWatermark(arrivals.get(next).at().toEpochMilli());
                    }
                    drain(operator, picture);
                }
            }
        }
        return picture;
    }

    private static ReadArrival arrival(Report report) {
        return new ReadArrival(Reports.read(report, Grade.III), null);
    }

    private static void drain(
            KeyedOneInputStreamOperatorTestHarness<String, ReadArrival, Observation> operator, Picture picture) {
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
