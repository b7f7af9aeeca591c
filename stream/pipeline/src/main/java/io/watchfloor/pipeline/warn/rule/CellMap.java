package io.watchfloor.pipeline.warn.rule;

import io.watchfloor.contract.place.CellShape;
import io.watchfloor.contract.place.Gazetteer;
import io.watchfloor.contract.place.Ring;
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

    private record Cell(CellShape shape, Ring ring) {
        static Cell of(CellShape shape) {
            return new Cell(shape, Ring.of(shape.ring()));
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
            if (cell.ring().contains(lat, lon)) {
                return cell.shape().id();
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
        return cells.get(cellId).shape();
    }

    /** Mean of the corners of these cells: latitude and longitude. */
    double[] middle(List<String> cellIds) {
        double lat = 0;
        double lon = 0;
        int corners = 0;
        for (String id : cellIds) {
            Cell cell = cells.get(id);
            for (int i = 0; cell != null && i < cell.ring().size(); i++) {
                lat += cell.ring().lat(i);
                lon += cell.ring().lon(i);
                corners++;
            }
        }
        return corners == 0 ? null : new double[] {lat / corners, lon / corners};
    }

    private void add(CellShape shape) {
        Cell cell = Cell.of(shape);
        Ring ring = cell.ring();
        cells.put(shape.id(), cell);
        Set<Long> squares = new HashSet<>();
        long north = square(ring.north());
        long west = square(ring.west());
        long east = square(ring.east());
        for (long row = square(ring.south()); row <= north && squares.size() < MOST_SQUARES_PER_CELL; row++) {
            for (long column = west; column <= east && squares.size() < MOST_SQUARES_PER_CELL; column++) {
                squares.add(key(row, column));
            }
        }
        squares.forEach(square ->
                bySquare.computeIfAbsent(square, s -> new ArrayList<>()).add(cell));
    }

    private void linkCorners() {
        Map<Long, Set<String>> byCorner = new HashMap<>();
        for (Cell cell : cells.values()) {
            Ring ring = cell.ring();
            for (int i = 0; i < ring.size(); i++) {
                byCorner.computeIfAbsent(corner(ring.lat(i), ring.lon(i)), c -> new TreeSet<>())
                        .add(cell.shape().id());
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
}
