package io.watchfloor.graph.district;

import java.util.List;
import java.util.Set;

/** Reads what lies on the ground: areas, cells, places and roads. */
final class GroundFiles {
    private static final double MOST_METERS = 100_000;
    private static final double MOST_SPEED_KMH = 200;

    private final Tables tables;

    GroundFiles(Tables tables) {
        this.tables = tables;
    }

    List<District.Area> readAreas() {
        Tables.Ids ids = new Tables.Ids();
        return tables.table("areas.csv", "id", "name_zh", "name_en")
                .map(
                        tables.faults(),
                        row -> new District.Area(ids.take(row), row.required("name_zh"), row.required("name_en")));
    }

    List<District.Cell> readCells(Set<String> areaIds) {
        Tables.Ids ids = new Tables.Ids();
        return tables.table("cells.csv", "id", "area_id", "name_zh", "name_en", "ring")
                .map(
                        tables.faults(),
                        row -> new District.Cell(
                                ids.take(row),
                                Tables.reference(row, "area_id", areaIds, "areas.csv"),
                                row.required("name_zh"),
                                row.required("name_en"),
                                row.ring("ring")));
    }

    List<District.Place> readPlaces(Set<String> cellIds) {
        Tables.Ids ids = new Tables.Ids();
        return tables.table("places.csv", "id", "name_zh", "name_en", "kind", "cell_id", "lat", "lon", "aliases")
                .map(
                        tables.faults(),
                        row -> new District.Place(
                                ids.take(row),
                                row.text("name_zh"),
                                row.text("name_en"),
                                row.required("kind"),
                                row.text("cell_id").isEmpty()
                                        ? null
                                        : Tables.reference(row, "cell_id", cellIds, "cells.csv"),
                                row.number("lat", -90, 90, "degrees"),
                                row.number("lon", -180, 180, "degrees"),
                                row.list("aliases")));
    }

    List<District.Road> readRoads(Set<String> placeIds) {
        Tables.Ids ids = new Tables.Ids();
        return tables.table(
                        "roads.csv",
                        "id",
                        "name_zh",
                        "name_en",
                        "from_place_id",
                        "to_place_id",
                        "meters",
                        "speed_kmh",
                        "one_way")
                .map(tables.faults(), row -> {
                    double speedKmh = row.number("speed_kmh", 1, MOST_SPEED_KMH, "km/h");
                    District.Road road = new District.Road(
                            ids.take(row),
                            row.text("name_zh"),
                            row.text("name_en"),
                            Tables.reference(row, "from_place_id", placeIds, "places.csv"),
                            Tables.reference(row, "to_place_id", placeIds, "places.csv"),
                            row.number("meters", 0.1, MOST_METERS, "metres"),
                            speedKmh,
                            row.flag("one_way"),
                            row.byHour("speed_by_hour", speedKmh, 1, MOST_SPEED_KMH));
                    if (road.fromPlaceId().equals(road.toPlaceId())) {
                        row.fault(
                                "The road leads from " + road.fromPlaceId() + " to itself.",
                                "道路从 " + road.fromPlaceId() + " 通向其自身。");
                    }
                    return road;
                });
    }
}
