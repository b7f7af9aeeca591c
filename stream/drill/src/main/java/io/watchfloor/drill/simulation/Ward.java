package io.watchfloor.drill.simulation;

import io.watchfloor.graph.district.District;
import io.watchfloor.graph.road.RoadTimes;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The district of the comparison: 20 by 20 cells of 500 m, streets along their edges, twelve stations, 360 people in three
 * shifts. What stands in it is true; what paper says of it is {@link PaperRecords}.
 */
final class Ward {
    static final int SIDE = 20;
    static final int STATIONS = 12;
    static final int PEOPLE = 360;

    private static final int TURNS = 3;

    private static final int NODES = SIDE + 1;
    private static final double CELL_METERS = 500;
    private static final double NORTH_DEGREES = CELL_METERS / 111_195;
    private static final double LAT = 30.25;
    private static final double LON = 120.20;
    private static final double EAST_DEGREES = NORTH_DEGREES / Math.cos(Math.toRadians(LAT));
    private static final List<Integer> EVERY_DAY = List.of(1, 2, 3, 4, 5, 6, 7);

    private static final List<District.Skill> SKILLS = List.of(
            new District.Skill("patrol", "巡查", "Patrol", List.of(), false),
            new District.Skill("crowd", "疏导", "Crowd control", List.of(), false),
            new District.Skill("medic", "急救", "Medical aid", List.of(), false),
            new District.Skill("fire", "灭火", "Firefighting", List.of(), false),
            new District.Skill("rescue", "破拆救援", "Technical rescue", List.of("fire"), false),
            new District.Skill("repair", "抢修", "Repair", List.of(), false));

    private static final List<District.Requirement> REQUIREMENTS = List.of(
            needs("medical", "medic", 2, 1),
            needs("medical", "patrol", 1, 1),
            needs("fire", "fire", 2, 3),
            needs("fire", "medic", 1, 1),
            needs("traffic-accident", "patrol", 1, 2),
            needs("elevator-trapped", "rescue", 2, 2),
            needs("water-leak", "repair", 2, 1),
            needs("crowd-gathering", "crowd", 1, 3),
            needs("crowd-gathering", "medic", 1, 1),
            needs("noise", "patrol", 1, 1));

    private final Chance chance;

    private Ward(Chance chance) {
        this.chance = chance;
    }

    /** The same for the same chance. */
    static District district(Chance chance) {
        return new Ward(chance).build();
    }

    /** A point of a cell; 0.5 and 0.5 is its middle. */
    static RoadTimes.Point pointIn(int cell, double east, double north) {
        return new RoadTimes.Point(
                LAT + (Math.floorDiv(cell, SIDE) + north) * NORTH_DEGREES, LON + (cell % SIDE + east) * EAST_DEGREES);
    }

    /** The cell a point lies in. */
    static int cellOf(double lat, double lon) {
        int row = (int) Math.floor((lat - LAT) / NORTH_DEGREES);
        int column = (int) Math.floor((lon - LON) / EAST_DEGREES);
        return Math.max(0, Math.min(SIDE - 1, row)) * SIDE + Math.max(0, Math.min(SIDE - 1, column));
    }

    static String stationId(int station) {
        return String.format("S-%02d", station);
    }

    private District build() {
        List<District.Cell> cells = new ArrayList<>();
        for (int cell = 0; cell < SIDE * SIDE; cell++) {
            cells.add(cell(cell));
        }
        List<District.Place> places = new ArrayList<>();
        for (int node = 0; node < NODES * NODES; node++) {
            places.add(place(nodeId(node / NODES, node % NODES), "junction", Math.floorDiv(node, NODES), node % NODES));
        }
        for (int station = 0; station < STATIONS; station++) {
            places.add(station(station));
        }
        return new District(
                "ward",
                "推演区",
                "Ward",
                ZoneOffset.UTC,
                List.of(new District.Area("area", "推演街道", "Area")),
                cells,
                List.of(new District.Organization("desk", "值班", "Desk", "department")),
                SKILLS,
                places,
                roads(),
                people(),
                REQUIREMENTS);
    }

    private static District.Cell cell(int cell) {
        List<List<Double>> ring = new ArrayList<>();
        for (double[] corner : new double[][] {{0, 0}, {1, 0}, {1, 1}, {0, 1}}) {
            RoadTimes.Point point = pointIn(cell, corner[0], corner[1]);
            ring.add(List.of(point.lat(), point.lon()));
        }
        String id = String.format("C-%02d-%02d", cell / SIDE, cell % SIDE);
        return new District.Cell(id, "area", id, id, ring);
    }

