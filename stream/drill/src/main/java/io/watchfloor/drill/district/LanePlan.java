package io.watchfloor.drill.district;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Lays the lanes inside the blocks, each block after one of several patterns; parks stay free of them. */
final class LanePlan {
    /** Columns and rows of blocks that are parks. */
    static final Set<String> PARKS = Set.of("4 5", "7 5", "1 3", "7 2", "4 1");

    /** Columns and rows of blocks that the diagonal avenue cuts from south-west to north-east. */
    private static final Set<String> DIAGONALS = Set.of("2 0", "3 1", "4 2", "5 5", "6 6", "7 7");

    private final StreetNetwork streets;
    private final StreetNames names;
    private final Random random;
    private final Map<Integer, Street> laneAt = new HashMap<>();

    LanePlan(StreetNetwork streets, StreetNames names, Random random) {
        this.streets = streets;
        this.names = names;
        this.random = random;
    }

    /** A block's surroundings: the streets on its sides (absent where a link is missing) and two of its corners. */
    record Frame(
            Optional<BlockSide> south,
            Optional<BlockSide> north,
            Optional<BlockSide> west,
            Optional<BlockSide> east,
            int southWest,
            int northEast,
            Street diagonal) {}

    void draw(Block block, Frame frame) {
        String key = block.column() + " " + block.row();
        if (PARKS.contains(key)) {
            return;
        }
        if (DIAGONALS.contains(key)) {
            diagonal(block, frame);
            return;
        }
        switch (random.nextInt(8)) {
            case 0 -> through(block, frame.west(), frame.east(), spread(), true);
            case 1 -> through(block, frame.south(), frame.north(), spread(), true);
            case 2, 3 -> cross(block, frame);
            case 4 -> pair(block, frame.west(), frame.east());
            case 5 -> pair(block, frame.south(), frame.north());
            case 6 -> courtyard(block, frame);
            default -> {
                cross(block, frame);
                through(block, frame.south(), frame.east(), 0.22 + 0.1 * random.nextDouble(), false);
            }
        }
    }

    private double spread() {
        return 0.33 + 0.34 * random.nextDouble();
    }

    private void diagonal(Block block, Frame frame) {
        int middle = junctionNear(block, 0.5, 0.5);
        streets.addSegment(frame.southWest(), middle, frame.diagonal());
        streets.addSegment(middle, frame.northEast(), frame.diagonal());
        Optional<BlockSide> side = random.nextBoolean() ? frame.west() : frame.east();
        side.ifPresent(s -> lane(middle, s.junctionAt(spread(), streets)));
    }

    /** A lane from side to side through a bend in the middle; with a branch that ends in a yard when asked for. */
    private int through(
            Block block, Optional<BlockSide> from, Optional<BlockSide> to, double share, boolean withBranch) {
        int middle = junctionNear(block, share, 1 - share);
        join(from, share, middle);
        join(to, share + 0.16 * (random.nextDouble() - 0.5), middle);
        if (withBranch && random.nextBoolean()) {
            lane(middle, junctionNear(block, 0.3 + 0.4 * random.nextDouble(), 0.25));
        }
        return middle;
    }

    private void cross(Block block, Frame frame) {
        int middle = junctionNear(block, spread(), spread());
        join(frame.west(), spread(), middle);
        join(frame.east(), spread(), middle);
        join(frame.south(), spread(), middle);
        if (random.nextInt(3) > 0) {
            join(frame.north(), spread(), middle);
        }
    }

    /** Two lanes beside each other with a link between their middles. */
    private void pair(Block block, Optional<BlockSide> from, Optional<BlockSide> to) {
        boolean eastward = from.isPresent() && to.isPresent() && random.nextBoolean();
        int first = junctionNear(block, eastward ? 0.5 : 0.32, eastward ? 0.32 : 0.5);
        int second = junctionNear(block, eastward ? 0.5 : 0.68, eastward ? 0.68 : 0.5);
        join(from, 0.3, first);
        join(to, 0.3, first);
        join(from, 0.7, second);
        join(to, 0.7, second);
        lane(first, second);
    }

    /** A loop into the block from the south, and a lane out of it to the north. */
    private void courtyard(Block block, Frame frame) {
        int left = junctionNear(block, 0.3, 0.6);
        int right = junctionNear(block, 0.7, 0.6);
        join(frame.south(), 0.3, left);
        join(frame.south(), 0.7, right);
        lane(left, right);
        join(random.nextBoolean() ? frame.north() : frame.east(), 0.6, right);
    }

    private void join(Optional<BlockSide> side, double share, int junction) {
        side.ifPresent(street -> lane(street.junctionAt(share, streets), junction));
    }

    /** A lane keeps the name of the one it goes on from. One that would cross another without a junction is not laid. */
    private void lane(int from, int to) {
        if (streets.wouldCross(from, to)) {
            return;
        }
        Street name = laneAt.containsKey(to) ? laneAt.get(to) : laneAt.get(from);
        Street street = name == null ? names.nextLane() : name;
        laneAt.putIfAbsent(from, street);
        laneAt.putIfAbsent(to, street);
        streets.addSegment(from, to, street);
    }

    /** A junction about these shares of the way from west to east and from south to north. */
    private int junctionNear(Block block, double eastward, double northward) {
        Spot south = block.corners().get(0).towards(block.corners().get(1), eastward);
        Spot north = block.corners().get(3).towards(block.corners().get(2), eastward);
        Spot spot = south.towards(north, northward);
        return streets.addJunction(spot.plus(40 * (random.nextDouble() - 0.5), 40 * (random.nextDouble() - 0.5)));
    }
}
