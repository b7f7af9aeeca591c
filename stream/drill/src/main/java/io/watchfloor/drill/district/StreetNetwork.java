package io.watchfloor.drill.district;

import io.watchfloor.drill.district.DemoDistrict.Place;
import io.watchfloor.drill.district.DemoDistrict.Road;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Junctions and the straight segments between them; every junction can be reached from every other. */
final class StreetNetwork {
    private static final double ONE_WAY_SHARE_OF_LANES = 0.3;

    /** Pairs of neighbouring streets that each lead one way: the first northward, the second southward. */
    private static final Set<String> NORTHWARD = Set.of("钟楼街", "南桥路");

    private static final Set<String> SOUTHWARD = Set.of("和平路", "渡口街");

    /** A stretch of a street; one-way leads only from {@code from}. */
    record Segment(int from, int to, Street street, boolean oneWay) {
        Segment towards(int end) {
            return new Segment(end == to ? from : to, end, street, true);
        }
    }

    private final List<Spot> spots = new ArrayList<>();
    private List<Segment> segments = new ArrayList<>();

    int addJunction(Spot spot) {
        spots.add(spot);
        return spots.size() - 1;
    }

    void addSegment(int from, int to, Street street) {
        segments.add(new Segment(from, to, street, false));
    }

    /** Whether a segment from here to there would cross one that ends at neither. */
    boolean wouldCross(int from, int to) {
        return segments.stream()
                .filter(s -> s.from() != from && s.from() != to && s.to() != from && s.to() != to)
                .anyMatch(s -> isCrossing(spot(from), spot(to), spot(s.from()), spot(s.to())));
    }

    private static boolean isCrossing(Spot a, Spot b, Spot c, Spot d) {
        return (side(a, b, c) > 0) != (side(a, b, d) > 0) && (side(c, d, a) > 0) != (side(c, d, b) > 0);
    }

    private static double side(Spot from, Spot to, Spot spot) {
        return (to.x() - from.x()) * (spot.y() - from.y()) - (to.y() - from.y()) * (spot.x() - from.x());
    }

    Spot spot(int junction) {
        return spots.get(junction);
    }

    List<Segment> segments() {
        return List.copyOf(segments);
    }

    /** Drops what missing links have cut off from the rest. */
    void keepConnected() {
        Set<Integer> kept = Reach.largestPart(spots.size(), segments);
        segments = new ArrayList<>(
                segments.stream().filter(s -> kept.contains(s.from())).toList());
    }

    /** Makes some streets and lanes one-way, but none that would cut a junction off. */
    void turnOneWay(Random random) {
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            Segment turned = oneWayOf(segment, random);
            segments.set(i, turned);
            if (turned.oneWay() && !Reach.isStrong(spots.size(), segments)) {
                segments.set(i, segment);
            }
        }
    }

    private Segment oneWayOf(Segment segment, Random random) {
        int northern = spot(segment.to()).y() > spot(segment.from()).y() ? segment.to() : segment.from();
        int southern = northern == segment.to() ? segment.from() : segment.to();
        String name = segment.street().nameZh();
        if (NORTHWARD.contains(name)) {
            return segment.towards(northern);
        }
        if (SOUTHWARD.contains(name)) {
            return segment.towards(southern);
        }
        boolean chosen = segment.street().rank() == Street.Rank.LANE && random.nextDouble() < ONE_WAY_SHARE_OF_LANES;
        return chosen ? segment.towards(random.nextBoolean() ? northern : southern) : segment;
    }

    List<Road> roads() {
        List<Road> roads = new ArrayList<>();
        for (Segment segment : segments) {
            roads.add(new Road(
                    "S-%03d".formatted(roads.size() + 1),
                    segment.street().nameZh(),
                    segment.street().nameEn(),
                    junctionId(segment.from()),
                    junctionId(segment.to()),
                    spot(segment.from()).metersTo(spot(segment.to())),
                    segment.street().rank().speedKmh(),
                    segment.street().rank().rushHourKmh(),
                    segment.oneWay()));
        }
        return List.copyOf(roads);
    }

    /** Every junction that a segment ends at, named after the streets that meet there. */
    List<Place> places(Ground ground) {
        List<Place> places = new ArrayList<>();
        for (int junction = 0; junction < spots.size(); junction++) {
            Set<Street> met = streetsAt(junction);
            if (!met.isEmpty()) {
                places.add(new Place(
                        junctionId(junction),
                        String.join("·", met.stream().map(Street::nameZh).toList()) + (met.size() > 1 ? "路口" : "内"),
                        String.join(" / ", met.stream().map(Street::nameEn).toList()),
                        DemoDistrict.JUNCTION,
                        ground.blockAt(spot(junction)).cellId(),
                        Ground.toLatLon(spot(junction)),
                        List.of()));
            }
        }
        return places;
    }

    private Set<Street> streetsAt(int junction) {
        Set<Street> streets = new LinkedHashSet<>();
        for (Segment segment : segments) {
            if (segment.from() == junction || segment.to() == junction) {
                streets.add(segment.street());
            }
        }
        return streets;
    }

    private static String junctionId(int junction) {
        return "J-%03d".formatted(junction + 1);
    }
}
