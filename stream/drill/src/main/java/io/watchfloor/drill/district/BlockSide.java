package io.watchfloor.drill.district;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The street along one side of a block; lanes from both of its sides meet it at junctions of their own. */
final class BlockSide {
    /** Lanes that would meet the street nearer to each other than this share of its length meet it at one junction. */
    private static final double SAME_JUNCTION = 0.17;

    private static final double NEAREST_TO_CORNER = 0.2;

    private final Street street;
    private final int from;
    private final int to;
    private final double bowMeters;
    private final TreeMap<Double, Integer> junctions = new TreeMap<>();

    BlockSide(Street street, int from, int to, double bowMeters) {
        this.street = street;
        this.from = from;
        this.to = to;
        this.bowMeters = bowMeters;
    }

    Street street() {
        return street;
    }

    /** The junction at about this share of the way from its west or south end, made when there is none near. */
    int junctionAt(double share, StreetNetwork streets) {
        double at = Math.max(NEAREST_TO_CORNER, Math.min(1 - NEAREST_TO_CORNER, share));
        for (Map.Entry<Double, Integer> junction : junctions.entrySet()) {
            if (Math.abs(junction.getKey() - at) < SAME_JUNCTION) {
                return junction.getValue();
            }
        }
        Spot a = streets.spot(from);
        Spot b = streets.spot(to);
        double bow = bowMeters * Math.sin(Math.PI * at) / a.metersTo(b);
        Spot spot = a.towards(b, at).plus(-(b.y() - a.y()) * bow, (b.x() - a.x()) * bow);
        int junction = streets.addJunction(spot);
        junctions.put(at, junction);
        return junction;
    }

    /** Lays the street from end to end through its junctions. */
    void layOn(StreetNetwork streets) {
        List<Integer> stops = new ArrayList<>(junctions.values());
        stops.add(to);
        int last = from;
        for (int stop : stops) {
            streets.addSegment(last, stop, street);
            last = stop;
        }
    }
}
