package io.watchfloor.pipeline.function;

import static io.watchfloor.pipeline.Reports.HUNDRED_METERS;
import static io.watchfloor.pipeline.Reports.LAT;
import static io.watchfloor.pipeline.Reports.LON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PlacedBy;
import io.watchfloor.contract.Report;
import io.watchfloor.pipeline.Corrected;
import io.watchfloor.pipeline.Reports;
import io.watchfloor.pipeline.rule.NearInPlaceAndTime;
import io.watchfloor.pipeline.rule.ReadReport;
import io.watchfloor.pipeline.rule.SameEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorrectionsTest {
    private static final Instant AT = Instant.parse("2026-03-01T08:20:00Z");
    private static final String MOVED_TO = "I-NEW";

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
    void shouldKeepTheOfficersTypeWhateverComesAfter() throws Exception {
        ObservedIncident incident = observe(fire("1", 0)).get(0).incident();

        ObservedIncident corrected =
                take(Corrected.type("C-1", incident, "gas-leak", AT)).get(0).incident();
        ObservedIncident later = observe(Reports.at("2", "gas-leak", "2026-03-01T08:10:00Z", LAT, LON))
                .get(0)
                .incident();

        assertThat(corrected.id()).isEqualTo(incident.id());
        assertThat(corrected.version()).isEqualTo(2);
        assertThat(corrected.type()).isEqualTo("gas-leak");
        assertThat(corrected.typeConfidence()).isEqualTo(1);
        assertThat(later.id()).isEqualTo(incident.id());
        assertThat(later.version()).isEqualTo(3);
        assertThat(later.type()).isEqualTo("gas-leak");
    }

    @Test
    void shouldKeepTheOfficersPlaceWhateverComesAfter() throws Exception {
        ObservedIncident incident = observe(fire("1", 0)).get(0).incident();
        double there = LAT + 20 * HUNDRED_METERS;

        ObservedIncident corrected =
                take(Corrected.place("C-1", incident, there, LON, AT)).get(0).incident();
        ObservedIncident later = observe(Reports.at("2", "fire", "2026-03-01T08:10:00Z", there + HUNDRED_METERS, LON))
                .get(0)
                .incident();
        ObservedIncident atTheOldPlace = observe(fire("3", 0)).get(0).incident();

        assertThat(corrected.placedBy()).isEqualTo(PlacedBy.OFFICER);
        assertThat(later.id()).isEqualTo(incident.id());
        assertThat(later.lat()).isEqualTo(there);
        assertThat(later.placedBy()).isEqualTo(PlacedBy.OFFICER);
        assertThat(atTheOldPlace.id()).isNotEqualTo(incident.id());
    }

    @Test
    void shouldKeepTheOfficersGradeAndTellBesideItWhatTheReportsSay() throws Exception {
        ObservedIncident incident = observe(graded("1", Grade.III)).get(0).incident();
        assertThat(incident.reportedGrade()).isNull();

        ObservedIncident corrected =
                take(Corrected.grade("C-1", incident, Grade.IV, AT)).get(0).incident();
        ObservedIncident graver = observe(graded("2", Grade.I)).get(0).incident();
        ObservedIncident raised =
                take(Corrected.grade("C-2", graver, Grade.II, AT)).get(0).incident();

        assertThat(corrected.version()).isEqualTo(2);
        assertThat(corrected.grade()).isEqualTo(Grade.IV);
        assertThat(corrected.reportedGrade()).isEqualTo(Grade.III);
        assertThat(graver.id()).isEqualTo(incident.id());
        assertThat(graver.grade()).isEqualTo(Grade.IV);
        assertThat(graver.reportedGrade()).isEqualTo(Grade.I);
        assertThat(raised.grade()).isEqualTo(Grade.II);
        assertThat(raised.reportedGrade()).isEqualTo(Grade.I);
    }

    @Test
    void shouldKeepTheOfficersGradeThroughOtherCorrectionsAndAfterItWasForgotten() throws Exception {
        observe(graded("1", Grade.III));
        Observation second = observe(graded("2", Grade.III)).get(0);
        ObservedIncident graded = take(Corrected.grade("C-1", second.incident(), Grade.I, AT))
                .get(0)
                .incident();
        ObservedIncident left = take(Corrected.split("C-2", graded, List.of(second.filed()), MOVED_TO, AT))
                .get(0)
                .incident();
        Instant muchLater = Instant.parse("2026-03-05T08:00:00Z");
        operator.processWatermark(muchLater.toEpochMilli());
        ObservedIncident retyped =
                take(Corrected.type("C-3", left, "gas-leak", muchLater)).get(0).incident();

        assertThat(left.grade()).isEqualTo(Grade.I);
        assertThat(left.reportedGrade()).isEqualTo(Grade.III);
        assertThat(retyped.grade()).isEqualTo(Grade.I);
        assertThat(retyped.reportedGrade()).isEqualTo(Grade.III);
    }

    @Test
    void shouldMoveReportsToAnIncidentOfTheirOwn() throws Exception {
        observe(fire("1", 0));
        FiledReport second = observe(fire("2", 1)).get(0).filed();
        Observation third = observe(fire("3", 2)).get(0);

        List<Observation> told =
                take(Corrected.split("C-1", third.incident(), List.of(third.filed(), second), MOVED_TO, AT));

        ObservedIncident left = told.get(0).incident();
        assertThat(told.get(0).filed()).isNull();
        assertThat(left.id()).isEqualTo(third.incident().id());
        assertThat(left.reportCount()).isEqualTo(1);
        assertThat(left.version()).isGreaterThan(third.incident().version());
        assertThat(left.lat()).isCloseTo(LAT, within(1e-9));
        ObservedIncident moved = told.get(2).incident();
        assertThat(moved.id()).isEqualTo(MOVED_TO);
        assertThat(moved.reportCount()).isEqualTo(2);
        assertThat(moved.lat()).isCloseTo(LAT + 1.5 * HUNDRED_METERS, within(1e-9));
        assertThat(told.stream().map(Observation::filed).filter(Objects::nonNull))
                .allSatisfy(filed -> {
                    assertThat(filed.incidentId()).isEqualTo(MOVED_TO);
                    assertThat(filed.version()).isEqualTo(2);
                    assertThat(filed.confidence()).isEqualTo(1);
                })
                .extracting(filed -> filed.report().sourceId())
                .containsExactlyInAnyOrder("2", "3");
    }

    @Test
    void shouldTakeACorrectionOnceHoweverOftenItComes() throws Exception {
        ObservedIncident incident = observe(fire("1", 0)).get(0).incident();
        ReadArrival correction = Corrected.type("C-1", incident, "gas-leak", AT);
        take(correction);

        assertThat(take(correction)).isEmpty();
    }

    @Test
    void shouldNotMoveTwiceWhatTheDeskDidNotKnowWasMoved() throws Exception {
        observe(fire("1", 0));
        observe(fire("2", 0));
        Observation third = observe(fire("3", 0)).get(0);
        take(Corrected.split("C-1", third.incident(), List.of(third.filed()), MOVED_TO, AT));

        List<Observation> told = take(Corrected.split("C-2", third.incident(), List.of(third.filed()), "I-OTHER", AT));

        assertThat(told).isEmpty();
    }

    @Test
    void shouldLeaveAnIncidentAtLeastOneReport() throws Exception {
        Observation only = observe(fire("1", 0)).get(0);

        assertThat(take(Corrected.split("C-1", only.incident(), List.of(only.filed()), MOVED_TO, AT)))
                .isEmpty();
    }

    @Test
    void shouldCorrectAnIncidentItHasForgottenFromWhatTheDeskKnew() throws Exception {
        observe(fire("1", 0));
        ObservedIncident known = observe(fire("2", 0)).get(0).incident();
        Instant muchLater = Instant.parse("2026-03-05T08:00:00Z");
        operator.processWatermark(muchLater.toEpochMilli());

        ObservedIncident corrected =
                take(Corrected.type("C-1", known, "gas-leak", muchLater)).get(0).incident();

        assertThat(corrected.id()).isEqualTo(known.id());
        assertThat(corrected.version()).isEqualTo(known.version() + 1);
        assertThat(corrected.reportCount()).isEqualTo(2);
        assertThat(corrected.type()).isEqualTo("gas-leak");
    }

    @Test
    void shouldGiveLaterReportsToThePartTheirWordsResemble() throws Exception {
        operator.close();
        operator = MergeHarness.open(new SameEvent());
        String kitchen = "阳光花园三号楼厨房着火，油锅烧起来了";
        String scooter = "阳光花园三号楼楼下电动车充电起火";
        String one = observe(fire("1", 0).saying(kitchen)).get(0).incident().id();
        Observation second = observe(fire("2", 0).saying(scooter)).get(0);
        if (second.incident().id().equals(one)) {
            take(Corrected.split("C-1", second.incident(), List.of(second.filed()), MOVED_TO, AT));
        }
        String other = second.incident().id().equals(one)
                ? MOVED_TO
                : second.incident().id();

        assertThat(observe(fire("3", 0).saying("楼下充电的电动车着火了")).get(0).incident().id())
                .isEqualTo(other);
        assertThat(observe(fire("4", 0).saying("厨房油锅着火")).get(0).incident().id())
                .isEqualTo(one);
    }

    private static Report fire(String id, int hundredMeters) {
        return Reports.at(id, "fire", "2026-03-01T08:00:00Z", LAT + hundredMeters * HUNDRED_METERS, LON);
    }

    private List<Observation> observe(ReadReport read) throws Exception {
        return take(new ReadArrival(read, null));
    }

    private static ReadReport graded(String id, Grade grade) {
        return Reports.read(fire(id, 0), grade);
    }

    private List<Observation> observe(Report report) throws Exception {
        return take(Reports.arrival(report));
    }

    private List<Observation> take(ReadArrival arrival) throws Exception {
        int before = operator.extractOutputValues().size();
        operator.processElement(arrival, 0);
        List<Observation> all = operator.extractOutputValues();
        return all.subList(before, all.size());
    }
}
