package io.watchfloor.pipeline.rule;

import static io.watchfloor.pipeline.Reports.HUNDRED_METERS;
import static io.watchfloor.pipeline.Reports.LAT;
import static io.watchfloor.pipeline.Reports.LON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Report;
import io.watchfloor.pipeline.Reports;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearInPlaceAndTimeTest {
    private final MergeRule rule = new NearInPlaceAndTime();

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T08:00:00Z, 0,    1.0",
        "2026-03-01T08:30:00Z, 0,    0.75",
        "2026-03-01T07:30:00Z, 0,    0.75",
        "2026-03-01T08:00:00Z, 1.5,  0.75",
        "2026-03-01T08:30:00Z, 1.5,  0.5",
        "2026-03-01T09:00:00Z, 2.99, 0.0"
    })
    void shouldBeAsSureAsThingsAreNear(String time, double hundredMeters, double confidence) {
        OpenIncident incident = opened(Reports.at("1", "fire", "2026-03-01T08:00:00Z", LAT, LON));

        Optional<Match> match = rule.best(
                read(Reports.at("2", "fire", time, LAT + hundredMeters * HUNDRED_METERS, LON)), List.of(incident));

        assertThat(match)
                .get()
                .extracting(Match::confidence)
                .asInstanceOf(InstanceOfAssertFactories.DOUBLE)
                .isCloseTo(confidence, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({
        "fire,  2026-03-01T09:00:01Z, 0",
        "fire,  2026-03-01T06:59:59Z, 0",
        "fire,  2026-03-01T08:00:00Z, 3.01",
        "noise, 2026-03-01T08:00:00Z, 0"
    })
    void shouldNotMatchBeyondTheTypesLimits(String type, String time, double hundredMeters) {
        OpenIncident incident = opened(Reports.at("1", "fire", "2026-03-01T08:00:00Z", LAT, LON));

        assertThat(rule.best(
                        read(Reports.at("2", type, time, LAT + hundredMeters * HUNDRED_METERS, LON)),
                        List.of(incident)))
                .isEmpty();
    }

    @Test
    void shouldMeasureTimeFromTheSpanOfAllReports() {
        OpenIncident incident = opened(Reports.at("1", "fire", "2026-03-01T08:00:00Z", LAT, LON))
                .joinedBy(read(Reports.at("2", "fire", "2026-03-01T08:50:00Z", LAT, LON)), 0);

        assertThat(rule.best(read(Reports.at("3", "fire", "2026-03-01T09:40:00Z", LAT, LON)), List.of(incident)))
                .isPresent();
    }

    @Test
    void shouldPreferTheNearerAndOfEqualsTheSmallerIdWhateverTheirOrder() {
        OpenIncident a = opened(Reports.at("a", "fire", "2026-03-01T08:00:00Z", LAT, LON));
        OpenIncident b = opened(Reports.at("b", "fire", "2026-03-01T08:00:00Z", LAT, LON));
        OpenIncident far = opened(Reports.at("c", "fire", "2026-03-01T08:00:00Z", LAT + HUNDRED_METERS, LON));
        ReadReport report = read(Reports.at("2", "fire", "2026-03-01T08:00:00Z", LAT, LON));
        List<OpenIncident> incidents = new ArrayList<>(List.of(far, a, b));
        OpenIncident smaller = a.observed().id().compareTo(b.observed().id()) < 0 ? a : b;

        for (int i = 0; i < 6; i++) {
            Collections.rotate(incidents, 1);
            assertThat(rule.best(report, incidents))
                    .get()
                    .extracting(Match::incident)
                    .isEqualTo(smaller);
        }
        Collections.reverse(incidents);
        assertThat(rule.best(report, incidents))
                .get()
                .extracting(Match::incident)
                .isEqualTo(smaller);
    }

    @Test
    void shouldMatchTheSameAddressHalfSure() {
        OpenIncident incident = opened(Reports.atAddress("1", "fire", "2026-03-01T08:00:00Z", "1 Main Street"));

        assertThat(rule.best(
                        read(Reports.atAddress("2", "fire", "2026-03-01T08:00:00Z", "1 Main Street ")),
                        List.of(incident)))
                .get()
                .extracting(Match::confidence)
                .isEqualTo(0.75);
        assertThat(rule.best(
                        read(Reports.atAddress("2", "fire", "2026-03-01T08:00:00Z", "2 Main Street")),
                        List.of(incident)))
                .isEmpty();
    }

    private static OpenIncident opened(Report report) {
        return OpenIncident.openedBy(read(report), 0);
    }

    private static ReadReport read(Report report) {
        return new ReadReport(report, report.type(), Grade.III);
    }
}
