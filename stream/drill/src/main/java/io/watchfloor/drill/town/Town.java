package io.watchfloor.drill.town;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.watchfloor.contract.Json;
import java.time.ZoneId;
import java.util.List;

/**
 * What the simulation needs to know of a district: the answer to {@code GET /api/v1/district}, of whatever district was
 * imported.
 *
 * @param zone whose hours the day's rhythm follows
 * @param cells grid cells
 * @param places named places and road junctions
 * @param roads straight segments between places
 */
public record Town(ZoneId zone, List<Cell> cells, List<Place> places, List<Road> roads) {
    private static final String JUNCTION = "junction";

    /** A grid cell; {@code ring} is its outline as {lat, lon} pairs. */
    public record Cell(String id, String areaId, List<List<Double>> ring) {}

    /** A named place or a junction. */
    public record Place(String id, String nameZh, String nameEn, String kind, String cellId, double lat, double lon) {
        /** Where it is. */
        public LatLon at() {
            return new LatLon(lat, lon);
        }
    }

    /** A road segment; a one-way segment leads only from {@code fromPlaceId}. */
    public record Road(
            String id,
            String nameZh,
            String nameEn,
            String fromPlaceId,
            String toPlaceId,
            double meters,
            double speedKmh,
            boolean oneWay) {}

    /** Missing lists are empty ones. */
    public Town {
        cells = cells == null ? List.of() : List.copyOf(cells);
        places = places == null ? List.of() : List.copyOf(places);
        roads = roads == null ? List.of() : List.copyOf(roads);
    }

    /**
     * Reads the gateway's answer.
     *
     * @throws IllegalArgumentException when it is not a district
     */
    public static Town read(String json) {
        try {
            return Json.mapper().readValue(json, Town.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a district: " + e.getOriginalMessage(), e);
        }
    }

    /** Whether there is enough of it to simulate a day in: somewhere to be and a road to get there. */
    public boolean isInhabited() {
        return zone != null && !namedPlaces().isEmpty() && !roads.isEmpty();
    }

    /** Places that people speak of, as opposed to junctions. */
    public List<Place> namedPlaces() {
        return places.stream().filter(p -> !JUNCTION.equals(p.kind())).toList();
    }
}
