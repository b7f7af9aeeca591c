package io.watchfloor.drill.scenario;

import io.watchfloor.drill.town.LatLon;
import io.watchfloor.drill.town.RoadMap;
import io.watchfloor.drill.town.Town;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Where what happens: on streets, or at places of a fitting kind, at some far more often than at others. */
final class Locations {
    /** The kind that stands for the open road. */
    private static final String STREET = "street";

    /** Spread of how often places are hit: at 1.2 the busiest of twenty has about ten times a usual place's share. */
    private static final double HOT_SPOT_SPREAD = 1.2;

    private static final double AROUND_PLACE_METERS = 55;

    /** A spot with the names people would use for it. */
    record Spot(LatLon at, Town.Place place, Town.Road road) {}

    private final long seed;
    private final RoadMap roads;
    private final List<Town.Place> named;
    private final Map<String, List<Town.Place>> byKind = new HashMap<>();

    Locations(Town town, RoadMap roads, long seed) {
        this.seed = seed;
        this.roads = roads;
        this.named = town.namedPlaces();
        named.forEach(place ->
                byKind.computeIfAbsent(place.kind(), kind -> new ArrayList<>()).add(place));
    }

    Spot draw(Rhythm.Habit habit, Random random) {
        String kind = habit.placeKinds().get(random.nextInt(habit.placeKinds().size()));
        if (kind.equals(STREET)) {
            LatLon at = roads.somewhere(random);
            return new Spot(at, nearest(at), roads.roadNearest(at));
        }
        return at(hotSpot(byKind.getOrDefault(kind, named), habit.type(), random), random);
    }

    /** A spot at or near the place. */
    Spot at(Town.Place place, Random random) {
        double turn = random.nextDouble() * 2 * Math.PI;
        double meters = random.nextDouble() * AROUND_PLACE_METERS;
        LatLon at = place.at().plusMeters(meters * Math.cos(turn), meters * Math.sin(turn));
        return new Spot(at, place, roads.roadNearest(at));
    }

    /** A place of this kind, and whatever is nearest to it. */
    List<Town.Place> neighbourhood(String kind, int count, Random random) {
        List<Town.Place> places = byKind.getOrDefault(kind, named);
        LatLon middle = places.get(random.nextInt(places.size())).at();
        return named.stream()
                .sorted(Comparator.comparingDouble(place -> place.at().metersTo(middle)))
                .limit(count)
                .toList();
    }

    private Town.Place nearest(LatLon at) {
        return named.stream()
                .min(Comparator.comparingDouble(place -> place.at().metersTo(at)))
                .orElseThrow();
    }

    private Town.Place hotSpot(List<Town.Place> places, String type, Random random) {
        double[] weights =
                places.stream().mapToDouble(place -> heat(place, type)).toArray();
        double left = random.nextDouble() * Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return places.get(i);
            }
        }
        return places.get(places.size() - 1);
    }

    /** How much a place draws this type of event: the same all through a run, and whenever the seed is the same. */
    private double heat(Town.Place place, String type) {
        return Math.exp(HOT_SPOT_SPREAD * Draws.of(seed, type, place.id()).nextGaussian());
    }
}
