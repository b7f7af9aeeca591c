package io.watchfloor.drill.district;

import io.watchfloor.drill.table.ResourceTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Which street runs along which line of the ground, and what the lanes between them are called. */
final class StreetNames {
    private final Map<String, Street> byLine = new HashMap<>();
    private final List<Street> lanes;
    private int lanesNamed;

    StreetNames(Random random) {
        for (Map.Entry<String, Street> entry : ResourceTable.read(
                StreetNames.class,
                "streets.csv",
                row -> Map.entry(
                        row.get("line") + " " + row.get("index"),
                        new Street(
                                row.get("name_zh"),
                                row.get("name_en"),
                                Street.Rank.valueOf(row.get("rank").toUpperCase(Locale.ROOT)))))) {
            byLine.put(entry.getKey(), entry.getValue());
        }
        lanes = new ArrayList<>(ResourceTable.read(
                StreetNames.class,
                "lanes.csv",
                row -> new Street(row.get("name_zh"), row.get("name_en"), Street.Rank.LANE)));
        Collections.shuffle(lanes, random);
    }

    Street along(String line, Object index) {
        Street street = byLine.get(line + " " + index);
        if (street == null) {
            throw new IllegalStateException("streets.csv names no street for " + line + " " + index);
        }
        return street;
    }

    /** The next lane's name; when the names run out they begin again with 新 before them. */
    Street nextLane() {
        Street name = lanes.get(lanesNamed % lanes.size());
        int round = lanesNamed++ / lanes.size();
        return round == 0
                ? name
                : new Street("新".repeat(round) + name.nameZh(), "New ".repeat(round) + name.nameEn(), name.rank());
    }
}
