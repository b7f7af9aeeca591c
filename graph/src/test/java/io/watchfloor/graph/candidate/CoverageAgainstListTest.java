package io.watchfloor.graph.candidate;

import static io.watchfloor.graph.district.DistrictDraft.lat;
import static io.watchfloor.graph.district.DistrictDraft.lon;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.coverage.CoverageQueries.CellReach;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.DistrictDraft;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On random districts the map of cover says of each cell what the list of an incident in its middle says. */
class CoverageAgainstListTest {
    private static final String TYPE = "gas-leak";
    private static final int SIDE = 9;
    private static final int PEOPLE = 40;
    private static final int CELL_METERS = 300;

    /** Every second shift ends after half a minute to ten, and some ways are longer than is asked of anybody. */
    @ParameterizedTest
    @CsvSource({
        "1, 2026-03-01T07:59:00Z, 60",
        "2, 2026-03-01T07:57:00Z, 60",
        "3, 2026-03-01T07:50:00Z, 60",
        "5, 2026-03-01T07:57:00Z, 4",
        "8, 2026-03-01T07:59:30Z, 0",
        "13, 2026-03-01T08:00:00Z, 60"
    })
    void shouldSayOfEachCellWhatTheListSaysInItsMiddle(long seed, Instant now, int mostWayMinutes) {
        District district = withCells(RandomDistrict.of(seed, SIDE, PEOPLE, mostWayMinutes));
        DispatchProjection projection = Graph.project(district);

        for (CellReach cell : projection.coverage("alpha", 1, now, Set.of())) {
            int number = Integer.parseInt(cell.cellId());
            Dispatcher.Site middle = new Dispatcher.Site(
                    "I-1", TYPE, middle(number / SIDE, true), middle(number % SIDE, false), List.of());
            List<Candidate> list = projection.candidates(middle, now, PEOPLE).candidates();
            assertThat(cell.seconds())
                    .as("cell %s", cell.cellId())
                    .isEqualTo(list.stream()
                            .map(Candidate::travelSeconds)
                            .min(Long::compare)
                            .orElse(null));
        }
    }

    private static double middle(int number, boolean north) {
        double meters = (number + 0.5) * CELL_METERS;
        return north ? lat(meters) : lon(meters);
    }

    private static District withCells(District district) {
        DistrictDraft draft =
                new DistrictDraft().mostWay(district.rules().mostWayMinutes()).requires(TYPE, "alpha", 1, 1);
        district.skills().stream().filter(skill -> !skill.id().equals("patrol")).forEach(draft::add);
        district.places().forEach(draft::add);
        district.roads().forEach(draft::add);
        int number = 0;
        for (District.Person person : district.people()) {
            boolean ending = number++ % 2 == 0;
            draft.person(
                    person.id(),
                    person.stationPlaceId(),
                    person.skills(),
                    ending
                            ? DistrictDraft.everyDay("04:00", "16:00")
                            : person.shifts().get(0));
        }
        for (int cell = 0; cell < SIDE * SIDE; cell++) {
            int west = cell % SIDE * CELL_METERS;
            int south = cell / SIDE * CELL_METERS;
            draft.cell(String.valueOf(cell), west, south, CELL_METERS);
        }
        return draft.build();
    }
}
