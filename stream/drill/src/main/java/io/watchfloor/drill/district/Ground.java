package io.watchfloor.drill.district;

import io.watchfloor.drill.town.LatLon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The lie of the land: a lattice of corners, bent along a river that flows from west to east, with the blocks between
 * them. Lines of the lattice become streets, blocks become cells.
 */
final class Ground {
    static final int COLUMNS = 9;
    static final int ROWS = 8;

    /** The lattice line the river follows. */
    static final int RIVER_ROW = 4;

    private static final double OUTLINE_ROUNDING = 0.24;

    /** Column and row of the blocks around a corner, relative to it. */
    private static final int[][] QUARTERS = {{-1, -1}, {0, -1}, {-1, 0}, {0, 0}};

    private static final double MIDDLE_LAT = 30.2870;
    private static final double MIDDLE_LON = 120.2920;
    private static final double METERS_PER_DEGREE = 111_320;

    /** First and last column of each row, from the south: the district's outline. */
    private static final int[][] OUTLINE = {{2, 5}, {1, 7}, {0, 7}, {0, 8}, {0, 8}, {0, 8}, {1, 8}, {2, 7}};

    private final Spot[][] corners = new Spot[COLUMNS + 1][ROWS + 1];
    private final List<Block> blocks = new ArrayList<>();

    /** Ground on which every block is convex; drawn again until it is. */
    static Ground draw(Random random) {
        Ground ground;
        do {
            ground = new Ground(random);
        } while (!ground.blocks.stream().allMatch(Block::isConvex));
        return ground;
    }

    private Ground(Random random) {
        Spot[][] lattice = lattice(random);
        for (int u = 0; u <= COLUMNS; u++) {
            for (int v = 0; v <= ROWS; v++) {
                corners[u][v] = rounded(u, v, lattice);
            }
        }
        for (int v = 0; v < ROWS; v++) {
            for (int u = OUTLINE[v][0]; u <= OUTLINE[v][1]; u++) {
                blocks.add(new Block(
                        u,
                        v,
                        areaOf(u, v),
                        List.of(corners[u][v], corners[u + 1][v], corners[u + 1][v + 1], corners[u][v + 1])));
            }
        }
    }

    private static Spot[][] lattice(Random random) {
        double[] east = spread(COLUMNS, 400, 190, random);
        double[] north = spread(ROWS, 400, 180, random);
        Spot[][] lattice = new Spot[COLUMNS + 1][ROWS + 1];
        for (int u = 0; u <= COLUMNS; u++) {
            for (int v = 0; v <= ROWS; v++) {
                double jitter = v == RIVER_ROW ? 15 : 38;
                lattice[u][v] = bend(east[u], north[v], v - RIVER_ROW)
                        .plus(jitter * (random.nextDouble() * 2 - 1), jitter * (random.nextDouble() * 2 - 1));
            }
        }
        return lattice;
    }

    /** Takes the stairs off the outline: a corner that sticks out moves in, a corner that cuts in moves out. */
    private static Spot rounded(int u, int v, Spot[][] lattice) {
        int around = blocksAround(u, v);
        for (int[] quarter : QUARTERS) {
            boolean inside = isInside(u + quarter[0], v + quarter[1]);
            if ((around == 1 && inside) || (around == 3 && !inside)) {
                Spot opposite = lattice[u + 1 + 2 * quarter[0]][v + 1 + 2 * quarter[1]];
                return lattice[u][v].towards(opposite, OUTLINE_ROUNDING);
            }
        }
        return lattice[u][v];
    }

    private static int blocksAround(int u, int v) {
        int count = 0;
        for (int[] quarter : QUARTERS) {
            count += isInside(u + quarter[0], v + quarter[1]) ? 1 : 0;
        }
        return count;
    }

    private static boolean isInside(int column, int row) {
        return row >= 0 && row < ROWS && column >= OUTLINE[row][0] && column <= OUTLINE[row][1];
    }

    /** Positions of the lattice's lines on one axis, unevenly apart, around zero; in metres. */
    private static double[] spread(int steps, double least, double more, Random random) {
        double[] at = new double[steps + 1];
        for (int i = 1; i <= steps; i++) {
            at[i] = at[i - 1] + least + more * random.nextDouble();
        }
        double middle = at[steps] / 2;
        for (int i = 0; i <= steps; i++) {
            at[i] -= middle;
        }
        return at;
    }

    /** The river's bend pushes the lines near it, less the farther they are; then the whole is turned a little. */
    private static Spot bend(double x, double y, int rowsFromRiver) {
        double pull = Math.exp(-rowsFromRiver * rowsFromRiver / 14.0);
        double bentY = y + pull * 300 * Math.sin(x / 760 + 0.5);
        double bentX = x + 110 * Math.sin(y / 900 + 0.4) + 40 * Math.sin(y / 350);
        double turn = Math.toRadians(9);
        return new Spot(
                bentX * Math.cos(turn) - bentY * Math.sin(turn), bentX * Math.sin(turn) + bentY * Math.cos(turn));
    }

    /** North of the river areas 1 to 3 from west to east, south of it 4 to 6. */
    private static int areaOf(int column, int row) {
        if (row >= RIVER_ROW) {
            boolean pushed = row == ROWS - 1;
            return column < (pushed ? 4 : 3) ? 1 : column < 6 ? 2 : 3;
        }
        return column < 3 ? 4 : column < (row < 2 ? 5 : 6) ? 5 : 6;
    }

    Spot corner(int u, int v) {
        return corners[u][v];
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    Optional<Block> findBlock(int column, int row) {
        return blocks.stream()
                .filter(b -> b.column() == column && b.row() == row)
                .findFirst();
    }

    /** The block a spot lies in, or the one whose middle is nearest when it lies on no block. */
    Block blockAt(Spot spot) {
        return blocks.stream().filter(b -> b.contains(spot)).findFirst().orElseGet(() -> blocks.stream()
                .min((a, b) ->
                        Double.compare(middle(a).metersTo(spot), middle(b).metersTo(spot)))
                .orElseThrow());
    }

    static Spot middle(Block block) {
        Spot southWest = block.corners().get(0);
        Spot northEast = block.corners().get(2);
        Spot diagonal = southWest.towards(northEast, 0.5);
        return diagonal.towards(block.corners().get(1).towards(block.corners().get(3), 0.5), 0.5);
    }

    static LatLon toLatLon(Spot spot) {
        double lon = MIDDLE_LON + spot.x() / (METERS_PER_DEGREE * Math.cos(Math.toRadians(MIDDLE_LAT)));
        return new LatLon(MIDDLE_LAT + spot.y() / METERS_PER_DEGREE, lon);
    }
}
