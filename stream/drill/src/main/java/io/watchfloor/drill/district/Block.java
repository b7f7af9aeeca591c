package io.watchfloor.drill.district;

import java.util.List;

/**
 * The ground of one grid cell.
 *
 * @param column counted from the west
 * @param row counted from the south
 * @param area number of the area that answers for it, from 1
 * @param corners counter-clockwise from the south-west
 */
record Block(int column, int row, int area, List<Spot> corners) {
    String cellId() {
        return "C-%02d-%02d".formatted(row + 1, column + 1);
    }

    boolean contains(Spot spot) {
        boolean inside = true;
        for (int i = 0; i < corners.size(); i++) {
            inside &= isLeftOf(corners.get(i), corners.get((i + 1) % corners.size()), spot);
        }
        return inside;
    }

    boolean isConvex() {
        boolean convex = true;
        for (int i = 0; i < corners.size(); i++) {
            Spot next = corners.get((i + 1) % corners.size());
            convex &= isLeftOf(corners.get(i), next, corners.get((i + 2) % corners.size()));
        }
        return convex;
    }

    /** The four corners are those of a convex quadrilateral, so left of every side is inside. */
    private static boolean isLeftOf(Spot from, Spot to, Spot spot) {
        return (to.x() - from.x()) * (spot.y() - from.y()) - (to.y() - from.y()) * (spot.x() - from.x()) >= 0;
    }
}
