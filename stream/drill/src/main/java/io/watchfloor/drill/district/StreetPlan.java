package io.watchfloor.drill.district;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Draws the streets: avenues and streets along the lattice with a link missing here and there, a ring around the
 * outline, a road on either bank of the river with few bridges, a diagonal avenue, and lanes inside the blocks.
 */
final class StreetPlan {
    private static final double BANK_METERS = 62;
    private static final double MISSING_LINK_SHARE = 0.09;
    private static final Set<Integer> BRIDGES = Set.of(2, 5, 7, 9);

    private final Ground ground;
    private final Random random;
    private final StreetNetwork streets = new StreetNetwork();
    private final StreetNames names;
    private final Map<String, Integer> cornerJunctions = new HashMap<>();
    private final Map<String, Optional<BlockSide>> sides = new LinkedHashMap<>();

    StreetPlan(Ground ground, Random random) {
        this.ground = ground;
        this.random = random;
        this.names = new StreetNames(random);
    }

    StreetNetwork draw() {
        LanePlan lanes = new LanePlan(streets, names, random);
        for (Block block : ground.blocks()) {
            lanes.draw(block, sidesOf(block));
        }
        sides.values().forEach(side -> side.ifPresent(street -> street.layOn(streets)));
        for (int u : BRIDGES.stream().sorted().toList()) {
            streets.addSegment(
                    corner(u, Ground.RIVER_ROW, -1), corner(u, Ground.RIVER_ROW, 1), names.along("bridge", u));
        }
        streets.keepConnected();
        streets.turnOneWay(random);
        return streets;
    }

    private LanePlan.Frame sidesOf(Block block) {
        int u = block.column();
        int v = block.row();
        return new LanePlan.Frame(
                row(u, v, 1),
                row(u, v + 1, -1),
                column(u, v),
                column(u + 1, v),
                corner(u, v, 1),
                corner(u + 1, v + 1, -1),
                names.along("diagonal", v >= Ground.RIVER_ROW ? "north" : "south"));
    }

    /** The street along the lattice's row v, east of column line u; {@code bank} 1 when seen from the north. */
    private Optional<BlockSide> row(int u, int v, int bank) {
        int side = v == Ground.RIVER_ROW ? bank : 0;
        return sides.computeIfAbsent("row %d %d %d".formatted(u, v, side), key -> {
            boolean blockAbove = ground.findBlock(u, v).isPresent();
            boolean blockBelow = ground.findBlock(u, v - 1).isPresent();
            Street street = side != 0
                    ? names.along("bank", side)
                    : blockAbove && blockBelow
                            ? names.along("row", v)
                            : names.along("edge", blockAbove ? "south" : "north");
            return lay(street, corner(u, v, bank), corner(u + 1, v, bank));
        });
    }

    /** The street along the lattice's column u, north of row line v. */
    private Optional<BlockSide> column(int u, int v) {
        return sides.computeIfAbsent("column %d %d".formatted(u, v), key -> {
            boolean blockEast = ground.findBlock(u, v).isPresent();
            boolean blockWest = ground.findBlock(u - 1, v).isPresent();
            Street street = blockEast && blockWest
                    ? names.along(v >= Ground.RIVER_ROW ? "column-north" : "column-south", u)
                    : names.along("edge", blockEast ? "west" : "east");
            return lay(street, corner(u, v, 1), corner(u, v + 1, -1));
        });
    }

    private Optional<BlockSide> lay(Street street, int from, int to) {
        boolean missing = random.nextDouble() < MISSING_LINK_SHARE && street.rank() == Street.Rank.SECONDARY;
        double bowMeters = 12 * (random.nextDouble() * 2 - 1);
        return missing ? Optional.empty() : Optional.of(new BlockSide(street, from, to, bowMeters));
    }

    /** The junction at a corner of the lattice; on the river there is one on either bank. */
    private int corner(int u, int v, int bank) {
        int side = v == Ground.RIVER_ROW ? bank : 0;
        return cornerJunctions.computeIfAbsent("%d %d %d".formatted(u, v, side), key -> {
            Spot west = ground.corner(Math.max(0, u - 1), v);
            Spot east = ground.corner(Math.min(Ground.COLUMNS, u + 1), v);
            double offset = side * BANK_METERS / west.metersTo(east);
            return streets.addJunction(
                    ground.corner(u, v).plus(-(east.y() - west.y()) * offset, (east.x() - west.x()) * offset));
        });
    }
}
