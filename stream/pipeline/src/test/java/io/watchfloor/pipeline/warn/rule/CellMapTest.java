package io.watchfloor.pipeline.warn.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.place.CellShape;
import io.watchfloor.contract.place.Gazetteer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellMapTest {
    private static final double SOUTH = 30.2;
    private static final double WEST = 120.1;
    private static final int SIDE = 12;

    /** 120.12 / 0.01 is a little less than 12012: a column of cells was found in no square at all. */
    @Test
    void shouldFindEveryCellOfAGridWhateverItsStep() {
        for (double step : new double[] {0.0025, 0.005, 0.009, 0.01, 0.0122, 0.03}) {
            CellMap cells = CellMap.of(new Gazetteer("grid", "Asia/Shanghai", List.of(), grid(step)));
            for (int row = 0; row < SIDE; row++) {
                for (int column = 0; column < SIDE; column++) {
                    double lat = SOUTH + row * step;
                    double lon = WEST + column * step;
                    String id = row + "-" + column;
                    assertThat(cells.at(lat + step * 0.01, lon + step * 0.01)).isEqualTo(id);
                    assertThat(cells.at(lat + step * 0.5, lon + step * 0.5)).isEqualTo(id);
                    assertThat(cells.at(lat + step * 0.99, lon + step * 0.99)).isEqualTo(id);
                }
            }
        }
    }

    @Test
    void shouldKnowWhichCellsTouch() {
        CellMap cells = CellMap.of(new Gazetteer("grid", "Asia/Shanghai", List.of(), grid(0.005)));

        assertThat(cells.touching("0-0")).containsExactlyInAnyOrder("0-1", "1-0", "1-1");
        assertThat(cells.touching("5-5")).hasSize(8);
        assertThat(cells.at(SOUTH - 0.1, WEST)).isNull();
    }

    private static List<CellShape> grid(double step) {
        List<CellShape> cells = new ArrayList<>();
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double south = SOUTH + row * step;
                double west = WEST + column * step;
                cells.add(new CellShape(
                        row + "-" + column,
                        "A",
                        "",
                        "",
                        List.of(
                                List.of(south, west),
                                List.of(south, west + step),
                                List.of(south + step, west + step),
                                List.of(south + step, west))));
            }
        }
        return cells;
    }
}
