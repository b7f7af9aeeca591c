package io.watchfloor.pipeline.warn;

import io.watchfloor.contract.place.CellShape;
import io.watchfloor.contract.place.Gazetteer;
import java.util.ArrayList;
import java.util.List;

/** A made-up area of square cells, named by row and column. */
public final class Town {
    public static final double LAT = 31.2;
    public static final double LON = 121.4;
    /** About 550 m. */
    public static final double SIDE = 0.005;

    private Town() {}

    /** So many rows and columns. */
    public static Gazetteer of(int side) {
        List<CellShape> cells = new ArrayList<>();
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double south = LAT + row * SIDE;
                double west = LON + column * SIDE;
                cells.add(new CellShape(
                        cell(row, column),
                        "A",
                        "网格" + row + column,
                        "Cell " + row + column,
                        List.of(
                                List.of(south, west),
                                List.of(south, west + SIDE),
                                List.of(south + SIDE, west + SIDE),
                                List.of(south + SIDE, west))));
            }
        }
        return new Gazetteer("test-" + side, "Asia/Shanghai", List.of(), cells);
    }

    public static String cell(int row, int column) {
        return "C-" + row + "-" + column;
    }

    /** A latitude inside the row. */
    public static double lat(int row) {
        return LAT + (row + 0.5) * SIDE;
    }

    /** A longitude inside the column. */
    public static double lon(int column) {
        return LON + (column + 0.5) * SIDE;
    }
}
