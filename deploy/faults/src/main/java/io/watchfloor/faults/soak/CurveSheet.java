package io.watchfloor.faults.soak;

import io.watchfloor.faults.soak.Samples.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All curves as one picture, each in a field of its own that begins at zero; marks where a part was killed. */
final class CurveSheet {
    private static final int COLUMNS = 3;
    private static final int WIDTH = 300;
    private static final int HEIGHT = 70;
    private static final int GAP = 34;
    private static final int MOST_POINTS = 150;

    private final Samples samples;
    private final List<Long> kills;

    CurveSheet(Samples samples, List<Long> killSeconds) {
        this.samples = samples;
        this.kills = killSeconds;
    }

    /** As SVG. */
    String svg() {
        List<String> names = samples.names();
        int rows = (names.size() + COLUMNS - 1) / COLUMNS;
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            int x = i % COLUMNS * (WIDTH + GAP) + GAP / 2;
            int y = i / COLUMNS * (HEIGHT + GAP) + GAP;
            fields.append(field(names.get(i), x, y));
        }
        int width = COLUMNS * (WIDTH + GAP);
        int height = rows * (HEIGHT + GAP) + GAP;
        return String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"11\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n%s</svg>%n",
                width, height, fields);
    }

    private String field(String name, int x, int y) {
        List<Point> points = thinned(samples.curve(name));
        double last = Math.max(1, points.get(points.size() - 1).second());
        double most = Math.max(
                1, samples.curve(name).stream().mapToDouble(Point::value).max().orElse(1));
        StringBuilder line = new StringBuilder();
        for (Point point : points) {
            line.append(String.format(
                    Locale.ROOT, "%.0f,%.0f ", WIDTH * point.second() / last, HEIGHT - HEIGHT * point.value() / most));
        }
        StringBuilder marks = new StringBuilder();
        for (long kill : kills) {
            if (kill <= last) {
                marks.append(String.format(Locale.ROOT, "M%.0f 0v%d", WIDTH * kill / last, HEIGHT));
            }
        }
        return String.format(
                Locale.ROOT,
                "<g transform=\"translate(%d %d)\"><text y=\"-5\" fill=\"#222\">%s, 0 to %.0f</text>"
                        + "<rect width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#bbb\"/>"
                        + "<path d=\"%s\" stroke=\"#f0c9c9\"/>"
                        + "<polyline fill=\"none\" stroke=\"#1769aa\" points=\"%s\"/></g>%n",
                x,
                y,
                name,
                most,
                WIDTH,
                HEIGHT,
                marks,
                line.toString().strip());
    }

    private static List<Point> thinned(List<Point> points) {
        int step = Math.max(1, (points.size() + MOST_POINTS - 1) / MOST_POINTS);
        List<Point> few = new ArrayList<>();
        for (int i = 0; i < points.size(); i += step) {
            few.add(points.get(i));
        }
        return few;
    }
}
