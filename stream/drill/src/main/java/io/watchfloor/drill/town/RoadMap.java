package io.watchfloor.drill.town;

import io.watchfloor.drill.town.Route.Leg;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The streets of a town, and the fastest way along them. Immutable; safe to use from any thread. */
public final class RoadMap {
    private static final double OFF_ROAD_KMH = 15;

    private final List<LatLon> junctions = new ArrayList<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private final FastestPaths paths;
    private final double[] weightUpTo;

    /** A road between two numbered junctions. */
    record Stretch(int from, int to, Town.Road road, double seconds) {}

    /** A point on a road, that share of the way from its start. */
    private record Foot(Stretch stretch, double share, LatLon at) {}

    /** The map of a town; roads whose ends are unknown or that have no speed are left out. */
    public RoadMap(Town town) {
        Map<String, LatLon> placesById = new HashMap<>();
        town.places().forEach(place -> placesById.put(place.id(), place.at()));
        Map<String, Integer> numbers = new HashMap<>();
        for (Town.Road road : town.roads()) {
            if (placesById.containsKey(road.fromPlaceId())
                    && placesById.containsKey(road.toPlaceId())
                    && road.speedKmh() > 0) {
                int from = numberOf(road.fromPlaceId(), placesById, numbers);
                int to = numberOf(road.toPlaceId(), placesById, numbers);
                double seconds = new Leg(junctions.get(from), junctions.get(to), road.speedKmh()).seconds();
                stretches.add(new Stretch(from, to, road, seconds));
            }
        }
        if (stretches.isEmpty()) {
            throw new IllegalArgumentException("a road map needs at least one road");
        }
        paths = new FastestPaths(junctions.size(), stretches);
        weightUpTo = weights();
    }

    private int numberOf(String placeId, Map<String, LatLon> placesById, Map<String, Integer> numbers) {
        return numbers.computeIfAbsent(placeId, id -> {
            junctions.add(placesById.get(id));
            return junctions.size() - 1;
        });
    }

    private double[] weights() {
        double[] upTo = new double[stretches.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            Town.Road road = stretches.get(i).road();
            sum += junctions
                            .get(stretches.get(i).from())
                            .metersTo(junctions.get(stretches.get(i).to()))
                    * road.speedKmh();
            upTo[i] = sum;
        }
        return upTo;
    }

    /** The road that runs nearest to a point. */
    public Town.Road roadNearest(LatLon point) {
        return foot(point).stretch().road();
    }

    /** The point on a road nearest to a point. */
    public LatLon onRoad(LatLon point) {
        return foot(point).at();
    }

    /** A point on some road; long and fast roads come up more often. */
    public LatLon somewhere(Random random) {
        double drawn = random.nextDouble() * weightUpTo[weightUpTo.length - 1];
        int index = Arrays.binarySearch(weightUpTo, drawn);
        Stretch stretch = stretches.get(Math.min(index < 0 ? -index - 1 : index, stretches.size() - 1));
        return junctions.get(stretch.from()).towards(junctions.get(stretch.to()), 0.1 + 0.8 * random.nextDouble());
    }

    /**
     * The fastest way by road: to the nearest road, along roads, and from the road to the end. Straight when no road
     * leads there.
     */
    public Route route(LatLon from, LatLon to) {
        Foot start = foot(from);
        Foot goal = foot(to);
        List<Leg> legs = new ArrayList<>();
        legs.add(new Leg(from, start.at(), OFF_ROAD_KMH));
        if (start.stretch().equals(goal.stretch()) && isPassable(start, goal)) {
            legs.add(new Leg(start.at(), goal.at(), start.stretch().road().speedKmh()));
        } else {
            List<Leg> byRoad = byRoad(start, goal);
            if (byRoad.isEmpty()) {
                return new Route(List.of(new Leg(from, to, OFF_ROAD_KMH)));
            }
            legs.addAll(byRoad);
        }
        legs.add(new Leg(goal.at(), to, OFF_ROAD_KMH));
        return new Route(legs);
    }

    private static boolean isPassable(Foot start, Foot goal) {
        return !start.stretch().road().oneWay() || start.share() <= goal.share();
    }

    /** Along roads only; no legs when no road leads there. */
    private List<Leg> byRoad(Foot start, Foot goal) {
        List<Leg> legs = new ArrayList<>();
        LatLon last = start.at();
        double speedKmh = start.stretch().road().speedKmh();
        List<Integer> path = paths.between(gates(start, true), gates(goal, false));
        for (int i = 0; i < path.size(); i++) {
            LatLon next = junctions.get(path.get(i));
            legs.add(new Leg(last, next, i == 0 ? speedKmh : paths.speedKmh(path.get(i - 1), path.get(i))));
            last = next;
        }
        if (!path.isEmpty()) {
            legs.add(new Leg(last, goal.at(), goal.stretch().road().speedKmh()));
        }
        return legs;
    }

    /** The junctions one can drive to from a point on a road (leaving), or that lead to it, with the time it takes. */
    private static List<FastestPaths.Gate> gates(Foot foot, boolean leaving) {
        Stretch stretch = foot.stretch();
        var atStart = new FastestPaths.Gate(stretch.from(), foot.share() * stretch.seconds());
        var atEnd = new FastestPaths.Gate(stretch.to(), (1 - foot.share()) * stretch.seconds());
        if (!stretch.road().oneWay()) {
            return List.of(atStart, atEnd);
        }
        return List.of(leaving ? atEnd : atStart);
    }

    private Foot foot(LatLon point) {
        Foot nearest = null;
        double nearestMeters = Double.MAX_VALUE;
        for (Stretch stretch : stretches) {
            LatLon from = junctions.get(stretch.from());
            LatLon to = junctions.get(stretch.to());
            double share = point.shareAlong(from, to);
            LatLon at = from.towards(to, share);
            double meters = point.metersTo(at);
            if (meters < nearestMeters) {
                nearestMeters = meters;
                nearest = new Foot(stretch, share, at);
            }
        }
        return nearest;
    }
}
