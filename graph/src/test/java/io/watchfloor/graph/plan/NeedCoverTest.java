package io.watchfloor.graph.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watchfloor.graph.district.District;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a move is worth, against adding everything up before and after it. */
class NeedCoverTest {
    private static final int SIDE = 4;
    private static final int CELLS = SIDE * SIDE;

    private final CellTimes times = new CellTimes(square());

    @Test
    void shouldGainWhatTheSumOverAllCellsGains() {
        for (int seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            int count = 1 + random.nextInt(3);
            int people = 1 + random.nextInt(7);
            double[] perHour =
                    random.doubles(CELLS).map(share -> share < 0.3 ? 0 : share).toArray();
            List<Integer> cellOf = new ArrayList<>();
            NeedCover need = new NeedCover(times, count, perHour);
            for (int person = 0; person < people; person++) {
                cellOf.add(random.nextInt(CELLS));
                need.add(person);
            }
            need.look(cellOf);
            int person = random.nextInt(people);
            for (int cell = 0; cell < CELLS; cell++) {
                double gain = need.worthOfOneMore(cell) - need.lostWithout(person, cell);
                List<Integer> moved = new ArrayList<>(cellOf);
                moved.set(person, cell);
                assertThat(gain)
                        .as("seed %d, %d of %d people, cell %d", seed, count, people, cell)
                        .isCloseTo(cost(cellOf, count, perHour) - cost(moved, count, perHour), within(1e-6));
            }
        }
    }

    private double cost(List<Integer> cellOf, int count, double[] perHour) {
        double cost = 0;
        for (int at = 0; at < CELLS; at++) {
            int here = at;
            cost += perHour[at]
                    * cellOf.stream()
                            .mapToInt(cell -> times.seconds(cell, here))
                            .sorted()
                            .skip(count - 1L)
                            .findFirst()
                            .orElse(CellTimes.NEVER_SECONDS);
        }
        return cost;
    }

    private static District square() {
        List<District.Cell> cells = new ArrayList<>();
        List<District.Place> places = new ArrayList<>();
        List<District.Road> roads = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            double lat = 30 + 0.01 * Math.floorDiv(i, SIDE);
            double lon = 120 + 0.01 * (i % SIDE);
            cells.add(new District.Cell(
                    "C-" + i,
                    "area",
                    "格",
                    "cell",
                    List.of(List.of(lat, lon), List.of(lat, lon + 0.01), List.of(lat + 0.01, lon + 0.01))));
            places.add(new District.Place("J-" + i, "", "", "junction", null, lat, lon, List.of()));
            if (i % SIDE > 0) {
                roads.add(new District.Road("E-" + i, "", "", "J-" + (i - 1), "J-" + i, 1_000, 20 + i, i % 5 == 0));
            }
            if (i >= SIDE) {
                roads.add(new District.Road("N-" + i, "", "", "J-" + (i - SIDE), "J-" + i, 1_100, 30, false));
            }
        }
        return new District(
                "d",
                "区",
                "District",
                ZoneOffset.UTC,
                List.of(new District.Area("area", "街道", "Area")),
                cells,
                List.of(),
                List.of(new District.Skill("patrol", "巡查", "Patrol", List.of(), false)),
                places,
                roads,
                List.of(),
                List.of());
    }
}
