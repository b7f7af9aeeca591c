package io.watchfloor.text.trainer;

import io.watchfloor.contract.place.Gazetteer;
import io.watchfloor.contract.place.NamedPlace;
import io.watchfloor.text.place.PlaceFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Real names at made-up points: as many names as a district will ever have, to measure speed with. */
final class MadeUpDistrict {
    private static final double ACCURACY_METERS = 500;

    private MadeUpDistrict() {}

    /** A finder of the names in a table's column {@code name}. */
    static PlaceFinder finder(Path table) throws IOException {
        List<NamedPlace> places = new ArrayList<>();
        for (Row row : TableReader.read(table)) {
            double lat = 31 + places.size() % 100 / 1000.0;
            double lon = 121 + Math.floor(places.size() / 100.0) / 1000;
            places.add(new NamedPlace(
                    "n" + places.size(), row.value("name"), "", List.of(), false, null, lat, lon, ACCURACY_METERS));
        }
        return PlaceFinder.of(new Gazetteer("speed", "Asia/Shanghai", places, List.of()));
    }
}
