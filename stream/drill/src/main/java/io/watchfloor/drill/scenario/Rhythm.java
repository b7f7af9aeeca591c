package io.watchfloor.drill.scenario;

import io.watchfloor.drill.table.ResourceTable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** How often what happens, by the hour of the day in the town. */
final class Rhythm {
    /** Between two events at an average hour at pace 1. */
    static final Duration MEAN_GAP = Duration.ofSeconds(8);

    /** The quietest hour is this share of an average one at least: a demonstration at night should not be dull. */
    private static final double LEAST_OF_MEAN = 0.6;

    private static final int HOURS = 24;

    /** How many speak of one event. */
    enum Audience {
        ONE,
        FEW,
        SEVERAL,
        CROWD
    }

    /** One line of {@code types.csv}. */
    record Habit(String type, double weight, List<Double> byHour, Audience audience, List<String> placeKinds) {
        double at(int hour) {
            return weight * byHour.get(hour);
        }
    }

    private final ZoneId zone;
    private final List<Habit> habits;

    Rhythm(ZoneId zone) {
        this.zone = zone;
        Map<String, List<Double>> profiles = new HashMap<>();
        ResourceTable.read(Rhythm.class, "profiles.csv", row -> Map.entry(row.get("profile"), row.toList()))
                .forEach(row -> profiles.put(row.getKey(), shares(row.getValue())));
        habits = ResourceTable.read(
                Rhythm.class,
                "types.csv",
                row -> new Habit(
                        row.get("type"),
                        Double.parseDouble(row.get("weight")),
                        profiles.get(row.get("profile")),
                        Audience.valueOf(row.get("reports").toUpperCase(Locale.ROOT)),
                        ResourceTable.list(row.get("place_kinds"))));
    }

    /** A profile's hours as multiples of their mean. */
    private static List<Double> shares(List<String> row) {
        double[] hours = row.stream().skip(1).mapToDouble(Double::parseDouble).toArray();
        double mean = Arrays.stream(hours).average().orElseThrow();
        return Arrays.stream(hours).map(hour -> hour / mean).boxed().toList();
    }

    /** Events expected per second at pace 1. */
    double perSecond(Instant at) {
        int hour = hour(at);
        double now = habits.stream().mapToDouble(h -> h.at(hour)).sum();
        double mean = habits.stream().mapToDouble(Habit::weight).sum();
        return Math.max(LEAST_OF_MEAN, now / mean) * 1000 / MEAN_GAP.toMillis();
    }

    /** What happens, when something does at this time. */
    Habit draw(Instant at, Random random) {
        int hour = hour(at);
        double left = random.nextDouble()
                * habits.stream().mapToDouble(h -> h.at(hour)).sum();
        for (Habit habit : habits) {
            left -= habit.at(hour);
            if (left < 0) {
                return habit;
            }
        }
        return habits.get(habits.size() - 1);
    }

    private int hour(Instant at) {
        return at.atZone(zone).getHour() % HOURS;
    }
}
