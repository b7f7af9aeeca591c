package io.watchfloor.pipeline.warn.study;

import io.watchfloor.contract.Alert;
import io.watchfloor.pipeline.warn.rule.Blobs;
import io.watchfloor.pipeline.warn.rule.CellMap;
import io.watchfloor.pipeline.warn.rule.Risk;
import io.watchfloor.pipeline.warn.rule.Sighting;
import io.watchfloor.pipeline.warn.rule.Thresholds;
import io.watchfloor.pipeline.warn.rule.Watch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Fits the risk on simulated incidents, and measures it on others. */
final class PrecursorStudy {
    static final double[] STRENGTHS = {5, 10, 16, 26, 40};
    private static final long[] FIT_SEEDS = {101, 102, 103};
    private static final int FIRST_MEASURED_SEED = 1;
    private static final int MEASURED_SEEDS = 6;
    /** The least precision on the seeds of the fit; the lowest bar that gives it is taken. */
    private static final double WANTED = 0.89;

    private static final double HIGHEST_BAR = 0.8;

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    /** Two-sided 95 % of Student's t with five degrees of freedom. */
    private static final double STUDENT = 2.571;

    private final PrintStream out;
    private final CellMap cells = CellMap.of(Incidents.city());

    /** How one run came out: shares, and the number of alerts a week. */
    private record Outcome(double warned, double precision, double alertsPerWeek) {}

    PrecursorStudy(PrintStream out) {
        this.out = out;
    }

    /** Writes weights and the bar for blue to the file; prints what each bar gives on the seeds of the fit. */
    void fit(Path file) throws IOException {
        List<List<Double>> rows = new ArrayList<>();
        List<Boolean> followed = new ArrayList<>();
        for (long seed : FIT_SEEDS) {
            for (boolean devices : new boolean[] {false, true}) {
                for (double strength : new double[] {10, 26, 40}) {
                    collect(Incidents.of(seed, strength, devices), rows, followed);
                }
            }
        }
        double[] weights = LogisticFit.fit(rows, followed);
        out.printf(
                Locale.ROOT,
                "%d rises, %d followed by an incident%n",
                rows.size(),
                followed.stream().filter(f -> f).count());
        out.println(Risk.FEATURES);
        out.println(Arrays.stream(weights)
                .mapToObj(w -> String.format(Locale.ROOT, "%.3f", w))
                .collect(Collectors.joining(", ")));
        double chosen = 0;
        for (double blue = 0.5; blue < 0.85; blue += 0.1) {
            Thresholds bar = Thresholds.SHIPPED.withBlue(blue);
            Outcome alone = mean(run(FIT_SEEDS, 26, false, new Risk(weights), bar));
            Outcome joined = mean(run(FIT_SEEDS, 26, true, new Risk(weights), bar));
            out.printf(
                    Locale.ROOT,
                    "blue %.2f: alone %.1f / %.1f, with sensors %.1f / %.1f%n",
                    blue,
                    100 * alone.warned(),
                    100 * alone.precision(),
                    100 * joined.warned(),
                    100 * joined.precision());
            chosen = chosen == 0 && alone.precision() >= WANTED && joined.precision() >= WANTED ? blue : chosen;
        }
        Files.writeString(file, Risk.table(weights, chosen == 0 ? HIGHEST_BAR : chosen), StandardCharsets.UTF_8);
    }

