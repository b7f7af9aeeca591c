package io.watchfloor.pipeline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.PlaceMention;
import io.watchfloor.contract.Report;
import io.watchfloor.pipeline.Reports;
import io.watchfloor.text.similar.TextSketcher;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReachTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final int PAIRS = 60_000;
    /** Two have the same hash. */
    private static final List<String> PLACES = List.of("P-Aa", "P-BB", "street:S-1", "street:S-2");

    private final Random random = new Random(11);
    private final TextSketcher sketcher = new TextSketcher();

    @Test
    void shouldPassOverMostOfTheNeighbourhoodAndNothingThatCouldBeMeant() {
        int excluded = 0;
        int impossible = 0;
        for (int i = 0; i < PAIRS; i++) {
            double lat = -85 + 170 * random.nextDouble();
            double lon = random.nextInt(10) == 0 ? 180 - 0.01 * random.nextDouble() : 120;
            Footprint incident = Footprint.of(Joining.open(read("a" + i, lat, lon), new int[0], 0));
            double reach = 0.012 * random.nextDouble();
            double east = reach / Math.cos(Math.toRadians(lat)) * (random.nextDouble() - 0.5);
            ReadReport report = read("b" + i, lat + reach * (random.nextDouble() - 0.5), wrapped(lon + east));

            boolean cannotBe = Clues.of(report, incident) == null;
            boolean isExcluded = new Reach(report).excludes(incident);

            assertThat(isExcluded && !cannotBe)
                    .as("%s and %s", report, incident.incident())
                    .isFalse();
            excluded += isExcluded ? 1 : 0;
            impossible += cannotBe ? 1 : 0;
        }
        assertThat(excluded).isGreaterThan(impossible / 4);
    }

    @Test
    void shouldPassOverWhatIsFarAndSpokenOfWithTheNameOfAnotherPlace() {
        Footprint incident = Footprint.of(Joining.open(fireAt("1", 30, "P-1"), new int[0], 0));

        assertThat(new Reach(fireAt("2", 30.02, "P-2")).excludes(incident)).isTrue();
        assertThat(new Reach(fireAt("3", 30.02, "P-1")).excludes(incident)).isFalse();
        assertThat(new Reach(fireAt("4", 30.001, "P-2")).excludes(incident)).isFalse();
    }

    private ReadReport fireAt(String id, double lat, String placeId) {
        Report report = Reports.pinned(id, IncidentTypes.getOrOther("fire"), START, true, lat, 120, null);
        return Reports.read(report, 1, new PlaceMention(placeId, "解放路", lat, 120, 50, 1), sketcher);
    }

    private ReadReport read(String id, double lat, double lon) {
        List<IncidentType> types = IncidentTypes.listAll();
        IncidentType type = types.get(random.nextInt(types.size()));
        boolean byText = random.nextInt(4) == 0;
        Instant at = START.plusSeconds(random.nextInt(random.nextInt(5) == 0 ? 200_000 : 7_200));
        String address = random.nextInt(3) == 0 ? "解放路 1 号" : null;
        Report report = Reports.pinned(id, type, at, !byText, lat, lon, address);
        String placeId = PLACES.get(random.nextInt(PLACES.size()));
        boolean named = byText || random.nextBoolean();
        PlaceMention place = named ? new PlaceMention(placeId, "解放路", lat, lon, 900 * random.nextDouble(), 1) : null;
        return Reports.read(report.saying("三号楼厨房着火了，浓烟很大"), random.nextDouble(), place, sketcher);
    }

    private static double wrapped(double lon) {
        return lon > 180 ? lon - 360 : lon;
    }
}
