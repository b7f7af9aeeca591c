package io.watchfloor.drill.district;

import io.watchfloor.drill.table.ResourceTable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Invented names, no two alike in Chinese. */
final class PersonNames {
    private static final double TWO_CHARACTERS = 0.75;

    /** A name in Chinese and in pinyin, surname first. */
    record Name(String zh, String en) {}

    private final List<Map.Entry<String, String>> surnames = characters("surnames.csv");
    private final List<Map.Entry<String, String>> given = characters("given-names.csv");
    private final Set<String> taken = new HashSet<>();
    private final Random random;

    PersonNames(Random random) {
        this.random = random;
    }

    private static List<Map.Entry<String, String>> characters(String table) {
        return ResourceTable.read(PersonNames.class, table, row -> Map.entry(row.get("character"), row.get("pinyin")));
    }

    Name next() {
        Name name;
        do {
            name = draw();
        } while (!taken.add(name.zh()));
        return name;
    }

    private Name draw() {
        // Common surnames stand first in the table and come up more often.
        double skewed = random.nextDouble() * random.nextDouble();
        Map.Entry<String, String> surname = surnames.get((int) (skewed * surnames.size()));
        Map.Entry<String, String> first = given.get(random.nextInt(given.size()));
        if (random.nextDouble() >= TWO_CHARACTERS) {
            return new Name(surname.getKey() + first.getKey(), surname.getValue() + " " + capital(first.getValue()));
        }
        Map.Entry<String, String> second = given.get(random.nextInt(given.size()));
        String join = "aeo".indexOf(second.getValue().charAt(0)) >= 0 ? "'" : "";
        return new Name(
                surname.getKey() + first.getKey() + second.getKey(),
                surname.getValue() + " " + capital(first.getValue()) + join + second.getValue());
    }

    private static String capital(String pinyin) {
        return pinyin.substring(0, 1).toUpperCase(Locale.ROOT) + pinyin.substring(1);
    }
}
