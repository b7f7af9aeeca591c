package io.watchfloor.faults.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How sizes went over time: a table of comma-separated values, and a page with a curve for each. */
public final class Curves {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 120;

    private final Map<String, List<double[]>> byName = new TreeMap<>();

    /** Adds what was seen at this second. */
    public void add(long second, Map<String, Double> sizes) {
        sizes.forEach((name, size) ->
                byName.computeIfAbsent(name, absent -> new ArrayList<>()).add(new double[] {second, size}));
    }

    /** Writes {@code soak.csv} and {@code soak.html} to this folder. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder table = new StringBuilder("name,second,size\n");
        StringBuilder page =
                new StringBuilder("<!doctype html><html lang=en><meta charset=utf-8><title>Soak</title>\n");
        byName.forEach((name, points) -> {
            points.forEach(
                    point -> table.append(String.format(Locale.ROOT, "%s,%.0f,%.0f%n", name, point[0], point[1])));
            page.append(curve(name, points));
        });
        Files.writeString(folder.resolve("soak.csv"), table);
        Files.writeString(folder.resolve("soak.html"), page.append("</html>\n"));
    }

    private static String curve(String name, List<double[]> points) {
        double last = Math.max(1, points.get(points.size() - 1)[0]);
        double most =
                Math.max(1, points.stream().mapToDouble(point -> point[1]).max().orElse(1));
        StringBuilder line = new StringBuilder();
        for (double[] point : points) {
            line.append(String.format(
                    Locale.ROOT, "%.1f,%.1f ", WIDTH * point[0] / last, HEIGHT - HEIGHT * point[1] / most));
        }
        return String.format(
                Locale.ROOT,
                "<h2>%s</h2><p>0 to %.0f in %.0f s</p><svg width=%d height=%d style='border:1px solid #ccc'>"
                        + "<polyline fill=none stroke=#1769aa points='%s'/></svg>%n",
                name,
                most,
                last,
                WIDTH,
                HEIGHT,
                line);
    }
}