    /** Prints the curve of the shipped fit on seeds of its own. */
    void measure() {
        long[] seeds = LongStream.range(FIRST_MEASURED_SEED, FIRST_MEASURED_SEED + MEASURED_SEEDS)
                .toArray();
        out.println("| extra reports per incident | complaints alone: warned 1–24 h ahead / precision | with sensors"
                + " | alerts a week, alone |");
        out.println("|---|---|---|---|");
        for (double strength : STRENGTHS) {
            List<Outcome> alone = run(seeds, strength, false, Risk.SHIPPED, Thresholds.SHIPPED);
            List<Outcome> joined = run(seeds, strength, true, Risk.SHIPPED, Thresholds.SHIPPED);
            out.printf(
                    Locale.ROOT,
                    "| %.0f | %s | %s | %.1f |%n",
                    strength,
                    shares(alone),
                    shares(joined),
                    mean(alone).alertsPerWeek());
        }
        Risk tailOnly = new Risk(new double[] {-10, 2.5, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        out.printf(
                Locale.ROOT,
                "| 26, by the cell's tail alone (< 1e-4) | %s | %s | |%n",
                shares(run(seeds, 26, false, tailOnly, Thresholds.SHIPPED.withBlue(0.5))),
                shares(run(seeds, 26, true, tailOnly, Thresholds.SHIPPED.withBlue(0.5))));
    }

    private List<Outcome> run(long[] seeds, double strength, boolean devices, Risk risk, Thresholds bar) {
        return Arrays.stream(seeds)
                .mapToObj(seed -> outcome(Incidents.of(seed, strength, devices), risk, bar))
                .toList();
    }

    private void collect(Incidents city, List<List<Double>> rows, List<Boolean> followed) {
        Watch watch = new Watch("live", Blobs.none(), cells, Risk.SHIPPED, Thresholds.SHIPPED);
        watch.probe((rise, atMillis) -> {
            if (rise.count() >= Thresholds.SHIPPED.fewestReports()
                    && rise.tail() <= 0.02
                    && atMillis >= Incidents.judgedFrom()) {
                rows.add(rise.features());
                followed.add(isFollowed(city, rise.topic(), rise.cellIds(), atMillis));
            }
        });
        city.sightings().forEach(watch::see);
    }

    private Outcome outcome(Incidents city, Risk risk, Thresholds bar) {
        Watch watch = new Watch("live", Blobs.none(), cells, risk, bar);
        List<Alert> raised = new ArrayList<>();
        Map<String, Long> stoodUntil = new HashMap<>();
        for (Sighting sighting : city.sightings()) {
            for (Alert alert : watch.see(sighting)) {
                boolean stands = alert.clearedAt() == null;
                stoodUntil.put(
                        alert.id(), stands ? Long.MAX_VALUE : alert.clearedAt().toEpochMilli());
                if (alert.version() == 1 && alert.raisedAt().toEpochMilli() >= Incidents.judgedFrom()) {
                    raised.add(alert);
                }
            }
        }
        long right = raised.stream()
                .filter(alert -> isFollowed(
                        city, alert.topic(), alert.cellIds(), alert.raisedAt().toEpochMilli()))
                .count();
        long warned = city.judged().stream()
                .filter(incident ->
                        raised.stream().anyMatch(alert -> warnsOf(alert, stoodUntil.get(alert.id()), incident)))
                .count();
        double weeks = (Incidents.DAYS - Incidents.WARM_UP_DAYS) / 7.0;
        return new Outcome(
                warned / (double) city.judged().size(),
                raised.isEmpty() ? 1 : right / (double) raised.size(),
                raised.size() / weeks);
    }

    /** Whether the alert stood at some time between a day and an hour ahead. */
    private boolean warnsOf(Alert alert, long stoodUntil, Incidents.Incident incident) {
        long raised = alert.raisedAt().toEpochMilli();
        return raised <= incident.atMillis() - HOUR
                && stoodUntil >= incident.atMillis() - DAY
                && isThere(alert.topic(), alert.cellIds(), incident);
    }

    private boolean isFollowed(Incidents city, String topic, List<String> cellIds, long atMillis) {
        return city.all().stream()
                .anyMatch(incident -> incident.atMillis() > atMillis
                        && incident.atMillis() <= atMillis + DAY
                        && isThere(topic, cellIds, incident));
    }

    private boolean isThere(String topic, List<String> cellIds, Incidents.Incident incident) {
        String cell = Incidents.cell(incident.row(), incident.column());
        return incident.topic().equals(topic)
                && (cellIds.contains(cell) || cells.touching(cell).stream().anyMatch(cellIds::contains));
    }

    private static Outcome mean(List<Outcome> runs) {
        return new Outcome(
                runs.stream().mapToDouble(Outcome::warned).average().orElse(0),
                runs.stream().mapToDouble(Outcome::precision).average().orElse(0),
                runs.stream().mapToDouble(Outcome::alertsPerWeek).average().orElse(0));
    }

    private static String shares(List<Outcome> runs) {
        return interval(runs.stream().mapToDouble(Outcome::warned).toArray())
                + " / "
                + interval(runs.stream().mapToDouble(Outcome::precision).toArray());
    }

    private static String interval(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double half = STUDENT * Math.sqrt(squares / (values.length - 1) / values.length);
        return String.format(Locale.ROOT, "%.1f ± %.1f", 100 * mean, 100 * half);
    }
}
