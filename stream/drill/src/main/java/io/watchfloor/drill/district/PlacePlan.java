package io.watchfloor.drill.district;

import io.watchfloor.drill.district.DemoDistrict.Place;
import io.watchfloor.drill.district.StreetNetwork.Segment;
import io.watchfloor.drill.table.ResourceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVRecord;

/** Puts the named places beside streets of the area they belong to, apart from each other; parks get their block. */
final class PlacePlan {
    private static final double APART_METERS = 110;
    private static final int TRIES = 400;

    private final Ground ground;
    private final StreetNetwork streets;
    private final Random random;
    private final List<Spot> taken = new ArrayList<>();
    private final List<String> freeParks = new ArrayList<>(LanePlan.PARKS);

    PlacePlan(Ground ground, StreetNetwork streets, Random random) {
        this.ground = ground;
        this.streets = streets;
        this.random = random;
    }

    /** A named place and the organization whose people start from there; empty when it is nobody's station. */
    record Site(Place place, String organization) {}

    List<Site> draw() {
        List<Site> places = new ArrayList<>();
        for (CSVRecord row : ResourceTable.read(PlacePlan.class, "places.csv", row -> row)) {
            Spot spot = spotFor(row.get("kind"), Integer.parseInt(row.get("area")));
            taken.add(spot);
            Place place = new Place(
                    "PL-%03d".formatted(places.size() + 1),
                    row.get("name_zh"),
                    row.get("name_en"),
                    row.get("kind"),
                    ground.blockAt(spot).cellId(),
                    Ground.toLatLon(spot),
                    ResourceTable.list(row.get("aliases")));
            places.add(new Site(place, row.get("organization")));
        }
        return places;
    }

    private Spot spotFor(String kind, int area) {
        if (kind.equals("park")) {
            for (Block block : ground.blocks()) {
                if (block.area() == area && freeParks.remove(block.column() + " " + block.row())) {
                    return Ground.middle(block);
                }
            }
        }
        Spot spot = besideStreet(area);
        for (int i = 0; i < TRIES && !isGood(spot, area); i++) {
            spot = besideStreet(area);
        }
        return spot;
    }

    private boolean isGood(Spot spot, int area) {
        return ground.blocks().stream().anyMatch(b -> b.area() == area && b.contains(spot))
                && taken.stream().allMatch(other -> other.metersTo(spot) >= APART_METERS);
    }

    /** A spot some way off the middle part of a street; a bridge is no address. */
    private Spot besideStreet(int area) {
        Segment segment;
        Spot from;
        do {
            segment = streets.segments().get(random.nextInt(streets.segments().size()));
            from = streets.spot(segment.from());
        } while (segment.street().rank() == Street.Rank.BRIDGE
                || ground.blockAt(from).area() != area);
        Spot to = streets.spot(segment.to());
        double off = (random.nextBoolean() ? 1 : -1) * (22 + 22 * random.nextDouble()) / from.metersTo(to);
        return from.towards(to, 0.25 + 0.5 * random.nextDouble())
                .plus(-(to.y() - from.y()) * off, (to.x() - from.x()) * off);
    }
}
