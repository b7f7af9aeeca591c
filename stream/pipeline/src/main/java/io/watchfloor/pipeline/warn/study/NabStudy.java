package io.watchfloor.pipeline.warn.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.Json;
import io.watchfloor.pipeline.warn.rule.MeasureWatch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The Numenta Anomaly Benchmark (v1.1), standard profile, scored as its {@code sweeper.py} does: a window's earliest
 * detection counts up to 1 by a sigmoid of its place in the window, a missed window −1, a false alarm up to −0.11; the
 * first 15 % (750 at most) are not scored; normalised so that no detection at all is 0 and perfection 100. The threshold
 * for each folder, and which of the detector's views it goes by, are the best on all the other folders.
 */
final class NabStudy {
    private static final double[] THRESHOLDS = {.2, .25, .3, .35, .4, .45, .5, .55, .6, .65, .7, .75, .8};
    private static final double FALSE_ALARM = 0.11;

    private final PrintStream out;

    /** All views together, as shipped. */
    private static final int ALL_VIEWS = (1 << MeasureWatch.VIEWS) - 1;

    private static final int CHOICES = ALL_VIEWS * THRESHOLDS.length;

    /** Sum of scores, by set of views and threshold, and number of windows. */
    private record Scored(String folder, List<Double> byChoice, int windows) {}

    private record Window(int from, int to) {}

    NabStudy(PrintStream out) {
        this.out = out;
    }

    void run(Path nab) throws IOException {
        JsonNode labels = Json.mapper()
                .readTree(nab.resolve("labels/combined_windows.json").toFile());
        List<Scored> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> file : labels.properties()) {
            all.add(score(nab.resolve("data").resolve(file.getKey()), file.getKey(), file.getValue()));
        }
        out.println("Views and threshold from the other folders:");
        tell(all, 0);
        out.println("All views, as shipped; threshold from the other folders:");
        tell(all, choice(ALL_VIEWS, 0));
        tellByThreshold(all);
        JsonNode board =
                Json.mapper().readTree(nab.resolve("results/final_results.json").toFile());
        Map<Double, String> published = new TreeMap<>();
        board.properties()
                .forEach(e -> published.put(-e.getValue().path("standard").asDouble(), e.getKey()));
        published.forEach((score, name) -> out.printf(Locale.ROOT, "| %s | %.1f |%n", name, -score));
    }

    /** With the best choice on the other folders, from this one on. */
    private void tell(List<Scored> all, int firstChoice) {
        double sum = 0;
        int windows = all.stream().mapToInt(Scored::windows).sum();
        out.println("| folder | views | threshold | score |");
        out.println("|---|---|---|---|");
        for (String folder : new TreeSet<>(all.stream().map(Scored::folder).toList())) {
            List<Scored> others =
                    all.stream().filter(s -> !s.folder().equals(folder)).toList();
            int best = best(others, firstChoice);
            List<Scored> own =
                    all.stream().filter(s -> s.folder().equals(folder)).toList();
            double score = total(own, best);
            sum += score;
            int n = own.stream().mapToInt(Scored::windows).sum();
            out.printf(
                    Locale.ROOT,
                    "| %s | %s | %.2f | %s |%n",
                    folder,
                    Integer.toBinaryString(best / THRESHOLDS.length + 1),
                    THRESHOLDS[best % THRESHOLDS.length],
                    n == 0 ? String.format(Locale.ROOT, "%.2f raw", score) : normalised(score, n));
        }
        out.printf(Locale.ROOT, "| all | | | %s |%n%n", normalised(sum, windows));
    }

    private void tellByThreshold(List<Scored> all) {
        int windows = all.stream().mapToInt(Scored::windows).sum();
        for (int i = 0; i < THRESHOLDS.length; i++) {
            out.printf(
                    Locale.ROOT,
                    "one threshold %.2f: %s%n",
                    THRESHOLDS[i],
                    normalised(total(all, choice(ALL_VIEWS, i)), windows));
        }
    }

    private static int choice(int set, int threshold) {
        return (set - 1) * THRESHOLDS.length + threshold;
    }

    private static int best(List<Scored> of, int first) {
        int best = first;
        for (int i = first + 1; i < CHOICES; i++) {
            best = total(of, i) > total(of, best) ? i : best;
        }
        return best;
    }

    private static double total(List<Scored> of, int choice) {
        return of.stream().mapToDouble(s -> s.byChoice().get(choice)).sum();
    }

    private static String normalised(double score, int windows) {
        return String.format(Locale.ROOT, "%.1f", 100 * (score + windows) / (2.0 * windows));
    }

    private Scored score(Path file, String name, JsonNode labels) throws IOException {
        List<String> times = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] row = line.split(",", -1);
            if (row.length >= 2 && !row[0].equals("timestamp")) {
                times.add(row[0].substring(0, 19));
                values.add(Double.valueOf(row[1]));
            }
        }
        List<Window> windows = new ArrayList<>();
        labels.forEach(label -> windows.add(new Window(
                times.indexOf(label.get(0).asText().substring(0, 19)),
                times.indexOf(label.get(1).asText().substring(0, 19)))));
        int probation = (int) Math.ceil(Math.min(Math.floor(0.15 * times.size()), 0.15 * 5000));
        List<Double> byChoice = new ArrayList<>();
        for (int set = 1; set <= ALL_VIEWS; set++) {
            for (double threshold : THRESHOLDS) {
                byChoice.add(points(detections(times, values, set, threshold), windows, probation));
            }
        }
        int counted = (int) windows.stream().filter(w -> w.to() >= probation).count();
        return new Scored(name.substring(0, name.indexOf('/')), byChoice, counted);
    }

    private static List<Integer> detections(List<String> times, List<Double> values, int set, double threshold) {
        MeasureWatch watch = new MeasureWatch(threshold);
        List<Integer> detections = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            double[] views = watch.views(second(times.get(i)), values.get(i));
            double sum = 0;
            for (int view = 0; view < views.length; view++) {
                sum += (set >> view & 1) * views[view];
            }
            if (watch.isDetection(sum / Integer.bitCount(set))) {
                detections.add(i);
            }
        }
        return detections;
    }

    private static double points(List<Integer> detections, List<Window> windows, int probation) {
        Map<Window, Double> best = new TreeMap<>((a, b) -> Integer.compare(a.from(), b.from()));
        windows.stream().filter(w -> w.to() >= probation).forEach(w -> best.put(w, -1.0));
        double sum = 0;
        for (int at : detections) {
            if (at < probation) {
                continue;
            }
            Window before = null;
            Window in = null;
            for (Window window : windows) {
                before = window.to() < at ? window : before;
                in = window.from() <= at && at <= window.to() ? window : in;
            }
            if (in != null) {
                double width = in.to() - in.from() + 1.0;
                best.merge(in, sigmoid(-(in.to() - at + 1) / width) / sigmoid(-1), Math::max);
            } else if (before == null) {
                sum -= FALSE_ALARM;
            } else {
                sum += FALSE_ALARM * sigmoid((at - before.to()) / (double) (before.to() - before.from()));
            }
        }
        return sum + best.values().stream().mapToDouble(v -> v).sum();
    }

    private static double sigmoid(double place) {
        return place > 3 ? -1 : 2 / (1 + Math.exp(5 * place)) - 1;
    }

    private static long second(String time) {
        return LocalDateTime.parse(time.replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC);
    }
}
