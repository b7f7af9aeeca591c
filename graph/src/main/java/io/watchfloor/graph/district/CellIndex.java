package io.watchfloor.graph.district;

import io.watchfloor.contract.place.Ring;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the cell a point lies in: a grid of squares holds the outlines that touch each square, and only those are tested
 * point by point. A point on the border of two cells belongs to one of them, always the same.
 */
public final class CellIndex {
    /** About 500 m; in degrees, because an outline is tested in degrees too. */
    private static final double LEAST_SQUARE_DEGREES = 0.005;

    /** However far the cells reach, so many squares in a row and no more. */
    private static final double MOST_SQUARES_IN_A_ROW = 512;

    private record Outline(String cellId, Ring ring) {}

    private final Map<Long, List<Outline>> outlines = new HashMap<>();
    private final double squareDegrees;

    public CellIndex(List<District.Cell> cells) {
        squareDegrees =
                Math.max(LEAST_SQUARE_DEGREES, Math.max(extent(cells, 0), extent(cells, 1)) / MOST_SQUARES_IN_A_ROW);
        for (District.Cell cell : cells) {
            add(cell);
        }
    }

    /** Null when in none. */
    public String cellIdAt(double lat, double lon) {
        for (Outline outline : outlines.getOrDefault(square(rank(lat), rank(lon)), List.of())) {
            if (outline.ring().contains(lat, lon)) {
                return outline.cellId();
            }
        }
        return null;
    }

    private void add(District.Cell cell) {
        Ring ring = Ring.of(cell.ring());
        Outline outline = new Outline(cell.id(), ring);
        int west = rank(ring.west());
        int east = rank(ring.east());
        for (int row = rank(ring.south()); row <= rank(ring.north()); row++) {
            for (int column = west; column <= east; column++) {
                outlines.computeIfAbsent(square(row, column), none -> new ArrayList<>())
                        .add(outline);
            }
        }
    }

    /** How far the cells reach in latitude (0) or longitude (1). */
    private static double extent(List<District.Cell> cells, int axis) {
        DoubleSummaryStatistics degrees = cells.stream()
                .flatMap(cell -> cell.ring().stream())
                .mapToDouble(point -> point.get(axis))
                .summaryStatistics();
        return degrees.getCount() == 0 ? 0 : degrees.getMax() - degrees.getMin();
    }

    private int rank(double degrees) {
        return (int) Math.floor(degrees / squareDegrees);
    }

    private static long square(int row, int column) {
        return ((long) row << 32) | (column & 0xffff_ffffL);
    }
}
