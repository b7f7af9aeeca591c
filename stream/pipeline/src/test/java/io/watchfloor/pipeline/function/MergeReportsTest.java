package io.watchfloor.pipeline.function;

import static io.watchfloor.pipeline.Reports.HUNDRED_METERS;
import static io.watchfloor.pipeline.Reports.LAT;
import static io.watchfloor.pipeline.Reports.LON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Ids;
import io.watchfloor.contract.IntakePartition;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PlacedBy;
import io.watchfloor.contract.Report;
import io.watchfloor.pipeline.Reports;
import io.watchfloor.pipeline.rule.NearInPlaceAndTime;
import io.watchfloor.pipeline.rule.ReadReport;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergeReportsTest {
    private KeyedOneInputStreamOperatorTestHarness<String, ReadArrival, Observation> operator;

    @BeforeEach
    void open() throws Exception {
        operator = MergeHarness.open(new NearInPlaceAndTime());
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void shouldOpenAnIncidentForTheFirstReport() throws Exception {
        Report report = Reports.at("1", "fire", "2026-03-01T08:00:00Z", LAT, LON);

        Observation seen = observe(report);

        assertThat(seen.incident())
                .isEqualTo(new ObservedIncident(
                        "live",
                        Ids.incident(report.id()),
                        1,
                        "fire",
                        Grade.I,
                        "report 1",
                        LAT,
                        LON,
                        null,
                        Instant.parse("2026-03-01T08:00:00Z"),
                        Instant.parse("2026-03-01T08:00:00Z"),
                        Instant.parse("2026-03-01T08:00:20Z"),
                        Instant.parse("2026-03-01T08:00:20Z"),
                        1,
                        IntakePartition.regionOf(report),
                        1,
                        PlacedBy.REPORT,
                        null,
                        Mood.NEUTRAL));
        assertThat(seen.filed().incidentId()).isEqualTo(seen.incident().id());
        assertThat(seen.filed().confidence()).isEqualTo(1);
        assertThat(seen.filed().report()).isEqualTo(report);
    }

    @Test
    void shouldMergeWhatIsNearInPlaceAndTime() throws Exception {
        Observation first = observe(Reports.at("1", "fire", "2026-03-01T08:00:00Z", LAT, LON));

        Observation second = observe(Reports.at("2", "fire", "2026-03-01T08:30:00Z", LAT + HUNDRED_METERS, LON));

        assertThat(second.incident().id()).isEqualTo(first.incident().id());
        assertThat(second.incident().version()).isEqualTo(2);
        assertThat(second.incident().reportCount()).isEqualTo(2);
        assertThat(second.incident().lat()).isCloseTo(LAT + HUNDRED_METERS / 2, within(1e-9));
        assertThat(second.incident().lastOccurredAt()).isEqualTo("2026-03-01T08:30:00Z");
        assertThat(second.filed().metersFromIncident()).isCloseTo(100, within(0.5));
        assertThat(second.filed().secondsFromIncident()).isEqualTo(1800);
        assertThat(second.filed().confidence()).isCloseTo(1 - 100 / 300.0 / 2 - 30 / 60.0 / 2, within(0.001));
    }

    @Test
    void shouldKeepApartWhatIsFarInPlaceOrTimeOrOfAnotherType() throws Exception {
        Observation first = observe(Reports.at("1", "fire", "2026-03-01T08:00:00Z", LAT, LON));

        List<Observation> others = List.of(
                observe(Reports.at("2", "fire", "2026-03-01T08:00:00Z", LAT + 3.2 * HUNDRED_METERS, LON)),
                observe(Reports.at("3", "fire", "2026-03-01T09:01:01Z", LAT, LON)),
                observe(Reports.at("4", "noise", "2026-03-01T08:00:00Z", LAT, LON)));

        assertThat(others)
                .allSatisfy(other -> assertThat(other.incident().version()).isEqualTo(1))
                .noneSatisfy(other -> assertThat(other.incident().id())
                        .isEqualTo(first.incident().id()));
    }

    @Test
    void shouldDropTheSecondCopyOfAReport() throws Exception {
        Report report = Reports.at("1", "fire", "2026-03-01T08:00:00Z", LAT, LON);
        observe(report);

        assertThat(observeAll(report, report)).isEmpty();
    }

    @Test
    void shouldFileAgainWhatIsFedAgainThoughItIsKnownAndCountItOnce() throws Exception {
        Report report = Reports.at("1", "fire", "2026-03-01T08:00:00Z", LAT, LON);
        Observation first = observe(report);
        Observation second = observe(Reports.at("2", "fire", "2026-03-01T08:01:00Z", LAT, LON));

        Observation again = feedAgain(report);

        assertThat(again.incident()).isEqualTo(second.incident());
        assertThat(again.filed().incidentId()).isEqualTo(first.incident().id());
        assertThat(again.filed().report()).isEqualTo(report);
    }

    @Test
    void shouldMergeWhatIsFedAgainAndNotKnown() throws Exception {
        observe(Reports.at("1", "fire", "2026-03-01T08:00:00Z", LAT, LON));

        Observation lost = feedAgain(Reports.at("2", "fire", "2026-03-01T08:01:00Z", LAT, LON));

        assertThat(lost.incident().reportCount()).isEqualTo(2);
        assertThat(observeAll(Reports.at("2", "fire", "2026-03-01T08:01:00Z", LAT, LON)))
                .isEmpty();
    }

    private Observation feedAgain(Report report) throws Exception {
        int before = operator.extractOutputValues().size();
        operator.processElement(new ReadArrival(Reports.read(report), null, true), 0);
        List<Observation> all = operator.extractOutputValues();
        assertThat(all).hasSize(before + 1);
        return all.get(before);
    }

    @Test
    void shouldForgetAReportAfterADay() throws Exception {
        observe(Reports.at("1", "fire", "2026-03-01T08:00:00Z", LAT, LON));

        assertThat(observeAll(received("1", "2026-03-02T08:00:20Z"))).isEmpty();
        assertThat(observeAll(received("1", "2026-03-02T08:00:21Z"))).hasSize(1);
    }

    @Test
    void shouldNotReopenAnIncidentAfterItsRetention() throws Exception {
        observe(received("1", "2026-03-01T08:00:00Z"));

        assertThat(observe(received("2", "2026-03-01T10:00:00Z")).incident().version())
                .isEqualTo(2);
        assertThat(observe(received("3", "2026-03-01T12:00:01Z")).incident().version())
                .isEqualTo(1);
    }

    @Test
    void shouldDecideTheSameWhetherOrNotItHasPurged() throws Exception {
        Report report = received("1", "2026-03-01T08:00:00Z");
        observe(report);
        operator.processWatermark(
                Instant.parse("2026-03-01T15:30:00Z").toEpochMilli()); // other regions are ahead, within the slack

        assertThat(observeAll(report)).isEmpty();
        assertThat(observe(received("2", "2026-03-01T09:59:00Z")).incident().version())
                .isEqualTo(2);
    }

    @Test
    void shouldPurgeWhatCanNeverBeAskedForAgain() throws Exception {
        for (int i = 0; i < 20; i++) {
            observe(Reports.at("r" + i, "fire", "2026-03-01T08:00:00Z", LAT, LON + i * HUNDRED_METERS));
            observe(Reports.atAddress("a" + i, "noise", "2026-03-01T08:00:00Z", "address " + i));
        }

        operator.processWatermark(Instant.parse("2026-03-04T08:00:00Z").toEpochMilli());

        assertThat(operator.numKeyedStateEntries()).isZero();
        assertThat(operator.numEventTimeTimers()).isZero();
    }

    @Test
    void shouldMergeByAddressWhereThereIsNoPosition() throws Exception {
        Observation first = observe(Reports.atAddress("1", "noise", "2026-03-01T08:00:00Z", "1 Main Street"));
        Observation second = observe(Reports.atAddress("2", "noise", "2026-03-01T08:10:00Z", " 1 Main Street "));
        Observation elsewhere = observe(Reports.atAddress("3", "noise", "2026-03-01T08:10:00Z", "2 Main Street"));

        assertThat(second.incident().id()).isEqualTo(first.incident().id());
        assertThat(second.incident().lat()).isNull();
        assertThat(second.filed().metersFromIncident()).isNull();
        assertThat(elsewhere.incident().version()).isEqualTo(1);
    }

    @Test
    void shouldLeaveAReportAloneThatSaysNeitherPositionNorAddress() throws Exception {
        observe(Reports.atAddress("1", "noise", "2026-03-01T08:00:00Z", null));

        assertThat(observe(Reports.atAddress("2", "noise", "2026-03-01T08:00:00Z", " "))
                        .incident()
                        .version())
                .isEqualTo(1);
    }

    @Test
    void shouldFollowAnIncidentWhoseMeanMovesToAnotherBucket() throws Exception {
        ObservedIncident incident = observe(Reports.at("0", "fire", "2026-03-01T08:00:00Z", LAT, LON))
                .incident();
        String id = incident.id();

        for (int i = 1; i <= 30; i++) {
            double ahead = incident.lat() + 2.7 * HUNDRED_METERS;
            incident = observe(Reports.at("m" + i, "fire", "2026-03-01T08:00:00Z", ahead, LON))
                    .incident();
            assertThat(incident.id()).as("after report %d", i).isEqualTo(id);
        }

        double bucketHeight = 3 * HUNDRED_METERS;
        assertThat(incident.lat() - LAT).isGreaterThan(bucketHeight);
    }

    @Test
    void shouldKeepTheGravestGradeAndTheFirstAddress() throws Exception {
        observe(Reports.read(Reports.at("1", "noise", "2026-03-01T08:00:00Z", LAT, LON), Grade.IV));
        observe(Reports.read(Reports.at("2", "noise", "2026-03-01T08:01:00Z", LAT, LON), Grade.II));

        Observation third = observe(Reports.read(Reports.at("3", "noise", "2026-03-01T08:02:00Z", LAT, LON), Grade.IV));

        assertThat(third.incident().grade()).isEqualTo(Grade.II);
    }

    @Test
    void shouldNotLetAClockThatJumpsBackLoseAMerge() throws Exception {
        observe(received("1", "2026-03-01T09:00:00Z"));

        Observation behind = observe(received("2", "2026-03-01T08:00:00Z"));

        assertThat(behind.incident().version()).isEqualTo(2);
        assertThat(behind.incident().updatedAt()).isEqualTo("2026-03-01T09:00:00Z");
    }

    /** All name the same time and place, so that only when they are received matters. */
    private static Report received(String sourceId, String receivedAt) {
        return Reports.report(
                sourceId, "fire", Instant.parse("2026-03-01T07:59:00Z"), Instant.parse(receivedAt), LAT, LON, null);
    }

    /** More than are held unwritten, in hundreds of regions that take turns. */
    @Test
    void shouldKnowAllIncidentsOfAllRegionsHoweverManyChanged() throws Exception {
        operator.close();
        operator = MergeHarness.open(new NearInPlaceAndTime(), 4, null);
        for (int round = 1; round <= 2; round++) {
            for (int i = 0; i < 5_000; i++) {
                int row = i / 71;
                double lat = 20 + i % 71 * 0.06;
                Report report = Reports.at(round + "-" + i, "fire", "2026-03-01T08:00:00Z", lat, 100 + row * 0.06);
                operator.processElement(Reports.arrival(report), 0);
            }

            List<Observation> seen = operator.extractOutputValues();
            int version = round;
            assertThat(seen).hasSize(5_000).allSatisfy(observation -> assertThat(
                            observation.incident().version())
                    .isEqualTo(version));
            operator.getOutput().clear();
        }
    }

    private Observation observe(Report report) throws Exception {
        return observe(Reports.read(report));
    }

    private Observation observe(ReadReport read) throws Exception {
        int before = operator.extractOutputValues().size();
        operator.processElement(new ReadArrival(read, null), 0);
        List<Observation> all = operator.extractOutputValues();
        assertThat(all).hasSize(before + 1);
        return all.get(before);
    }

    private List<Observation> observeAll(Report... reports) throws Exception {
        int before = operator.extractOutputValues().size();
        for (Report report : reports) {
            operator.processElement(Reports.arrival(report), 0);
        }
        List<Observation> all = operator.extractOutputValues();
        return all.subList(before, all.size());
    }
}