    private static District.Place place(String id, String kind, double row, double column) {
        return new District.Place(
                id, id, id, kind, null, LAT + row * NORTH_DEGREES, LON + column * EAST_DEGREES, List.of());
    }

    /** Three rows of four, each a little off, as stations are. */
    private District.Place station(int station) {
        double row = (Math.floorDiv(station, 4) + 0.5) * SIDE / 3 + 4 * (chance.even("station row", station, 0) - 0.5);
        double column = (station % 4 + 0.5) * SIDE / 4 + 3 * (chance.even("station column", station, 0) - 0.5);
        return place(stationId(station), "station", Math.rint(row), Math.rint(column));
    }

    private List<District.Road> roads() {
        List<District.Road> roads = new ArrayList<>();
        for (int row = 0; row < NODES; row++) {
            for (int column = 0; column < NODES; column++) {
                if (column + 1 < NODES) {
                    addRoad(roads, row, column, row, column + 1, row % 5 == 0);
                }
                if (row + 1 < NODES) {
                    addRoad(roads, row, column, row + 1, column, column % 5 == 0);
                }
            }
        }
        return roads;
    }

    /** Every fifth street is a fast one; of the others some are missing. */
    private void addRoad(
            List<District.Road> roads, int fromRow, int fromColumn, int toRow, int toColumn, boolean fast) {
        int number = roads.size();
        boolean edge = fromRow == 0 || fromColumn == 0 || toRow == SIDE || toColumn == SIDE;
        if (!fast && !edge && chance.even("gap", fromRow * NODES + fromColumn, toRow * NODES + toColumn) < 0.12) {
            return;
        }
        String id = "R-" + number;
        double kmh = fast ? 45 : 22 + 8 * chance.even("speed", fromRow * NODES + fromColumn, toColumn);
        roads.add(new District.Road(
                id, id, id, nodeId(fromRow, fromColumn), nodeId(toRow, toColumn), CELL_METERS, kmh, false));
    }

    private List<District.Person> people() {
        List<District.Person> people = new ArrayList<>();
        int[] ranks = new int[TURNS];
        for (int person = 0; person < PEOPLE; person++) {
            int rank = ranks[turn(person)]++;
            String id = String.format("P-%03d", person);
            people.add(new District.Person(
                    id, id, id, "desk", stationId(person % STATIONS), skills(rank), List.of(shift(person))));
        }
        return people;
    }

    /** Trades and levels are spread evenly over each shift, as a roster sees to. */
    private List<District.HeldSkill> skills(int rank) {
        List<District.HeldSkill> held = new ArrayList<>();
        double trade = spread(rank, 0.6180339887, "trade");
        int level = 1 + (int) (4 * spread(rank, 0.7548776662, "level"));
        double second = spread(rank, 0.5698402910, "second");
        if (trade < 0.36) {
            hold(held, "patrol", level);
            hold(held, second < 0.7 ? "crowd" : "medic", 1 + level / 3);
        } else if (trade < 0.66) {
            hold(held, second < 0.6 ? "rescue" : "fire", level);
        } else if (trade < 0.87) {
            hold(held, "medic", level);
        } else {
            hold(held, "repair", level);
            hold(held, "patrol", 1);
        }
        return held;
    }

    private static void hold(List<District.HeldSkill> held, String skill, int level) {
        held.add(new District.HeldSkill(skill, level, null));
    }

    /** Steps of an irrational share of one leave no gap and no crowd. */
    private double spread(int rank, double step, String what) {
        double at = chance.even(what, 0, 0) + rank * step;
        return at - Math.floor(at);
    }

    /** Of each nine people four work by day, three in the evening, two at night; trades are in every shift. */
    private static int turn(int person) {
        int place = person / STATIONS % 9;
        if (place < 4) {
            return 0;
        }
        return place < 7 ? 1 : 2;
    }

    private static District.Shift shift(int person) {
        return switch (turn(person)) {
            case 0 -> new District.Shift(EVERY_DAY, LocalTime.of(7, 0), LocalTime.of(15, 0));
            case 1 -> new District.Shift(EVERY_DAY, LocalTime.of(15, 0), LocalTime.of(23, 0));
            default -> new District.Shift(EVERY_DAY, LocalTime.of(23, 0), LocalTime.of(7, 0));
        };
    }

    private static District.Requirement needs(String type, String skill, int level, int count) {
        return new District.Requirement(type, skill, level, count, List.of());
    }

    private static String nodeId(int row, int column) {
        return String.format("N-%02d-%02d", row, column);
    }
}
