package io.watchfloor.drill;

import io.watchfloor.drill.district.DemoDistrict;
import io.watchfloor.drill.town.Town;
import java.time.LocalDate;
import java.util.List;

/** The demo district as the gateway would serve it. */
public final class Towns {
    /** The usual one. */
    public static final Town LINJIANG =
            of(DemoDistrict.generate(DemoDistrict.DEFAULT_SEED, LocalDate.parse("2026-03-02")));

    private Towns() {}

    /** What of a district the gateway serves. */
    public static Town of(DemoDistrict district) {
        return new Town(
                district.zone(),
                district.cells().stream()
                        .map(c -> new Town.Cell(
                                c.id(),
                                c.areaId(),
                                c.ring().stream()
                                        .map(p -> List.of(p.lat(), p.lon()))
                                        .toList()))
                        .toList(),
                district.places().stream()
                        .map(p -> new Town.Place(
                                p.id(), p.nameZh(), p.nameEn(), p.kind(), p.cellId(), p.at().lat(), p.at().lon()))
                        .toList(),
                district.roads().stream()
                        .map(r -> new Town.Road(
                                r.id(),
                                r.nameZh(),
                                r.nameEn(),
                                r.fromPlaceId(),
                                r.toPlaceId(),
                                r.meters(),
                                r.speedKmh(),
                                r.oneWay()))
                        .toList());
    }
}
