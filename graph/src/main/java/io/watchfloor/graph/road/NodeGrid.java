package io.watchfloor.graph.road;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Finds the road node nearest to a point: squares of a metric grid, searched ring by ring around the point's own. */
final class NodeGrid {
    private static final double LEAST_SQUARE_METERS = 100;

    /** About how many nodes a square should hold. */
    private static final int NODES_IN_A_SQUARE = 2;

    private final LocalPlane plane;
    private final double[] east;
    private final double[] north;
    private final int[] nodes;
    private final double west;
    private final double south;
    private final double squareMeters;
    private final int columns;
    private final int rows;
    private final int[] firstInSquare;

    NodeGrid(LocalPlane plane, double[] lats, double[] lons, IntPredicate holds) {
        this.plane = plane;
        int[] held = IntStream.range(0, lats.length).filter(holds).toArray();
        east = new double[lats.length];
        north = new double[lats.length];
        double eastMost = Double.NEGATIVE_INFINITY;
        double northMost = Double.NEGATIVE_INFINITY;
        double westMost = Double.POSITIVE_INFINITY;
        double southMost = Double.POSITIVE_INFINITY;
        for (int node : held) {
            east[node] = plane.east(lons[node]);
            north[node] = plane.north(lats[node]);
            eastMost = Math.max(eastMost, east[node]);
            northMost = Math.max(northMost, north[node]);
            westMost = Math.min(westMost, east[node]);
            southMost = Math.min(southMost, north[node]);
        }
        double width = held.length == 0 ? 0 : eastMost - westMost;
        double height = held.length == 0 ? 0 : northMost - southMost;
        west = held.length == 0 ? 0 : westMost;
        south = held.length == 0 ? 0 : southMost;
        double wanted = Math.max(1.0, (double) held.length / NODES_IN_A_SQUARE);
        squareMeters = Math.max(
                LEAST_SQUARE_METERS, Math.max(Math.sqrt(width * height / wanted), Math.max(width, height) / wanted));
        columns = (int) (width / squareMeters) + 1;
        rows = (int) (height / squareMeters) + 1;
        firstInSquare = new int[columns * rows + 1];
        nodes = new int[held.length];
        fill(held);
    }

    /**
     * Null when there is no node within {@link RoadNetwork#MOST_METERS_BESIDE_ROAD}; of two equally near the one with the
     * lower number.
     */
    RoadNetwork.Access nearest(double lat, double lon) {
        if (nodes.length == 0) {
            return null;
        }
        double x = plane.east(lon);
        double y = plane.north(lat);
        Nearest best = isInside(x, y) ? searchRings(x, y) : searchAll(x, y);
        double meters = Math.sqrt(best.squaredMeters);
        if (!(meters <= RoadNetwork.MOST_METERS_BESIDE_ROAD)) {
            return null;
        }
        return new RoadNetwork.Access(best.node, (int) Math.round(meters), (int)
                Math.round(meters / RoadNetwork.ACCESS_METERS_PER_SECOND * 1_000));
    }

    private void fill(int[] held) {
        for (int node : held) {
            firstInSquare[squareOf(node) + 1]++;
        }
        for (int square = 0; square < columns * rows; square++) {
            firstInSquare[square + 1] += firstInSquare[square];
        }
        int[] next = firstInSquare.clone();
        for (int node : held) {
            nodes[next[squareOf(node)]++] = node;
        }
    }

    private int squareOf(int node) {
        return row(north[node]) * columns + column(east[node]);
    }

    private int column(double x) {
        return Math.min(columns - 1, (int) ((x - west) / squareMeters));
    }

    private int row(double y) {
        return Math.min(rows - 1, (int) ((y - south) / squareMeters));
    }

    private boolean isInside(double x, double y) {
        return x >= west && y >= south && x <= west + columns * squareMeters && y <= south + rows * squareMeters;
    }

    /** A point in a square is at least {@code (ring - 1)} squares away from whatever lies in a ring around it. */
    private Nearest searchRings(double x, double y) {
        Nearest best = new Nearest();
        int column = column(x);
        int row = row(y);
        for (int ring = 0; ring <= Math.max(columns, rows); ring++) {
            double clear = Math.max(0, ring - 1) * squareMeters;
            if (best.squaredMeters < clear * clear) {
                break;
            }
            searchRing(x, y, column, row, ring, best);
        }
        return best;
    }

    private void searchRing(double x, double y, int column, int row, int ring, Nearest best) {
        for (int r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
            boolean whole = Math.abs(r - row) == ring;
            int step = whole || ring == 0 ? 1 : 2 * ring;
            for (int c = column - ring; c <= column + ring; c += step) {
                if (c >= 0 && c < columns) {
                    search(x, y, firstInSquare[r * columns + c], firstInSquare[r * columns + c + 1], best);
                }
            }
        }
    }

    private Nearest searchAll(double x, double y) {
        Nearest best = new Nearest();
        search(x, y, 0, nodes.length, best);
        return best;
    }

    private void search(double x, double y, int from, int to, Nearest best) {
        for (int i = from; i < to; i++) {
            double dx = east[nodes[i]] - x;
            double dy = north[nodes[i]] - y;
            best.offer(nodes[i], dx * dx + dy * dy);
        }
    }

    private static final class Nearest {
        private int node = -1;
        private double squaredMeters = Double.POSITIVE_INFINITY;

        void offer(int other, double otherSquaredMeters) {
            if (otherSquaredMeters < squaredMeters || (otherSquaredMeters == squaredMeters && other < node)) {
                node = other;
                squaredMeters = otherSquaredMeters;
            }
        }
    }
}
