package io.watchfloor.pipeline.warn;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Alert;
import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Ids;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import io.watchfloor.contract.Understanding;
import io.watchfloor.contract.Wish;
import io.watchfloor.contract.place.Gazetteer;
import io.watchfloor.pipeline.warn.rule.Holidays;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // closing is declared by Flink
class WarnOfRisesTest {
    private static final int SIDE = 5;
    private static final Instant START = Instant.parse("2026-03-01T16:00:00Z");
    private static final List<String> TOPICS = List.of("noise", "garbage", "water-supply", "flooding");

    @Test
    void shouldSendOnlyWhatFlinkWritesFieldByField() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(Alert.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(Sighted.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldTellTheSameAlertsWhenItIsKilledMidBurst(long seed) throws Exception {
        List<Sighted> reports = reports(seed);

        Map<String, Alert> undisturbed = new TreeMap<>();
        try (var operator = operator(null)) {
            operator.processElement2(Town.of(SIDE), 0);
            for (Sighted report : reports) {
                operator.processElement1(report, 0);
            }
            drain(operator, undisturbed);
        }
        Map<String, Alert> disturbed = runWithRestores(reports, new Random(seed + 100));

        assertThat(undisturbed).isNotEmpty();
        assertThat(disturbed).isEqualTo(undisturbed);
    }

    @Test
    void shouldClearInSilenceByTheWallClockAlone() throws Exception {
        try (var operator = operator(null)) {
            operator.setProcessingTime(1_000);
            operator.processElement2(Town.of(SIDE), 0);
            for (Sighted report : reports(1)) {
                operator.processElement1(report, 0);
            }
            Map<String, Alert> told = new TreeMap<>();
            drain(operator, told);

            for (int i = 1; i <= 100; i++) {
                operator.setProcessingTime(1_000 + i * Duration.ofMinutes(5).toMillis());
            }
            drain(operator, told);

            assertThat(told.values()).isNotEmpty().allSatisfy(alert -> assertThat(alert.clearedAt())
                    .isNotNull());
            assertThat(operator.numProcessingTimeTimers()).isZero();
        }
    }

    @Test
    void shouldNotCountAReportAgainThatAnOfficerMoved() throws Exception {
        try (var operator = operator(null)) {
            operator.processElement2(Town.of(SIDE), 0);
            for (int i = 0; i < 60; i++) {
                operator.processElement1(report("same", "flooding", START.plusSeconds(60L * i), 2, 2, 2), 0);
            }

            assertThat(operator.extractOutputValues()).isEmpty();
        }
    }

    private static Map<String, Alert> runWithRestores(List<Sighted> reports, Random random) throws Exception {
        Map<String, Alert> told = new TreeMap<>();
        OperatorSubtaskState checkpoint = null;
        int checkpointedAt = 0;
        int next = 0;
        long checkpointId = 1;
        while (next < reports.size()) {
            try (var operator = operator(checkpoint)) {
                if (checkpoint == null) {
                    operator.processElement2(Town.of(SIDE), 0);
                }
                next = checkpointedAt;
                int crashAt = Math.min(reports.size(), next + 50 + random.nextInt(300));
                int snapshotAt = next + random.nextInt(250);
                for (; next < crashAt; next++) {
                    if (next == snapshotAt) {
                        checkpoint = operator.snapshot(checkpointId++, 0);
                        checkpointedAt = next;
                    }
                    operator.processElement1(reports.get(next), 0);
                }
                drain(operator, told);
            }
        }
        return told;
    }

    /** What readers end up with: of each alert the highest version. */
    private static void drain(
            KeyedTwoInputStreamOperatorTestHarness<String, Sighted, Gazetteer, Alert> operator,
            Map<String, Alert> told) {
        operator.extractOutputValues()
                .forEach(alert -> told.merge(alert.id(), alert, (a, b) -> a.version() >= b.version() ? a : b));
        operator.getOutput().clear();
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, Sighted, Gazetteer, Alert> operator(
            OperatorSubtaskState checkpoint) throws Exception {
        var operator = new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new WarnOfRises("live", Holidays.shipped())),
                (Sighted filed) -> "area",
                (Gazetteer gazetteer) -> "area",
                Types.STRING);
        operator.setup();
        if (checkpoint != null) {
            operator.initializeState(checkpoint);
        }
        operator.open();
        return operator;
    }

    /** Two days of everyday reports, some of no category, with a burst on the second. */
    private static List<Sighted> reports(long seed) {
        Random random = new Random(seed);
        List<Sighted> reports = new ArrayList<>();
        Instant now = START;
        Instant burst = START.plus(Duration.ofHours(40));
        for (int i = 0; now.isBefore(START.plus(Duration.ofHours(46))); i++) {
            boolean bursting = now.isAfter(burst) && now.isBefore(burst.plus(Duration.ofHours(2)));
            now = now.plusSeconds(random.nextInt(bursting ? 120 : 400));
            boolean extra = bursting && random.nextInt(3) > 0;
            String topic = extra ? "flooding" : TOPICS.get(random.nextInt(TOPICS.size()));
            int row = extra ? 2 : random.nextInt(SIDE);
            int column = extra ? 1 + random.nextInt(2) : random.nextInt(SIDE);
            reports.add(report("s" + i, random.nextInt(12) == 0 ? "other" : topic, now, row, column, 1));
        }
        return reports;
    }

    private static Sighted report(String sourceId, String type, Instant at, int row, int column, long version) {
        String id = Ids.report("live", "test", sourceId);
        Report report = new Report(
                "live",
                id,
                "test",
                sourceId,
                ReportKind.COMPLAINT,
                type,
                "地下车库里有一股说不出的怪味 " + sourceId,
                at,
                at,
                Town.lat(row),
                Town.lon(column),
                null,
                null);
        Understanding read =
                new Understanding("zh", type, 1, Grade.IV, new Mood(-0.6, 0.2, 0), Wish.NONE, List.of(), null);
        return Sighted.of(new FiledReport("live", Ids.incident(id), 1, null, 0, report, version, read));
    }
}
