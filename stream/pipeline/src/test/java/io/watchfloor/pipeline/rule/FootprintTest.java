package io.watchfloor.pipeline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.PlaceMention;
import io.watchfloor.contract.Report;
import io.watchfloor.pipeline.Reports;
import io.watchfloor.text.similar.TextSketcher;
import java.time.Instant;
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

    private static boolean names(Footprint incident, String placeId) {
        return incident.names(placeId, Footprint.hashOf(placeId));
    }

    private ReadReport naming(String id, String placeId) {
        Report report = Reports.pinned(id, IncidentTypes.getOrOther("fire"), AT, true, Reports.LAT, Reports.LON, null);
        PlaceMention place = new PlaceMention(placeId, "解放路", Reports.LAT, Reports.LON, 50, 1);
        return Reports.read(report, 1, place, sketcher);
    }
}
