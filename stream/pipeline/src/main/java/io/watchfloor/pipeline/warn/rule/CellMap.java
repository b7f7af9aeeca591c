package io.watchfloor.pipeline.warn.rule;

import io.watchfloor.contract.place.CellShape;
import io.watchfloor.contract.place.Gazetteer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The area's cells: which one a position is in, and which ones touch. Immutable. */
public final class CellMap {
    /** Corners nearer than this are one: about 11 m. */
    private static final double CORNER_DEGREES = 1e-4;

    /** Side of the squares that make finding a cell quick: about 1 km. */
    private static final double SQUARE_DEGREES = 0.01;

    private static final int MOST_SQUARES_PER_CELL = 10_000;

    /** Of an area that nobody has told us about yet. */
    public static final CellMap NONE = new CellMap("", "Asia/Shanghai", List.of());

    private final String stamp;
    private final String zone;
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final Map<Long, List<Cell>> bySquare = new HashMap<>();
    private final Map<String, List<String>> touching = new HashMap<>();

    private static final class Cell {
        private final CellShape shape;
        private final double[] lats;
        private final double[] lons;

        Cell(CellShape shape) {
            this.shape = shape;
            this.lats = shape.ring().stream().mapToDouble(p -> p.get(0)).toArray();
            this.lons = shape.ring().stream().mapToDouble(p -> p.get(1)).toArray();
        }
    }

    private CellMap(String stamp, String zone, List<CellShape> shapes) {
        this.stamp = stamp;
        this.zone = zone;
        shapes.stream().filter(shape -> shape.ring().size() >= 3).forEach(this::add);
        linkCorners();
    }

    /** The cells of this area. */
    public static CellMap of(Gazetteer gazetteer) {
        return new CellMap(gazetteer.stamp(), gazetteer.zone(), gazetteer.cells());
    }

    String stamp() {
        return stamp;
    }

    String zone() {
        return zone;
    }

    int size() {
        return cells.size();
    }

    boolean knows(String cellId) {
        return cells.containsKey(cellId);
    }

    /** The cell a position lies in; null when in none. */
    public String at(Double lat, Double lon) {
        if (lat == null || lon == null) {
            return null;
        }
        for (Cell cell : bySquare.getOrDefault(square(lat, lon), List.of())) {
            if (contains(cell, lat, lon)) {
                return cell.shape.id();
            }
        }
        return null;
    }

    /** Cells that share a corner with it, by id. */
    public List<String> touching(String cellId) {
        return touching.getOrDefault(cellId, List.of());
    }

    /** The cell's Chinese and English name. */
    CellShape shape(String cellId) {
        return cells.get(cellId).shape;
    }

    /** Mean of the corners of these cells: latitude and longitude. */
    double[] middle(List<String> cellIds) {
        double lat = 0;
        double lon = 0;
        int corners = 0;
        for (String id : cellIds) {
            Cell cell = cells.get(id);
            for (int i = 0; cell != null && i < cell.lats.length; i++) {
                lat += cell.lats[i];
                lon += cell.lons[i];
                corners++;
            }
        }
        return corners == 0 ? null : new double[] {lat / corners, lon / corners};
    }

    private void add(CellShape shape) {
        Cell cell = new Cell(shape);
        cells.put(shape.id(), cell);
        Set<Long> squares = new HashSet<>();
        long north = square(max(cell.lats));
        long east = square(max(cell.lons));
        for (long row = square(min(cell.lats)); row <= north && squares.size() < MOST_SQUARES_PER_CELL; row++) {
            for (long column = square(min(cell.lons));
                    column <= east && squares.size() < MOST_SQUARES_PER_CELL;
                    column++) {
                squares.add(key(row, column));
            }
        }
        squares.forEach(square ->
                bySquare.computeIfAbsent(square, s -> new ArrayList<>()).add(cell));
    }

    private void linkCorners() {
        Map<Long, Set<String>> byCorner = new HashMap<>();
        for (Cell cell : cells.values()) {
            for (int i = 0; i < cell.lats.length; i++) {
                byCorner.computeIfAbsent(corner(cell.lats[i], cell.lons[i]), c -> new TreeSet<>())
                        .add(cell.shape.id());
            }
        }
        Map<String, Set<String>> linked = new HashMap<>();
        for (Set<String> meeting : byCorner.values()) {
            for (String id : meeting) {
                linked.computeIfAbsent(id, i -> new TreeSet<>()).addAll(meeting);
            }
        }
        linked.forEach((id, others) -> touching.put(
                id, others.stream().filter(other -> !other.equals(id)).toList()));
    }

    private static boolean contains(Cell cell, double lat, double lon) {
        boolean inside = false;
        double[] lats = cell.lats;
        double[] lons = cell.lons;
        for (int i = 0, j = lats.length - 1; i < lats.length; j = i++) {
            boolean crosses = (lats[i] > lat) != (lats[j] > lat);
            if (crosses && lon < (lons[j] - lons[i]) * (lat - lats[i]) / (lats[j] - lats[i]) + lons[i]) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static long square(double lat, double lon) {
        return key(square(lat), square(lon));
    }

    /** Counted in whole numbers: steps of degrees added up skip a square now and then. */
    private static long square(double degrees) {
        return (long) Math.floor(degrees / SQUARE_DEGREES);
    }

    private static long corner(double lat, double lon) {
        return key((long) Math.rint(lat / CORNER_DEGREES), (long) Math.rint(lon / CORNER_DEGREES));
    }

    private static long key(long row, long column) {
        return (row << 32) ^ (column & 0xffffffffL);
    }

    private static double min(double[] values) {
        double least = values[0];
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static double max(double[] values) {
        double most = values[0];
        for (double value : values) {
            most = Math.max(most, value);
        }
        return most;
    }
}
