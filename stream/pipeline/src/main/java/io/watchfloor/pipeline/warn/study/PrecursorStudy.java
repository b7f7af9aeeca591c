package io.watchfloor.pipeline.warn.study;

import io.watchfloor.pipeline.warn.rule.CellMap;
import io.watchfloor.pipeline.warn.rule.Risk;
import io.watchfloor.pipeline.warn.rule.Thresholds;
import io.watchfloor.pipeline.warn.study.PrecursorRun.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Fits the risk on simulated incidents, chooses its bar on others, and measures it on others again. */
final class PrecursorStudy {
    private static final double[] STRENGTHS = {6, 13, 26, 52};
    private static final double[] FIT_STRENGTHS = {10, 16, 26, 40};
    private static final double GOAL_STRENGTH = 26;
    private static final double[] BARS = {0.885, 0.89, 0.895, 0.9, 0.905, 0.91};
    private static final long[] FIT_SEEDS = LongStream.rangeClosed(101, 120).toArray();
    /** One city tells little: over forty the shares are known to two points. */
    private static final long[] BAR_SEEDS = LongStream.rangeClosed(251, 290).toArray();
    /** Neither fitted nor chosen on. */
    static final long[] MEASURED_SEEDS = LongStream.rangeClosed(211, 250).toArray();
    /** The least precision of complaints alone on the seeds of the bar; the lowest bar that gives it and the next is taken. */
    private static final double WANTED_ALONE = 0.88;
    /** The same with sensors. */
    private static final double WANTED_JOINED = 0.89;

    /** Rises with a tail of more decades than this were warned of before; the fit should care for those at the bar. */
    private static final float LONG_DECIDED = 6;

    private static final float LITTLE = 0.3f;

    private static final int TREES = 200;
    private static final int DEPTH = 5;
    private static final double RATE = 0.08;

    private final PrintStream out;

    PrecursorStudy(PrintStream out) {
        this.out = out;
    }

    /** Writes trees and the bar for blue to the file; prints what each bar gives. */
    void fit(Path file) throws IOException {
        List<float[]> rows = new ArrayList<>();
        List<Boolean> followed = new ArrayList<>();
        for (long seed : FIT_SEEDS) {
            for (double strength : FIT_STRENGTHS) {
                collect(City.USUAL, Incidents.of(seed, City.USUAL, strength, seed % 2 == 0), rows, followed);
                collect(City.USUAL, Incidents.of(seed, City.USUAL, strength, seed % 2 == 1), rows, followed);
            }
        }
        out.printf(
                Locale.ROOT,
                "%d rises, %d followed by an incident%n",
                rows.size(),
                followed.stream().filter(f -> f).count());
        float[] weights = new float[rows.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = rows.get(i)[0] > LONG_DECIDED ? LITTLE : 1;
        }
        Risk risk = new BoostedFit(TREES, DEPTH, RATE).fit(rows, followed, weights);
        Files.writeString(file, risk.withBlue(0.75).table(), StandardCharsets.UTF_8);
        chooseBar(risk, file);
    }

    /** Writes the shipped trees and the bar for blue to the file; prints what each bar gives. */
    void bar(Path file) throws IOException {
        chooseBar(Risk.SHIPPED, file);
    }

    private void chooseBar(Risk risk, Path file) throws IOException {
        Files.writeString(file, risk.withBlue(lowestBar(risk)).table(), StandardCharsets.UTF_8);
    }

    private double lowestBar(Risk risk) {
        double chosen = 0;
        for (double blue : BARS) {
            Thresholds bar = Thresholds.SHIPPED.withBlue(blue);
            Outcome alone =
                    run(City.USUAL, BAR_SEEDS, GOAL_STRENGTH, false, risk, bar).mean();
            Outcome joined =
                    run(City.USUAL, BAR_SEEDS, GOAL_STRENGTH, true, risk, bar).mean();
            out.printf(
                    Locale.ROOT,
                    "blue %.3f: alone %.1f / %.1f, with sensors %.1f / %.1f%n",
                    blue,
                    100 * alone.warned(),
                    100 * alone.precision(),
                    100 * joined.warned(),
                    100 * joined.precision());
            boolean enough = alone.precision() >= WANTED_ALONE && joined.precision() >= WANTED_JOINED;
            chosen = chosen == 0 && enough ? blue : chosen;
        }
        return chosen == 0 ? BARS[BARS.length - 1] : chosen;
    }

    /** Prints the curve of the shipped fit on seeds of its own, in the usual city and in another. */
    void measure() {
        out.println("| extra reports per incident | complaints alone: warned 1–24 h ahead / precision | with sensors"
                + " | alerts a week, alone |");
        out.println("|---|---|---|---|");
        for (double strength : STRENGTHS) {
            row(String.format(Locale.ROOT, "%.0f", strength), City.USUAL, strength);
        }
        row("26, another city", City.OTHER, GOAL_STRENGTH);
        row("52, another city", City.OTHER, 52);
    }

    private void row(String name, City city, double strength) {
        Outcomes alone = run(city, MEASURED_SEEDS, strength, false, Risk.SHIPPED, Thresholds.SHIPPED);
        Outcomes joined = run(city, MEASURED_SEEDS, strength, true, Risk.SHIPPED, Thresholds.SHIPPED);
        out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %.1f |%n",
                name,
                alone.shares(),
                joined.shares(),
                alone.mean().alertsPerWeek());
    }

    private static Outcomes run(City city, long[] seeds, double strength, boolean devices, Risk risk, Thresholds bar) {
        CellMap cells = CellMap.of(Incidents.city(city.side()));
        return new Outcomes(Arrays.stream(seeds)
                .mapToObj(
                        seed -> new PrecursorRun(Incidents.of(seed, city, strength, devices), cells).measure(risk, bar))
                .toList());
    }

    private static void collect(City city, Incidents incidents, List<float[]> rows, List<Boolean> followed) {
        PrecursorRun run = new PrecursorRun(incidents, CellMap.of(Incidents.city(city.side())));
        run.collect((rise, atMillis) -> {
            if (rise.count() >= Thresholds.SHIPPED.fewestReports() && atMillis >= Incidents.judgedFrom()) {
                float[] row = new float[rise.signs().size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = rise.signs().get(i).floatValue();
                }
                rows.add(row);
                followed.add(run.isFollowed(rise.topic(), rise.cellIds(), atMillis));
            }
        });
    }
}
