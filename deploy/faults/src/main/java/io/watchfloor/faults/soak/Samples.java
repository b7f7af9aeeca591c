package io.watchfloor.faults.soak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was seen, second by second. */
final class Samples {
    private final Map<Long, Map<String, Double>> bySecond = new TreeMap<>();

    /** At one second. */
    record Point(long second, double value) {}

    /** Adds what was seen at this second. */
    void add(long second, Map<String, Double> seen) {
        bySecond.put(second, seen);
    }

    /** Everything that was ever looked at, in a fixed order. */
    List<String> names() {
        TreeSet<String> names = new TreeSet<>();
        bySecond.values().forEach(seen -> names.addAll(seen.keySet()));
        return List.copyOf(names);
    }

    /** One curve. */
    List<Point> curve(String name) {
        List<Point> points = new ArrayList<>();
        bySecond.forEach((second, seen) -> {
            Double value = seen.get(name);
            if (value != null) {
                points.add(new Point(second, value));
            }
        });
        return points;
    }

    /** A line per second, a column per name; empty where nothing was seen. */
    String csv() {
        List<String> names = names();
        StringBuilder table =
                new StringBuilder("second,").append(String.join(",", names)).append('\n');
        bySecond.forEach((second, seen) -> {
            table.append(second);
            for (String name : names) {
                Double value = seen.get(name);
                table.append(',').append(value == null ? "" : String.format(Locale.ROOT, "%.1f", value));
            }
            table.append('\n');
        });
        return table.toString();
    }

    /** The middle value of the second and of the last quarter: the first is for warming up. */
    String markdown() {
        StringBuilder table = new StringBuilder("| what | second quarter | last quarter | most |\n|---|---|---|---|\n");
        for (String name : names()) {
            List<Point> points = curve(name);
            int quarter = points.size() / 4;
            if (quarter > 0) {
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %.0f | %.0f | %.0f |%n",
                        name,
                        median(points.subList(quarter, 2 * quarter)),
                        median(points.subList(points.size() - quarter, points.size())),
                        points.stream().mapToDouble(Point::value).max().orElse(0)));
            }
        }
        return table.toString();
    }

    private static double median(List<Point> points) {
        double[] values = points.stream().mapToDouble(Point::value).sorted().toArray();
        return Arrays.stream(values).skip(values.length / 2).findFirst().orElse(0);
    }
}
