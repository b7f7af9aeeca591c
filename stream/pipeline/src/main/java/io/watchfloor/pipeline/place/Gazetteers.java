package io.watchfloor.pipeline.place;

import io.watchfloor.contract.place.CellShape;
import io.watchfloor.contract.place.Crossing;
import io.watchfloor.contract.place.Gazetteer;
import io.watchfloor.contract.place.NamedPlace;
import io.watchfloor.graph.district.District;
import io.watchfloor.pipeline.rule.Distance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A district's names: its places as they are, each street as one, however many road segments it has, and where they meet. */
final class Gazetteers {
    static final String STREET = "street:";

    /** How far from the point on the map something at a place may be, by the place's kind. */
    private static final Map<String, Double> ACCURACY_METERS =
            Map.of("junction", 40.0, "estate", 150.0, "residential", 150.0, "park", 250.0, "school", 120.0);

    private static final double BUILDING_METERS = 60;
    private static final double SHORTEST_STREET_METERS = 50;

    private Gazetteers() {}

    static Gazetteer of(String stamp, District district) {
        List<NamedPlace> places = new ArrayList<>();
        for (District.Place place : district.places()) {
            if (!place.nameZh().isEmpty()
                    || !place.nameEn().isEmpty()
                    || !place.aliases().isEmpty()) {
                places.add(named(place));
            }
        }
        places.addAll(streets(district));
        List<CellShape> cells = district.cells().stream()
                .map(cell -> new CellShape(cell.id(), cell.areaId(), cell.nameZh(), cell.nameEn(), cell.ring()))
                .toList();
        return new Gazetteer(stamp, district.zone().getId(), places, cells, crossings(district));
    }

    private static NamedPlace named(District.Place place) {
        return new NamedPlace(
                place.id(),
                place.nameZh(),
                place.nameEn(),
                place.aliases(),
                false,
                place.cellId(),
                place.lat(),
                place.lon(),
                ACCURACY_METERS.getOrDefault(place.kind(), BUILDING_METERS));
    }

    private static List<NamedPlace> streets(District district) {
        Map<String, District.Place> ends =
                district.places().stream().collect(Collectors.toMap(District.Place::id, Function.identity()));
        Map<String, List<District.Road>> byName = new LinkedHashMap<>();
        for (District.Road road : district.roads()) {
            String name = nameOf(road);
            if (!name.isEmpty()) {
                byName.computeIfAbsent(name, n -> new ArrayList<>()).add(road);
            }
        }
        List<NamedPlace> streets = new ArrayList<>();
        byName.forEach((name, roads) -> streets.add(street(name, roads, ends)));
        return streets;
    }

    /** Every node of the roads at which segments of several streets end, for each two of them. */
    private static List<Crossing> crossings(District district) {
        Map<String, TreeSet<String>> streetsAt = new HashMap<>();
        for (District.Road road : district.roads()) {
            if (!nameOf(road).isEmpty()) {
                for (String end : List.of(road.fromPlaceId(), road.toPlaceId())) {
                    streetsAt.computeIfAbsent(end, absent -> new TreeSet<>()).add(STREET + nameOf(road));
                }
            }
        }
        List<Crossing> crossings = new ArrayList<>();
        for (District.Place place : district.places()) {
            Set<String> streets = streetsAt.getOrDefault(place.id(), new TreeSet<>());
            for (String street : streets) {
                streets.stream()
                        .filter(other -> street.compareTo(other) < 0)
                        .map(other -> new Crossing(place.id(), street, other, place.lat(), place.lon()))
                        .forEach(crossings::add);
            }
        }
        return crossings;
    }

    private static String nameOf(District.Road road) {
        return road.nameZh().isEmpty() ? road.nameEn() : road.nameZh();
    }

    /** Its middle is that end of a segment which is nearest to the mean of all: a point on the street. */
    private static NamedPlace street(String name, List<District.Road> roads, Map<String, District.Place> ends) {
        List<District.Place> points = new ArrayList<>();
        for (District.Road road : roads) {
            points.add(ends.get(road.fromPlaceId()));
            points.add(ends.get(road.toPlaceId()));
        }
        double lat = points.stream().mapToDouble(District.Place::lat).average().orElseThrow();
        double lon = points.stream().mapToDouble(District.Place::lon).average().orElseThrow();
        District.Place middle = points.stream()
                .min(Comparator.comparingDouble((District.Place p) -> Distance.meters(lat, lon, p.lat(), p.lon()))
                        .thenComparing(District.Place::id))
                .orElseThrow();
        double reach = points.stream()
                .mapToDouble(p -> Distance.meters(middle.lat(), middle.lon(), p.lat(), p.lon()))
                .max()
                .orElseThrow();
        return new NamedPlace(
                STREET + name,
                roads.get(0).nameZh(),
                roads.get(0).nameEn(),
                List.of(),
                true,
                middle.cellId(),
                middle.lat(),
                middle.lon(),
                Math.max(SHORTEST_STREET_METERS, reach));
    }
}
