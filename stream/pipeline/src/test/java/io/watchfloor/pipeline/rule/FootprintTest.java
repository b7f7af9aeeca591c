package io.watchfloor.pipeline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.PlaceMention;
import io.watchfloor.contract.Report;
import io.watchfloor.pipeline.Reports;
import io.watchfloor.text.similar.TextSketcher;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FootprintTest {
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    private final TextSketcher sketcher = new TextSketcher();

    @Test
    void shouldKnowEveryPlaceItsReportsNameAndNoOtherOfTheSameHash() {
        OpenIncident opened = Joining.open(naming("1", "P-Aa"), new int[0], 0);
        Footprint incident = Footprint.of(Joining.join(opened, naming("2", "street:S-1"), 0));

        assertThat("P-BB").hasSameHashCodeAs("P-Aa");
        assertThat(names(incident, "P-Aa")).isTrue();
        assertThat(names(incident, "street:S-1")).isTrue();
        assertThat(names(incident, "P-BB")).isFalse();
        assertThat(names(incident, "street:S-2")).isFalse();
    }

    /** What tells most apart at a glance never denies what is there. */
    @Test
    void shouldKnowEachOfManyPlacesAndReporters() {
        OpenIncident incident = Joining.open(naming("0", "P-0"), new int[0], 0);
        for (int i = 1; i < 40; i++) {
            incident = Joining.join(incident, naming("" + i, "P-" + i), 0);
        }
        Footprint footprint = Footprint.of(incident);

        assertThat(incident.placeIds()).hasSizeGreaterThan(1).allSatisfy(id -> assertThat(names(footprint, id))
                .isTrue());
        assertThat(names(footprint, "P-40")).isFalse();
        assertThat(incident.reporters()).hasSizeGreaterThan(1).satisfies(hashes -> assertThat(
                        Arrays.stream(hashes).allMatch(footprint::isReportedBy))
                .isTrue());
        assertThat(footprint.isReportedBy("citizen-40".hashCode())).isFalse();
    }

    private static boolean names(Footprint incident, String placeId) {
        return incident.names(placeId, Footprint.hashOf(placeId));
    }

    private ReadReport naming(String id, String placeId) {
        Report report = Reports.report(id, "fire", AT, AT, Reports.LAT, Reports.LON, null, "citizen-" + id);
        PlaceMention place = new PlaceMention(placeId, "解放路", Reports.LAT, Reports.LON, 50, 1);
        return Reports.read(report, 1, place, sketcher);
    }
}
