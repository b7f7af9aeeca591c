package io.watchfloor.pipeline.warn.rule;

import static io.watchfloor.pipeline.warn.rule.Memory.ALL;
import static io.watchfloor.pipeline.warn.rule.Series.BINS_PER_HOUR;
import static io.watchfloor.pipeline.warn.rule.Series.BIN_MILLIS;

import io.watchfloor.contract.AlertKind;
import io.watchfloor.pipeline.warn.rule.Series.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for the window, and for the cells that touch, in which a topic stands out most: a negative binomial tail per
 * window and set of cells, the least of them corrected for how many were tried.
 */
final class Scan {
    /** Half an hour to a day, in bins. */
    static final int[] WINDOWS = {3, 6, 12, 36, 72, 144};

    private static final int SHORT_WINDOWS = 3;
    /** Windows overlap: six of them are worth about so many independent ones. */
    private static final double WINDOWS_TRIED = 3;

    static final int MOST_CELLS = 8;
    private static final int DAY_BINS = 144;
    private static final int MINUTES_PER_BIN = 10;
    private static final double DEVICE_CLUMPING = 3;
    private static final double MOST_TAIL = 14;
    /** Reports without a mood say nothing: what is usual among complaints stands in for them. */
    private static final double MOOD_PRIOR = 4;

    private static final double USUALLY_NEGATIVE = 0.6;
    private static final double USUAL_HEAT = 0.35;

    private final Memory memory;
    private final Baseline baseline;
    private final CellMap cells;
    private final Risk risk;

    /** What was counted in a set of cells, and what is usual there. */
    private record Spot(List<String> cellIds, List<Series> series, List<Baseline.Level> levels) {
        double sum(int measure, long fromBin, long toBin) {
            double sum = 0;
            for (Series one : series) {
                sum += one == null ? 0 : one.sum(measure, fromBin, toBin);
            }
            return sum;
        }

        double perHour() {
            return levels.stream().mapToDouble(Baseline.Level::perHour).sum();
        }

        double devicesPerHour() {
            return levels.stream().mapToDouble(Baseline.Level::devicesPerHour).sum();
        }

        /** Squared doubt about the levels, per squared hour. */
        double doubt() {
            return levels.stream()
                    .mapToDouble(level -> level.perHour() * level.perHour() / level.shape())
                    .sum();
        }

        double countPerWeight() {
            return levels.get(0).countPerWeight();
        }
    }

    /** The window that stands out most, and how much. */
    private record Peak(int bins, double weight, double mean, double tail, double shortTail) {}

    Scan(Memory memory, Baseline baseline, CellMap cells, Risk risk) {
        this.memory = memory;
        this.baseline = baseline;
        this.cells = cells;
        this.risk = risk;
    }

    /** The rise around a cell: in it alone, or with cells that touch when that stands out more. */
    Rise around(String topic, String cell, long clockMillis) {
        Baseline.Level area = baseline.area(topic, clockMillis);
        double[] hours = windowHours(topic, clockMillis);
        Spot alone = spot(topic, List.of(cell), area, clockMillis);
        Peak peak = peak(topic, alone, hours, clockMillis);
        Spot widest = alone;
        Peak best = peak;
        int tried = 1;
        Spot growing = alone;
        for (Spot next : risingNeighbours(topic, cell, area, hours, clockMillis)) {
            growing = join(growing, next);
            tried++;
            Peak together = peak(topic, growing, hours, clockMillis);
            if (together.tail() * tried < best.tail() / 10) {
                best = together;
                widest = growing;
            }
        }
        double tail = Math.min(1, best.tail() * (widest.cellIds().size() == 1 ? 1 : tried));
        double areaTail = peak(topic, areaSpot(topic, area), hours, clockMillis).tail();
        return rise(topic, widest, best, tail, peak.tail(), areaTail, hours, clockMillis);
    }

    /** The rise over exactly these cells. */
    Rise over(String topic, List<String> cellIds, long clockMillis) {
        Baseline.Level area = baseline.area(topic, clockMillis);
        double[] hours = windowHours(topic, clockMillis);
        Spot spot = cellIds.isEmpty() ? areaSpot(topic, area) : spot(topic, cellIds, area, clockMillis);
        Peak peak = peak(topic, spot, hours, clockMillis);
        double alone = cellIds.stream()
                .mapToDouble(cell -> peak(topic, spot(topic, List.of(cell), area, clockMillis), hours, clockMillis)
                        .tail())
                .min()
                .orElse(peak.tail());
        double areaTail = peak(topic, areaSpot(topic, area), hours, clockMillis).tail();
        return rise(topic, spot, peak, peak.tail(), alone, areaTail, hours, clockMillis);
    }

    /** Hours of an average profile in each window. */
    private double[] windowHours(String topic, long clockMillis) {
        double surge = baseline.surge(topic, clockMillis);
        long head = Math.floorDiv(clockMillis, BIN_MILLIS);
        double[] hours = new double[WINDOWS.length];
        for (int i = 0; i < WINDOWS.length; i++) {
            hours[i] = surge * baseline.profileHours(topic, head - WINDOWS[i] + 1, clockMillis);
        }
        return hours;
    }

    private Peak peak(String topic, Spot spot, double[] hours, long clockMillis) {
        TopicModel model = baseline.model(topic, clockMillis);
        long head = Math.floorDiv(clockMillis, BIN_MILLIS);
        double perHour = spot.perHour();
        double doubt = spot.doubt();
        int at = 0;
        double weightAt = 0;
        double least = 2;
        double shortLeast = 1;
        for (int i = 0; i < WINDOWS.length; i++) {
            double weight = spot.sum(Measure.WEIGHT, head - WINDOWS[i] + 1, head);
            double mean = perHour * hours[i];
            double variance = model.variance(mean) + doubt * hours[i] * hours[i];
            double tail = NegativeBinomial.tail(weight, mean, variance);
            if (tail < least) {
                least = tail;
                at = i;
                weightAt = weight;
            }
            if (i < SHORT_WINDOWS) {
                shortLeast = Math.min(shortLeast, tail);
            }
        }
        return new Peak(
                WINDOWS[at],
                weightAt,
                perHour * hours[at],
                Math.min(1, least * WINDOWS_TRIED),
                Math.min(1, shortLeast * SHORT_WINDOWS));
    }

    private Rise rise(
            String topic,
            Spot spot,
            Peak peak,
            double tail,
            double aloneTail,
            double areaTail,
            double[] hours,
            long clockMillis) {
        long head = Math.floorDiv(clockMillis, BIN_MILLIS);
        long from = head - peak.bins() + 1;
        double count = spot.sum(Measure.COUNT, from, head);
        double negatives = spot.sum(Measure.NEGATIVE, from, head);
        double devices = spot.sum(Measure.DEVICE, head - DAY_BINS + 1, head);
        double deviceMean = spot.devicesPerHour() * hours[hours.length - 1];
        double deviceTail = NegativeBinomial.tail(devices, deviceMean, DEVICE_CLUMPING * deviceMean);
        double latter = spot.sum(Measure.COUNT, head - peak.bins() / 2 + 1, head);
        double cellGain = Math.max(0, depth(tail) - depth(aloneTail));
        List<Double> features = List.of(
                1.0,
                depth(aloneTail),
                cellGain,
                depth(areaTail),
                (negatives + MOOD_PRIOR * USUALLY_NEGATIVE) / (spot.sum(Measure.READ, from, head) + MOOD_PRIOR),
                (spot.sum(Measure.HEAT, from, head) + MOOD_PRIOR * USUAL_HEAT)
                        / (spot.sum(Measure.READ, from, head) + MOOD_PRIOR),
                depth(deviceTail),
                StrictMath.log((peak.weight() + 1) / (peak.mean() + 1)),
                StrictMath.log(1 + count),
                (latter + 1) / (count + 2) - 0.5,
                StrictMath.log(Math.max(1, spot.cellIds().size())));
        AlertKind kind = spot.cellIds().isEmpty()
                ? AlertKind.AREA
                : spot.cellIds().size() == 1 ? AlertKind.CELL : AlertKind.CLUSTER;
        return new Rise(
                topic,
                kind,
                spot.cellIds(),
                peak.bins() * MINUTES_PER_BIN,
                (int) count,
                peak.mean() * spot.countPerWeight(),
                tail,
                peak.shortTail(),
                (int) negatives,
                (int) devices,
                features,
                risk.probability(features));
    }

    private static double depth(double tail) {
        return Math.min(MOST_TAIL, -StrictMath.log10(Math.max(tail, 1e-300)));
    }

    /** Cells that touch and are above what is usual there, the most so first. */
    private List<Spot> risingNeighbours(
            String topic, String cell, Baseline.Level area, double[] hours, long clockMillis) {
        record Ranked(Spot spot, double tail) {}
        List<Ranked> rising = new ArrayList<>();
        for (String neighbour : cells.touching(cell)) {
            Series series = memory.findSeries(topic, neighbour);
            long head = Math.floorDiv(clockMillis, BIN_MILLIS);
            if (series == null || series.sum(Measure.COUNT, head - DAY_BINS + 1, head) == 0) {
                continue;
            }
            Spot spot = spot(topic, List.of(neighbour), area, clockMillis);
            double tail = peak(topic, spot, hours, clockMillis).tail();
            if (tail < 0.3) {
                rising.add(new Ranked(spot, tail));
            }
        }
        return rising.stream()
                .sorted(Comparator.comparingDouble(Ranked::tail)
                        .thenComparing(ranked -> ranked.spot().cellIds().get(0)))
                .limit(MOST_CELLS - 1)
                .map(Ranked::spot)
                .toList();
    }

    private Spot spot(String topic, List<String> cellIds, Baseline.Level area, long clockMillis) {
        List<Series> series = new ArrayList<>();
        List<Baseline.Level> levels = new ArrayList<>();
        for (String cell : cellIds) {
            series.add(memory.findSeries(topic, cell));
            levels.add(baseline.cell(topic, cell, area, clockMillis));
        }
        return new Spot(cellIds, series, levels);
    }

    private Spot areaSpot(String topic, Baseline.Level area) {
        List<Series> all = new ArrayList<>();
        all.add(memory.findSeries(topic, ALL));
        return new Spot(List.of(), all, List.of(area));
    }

    private static Spot join(Spot a, Spot b) {
        List<String> cellIds = new ArrayList<>(a.cellIds());
        cellIds.addAll(b.cellIds());
        List<Series> series = new ArrayList<>(a.series());
        series.addAll(b.series());
        List<Baseline.Level> levels = new ArrayList<>(a.levels());
        levels.addAll(b.levels());
        return new Spot(cellIds, series, levels);
    }

    /** The last hours of these cells against what is usual, oldest first. */
    List<io.watchfloor.contract.AlertPoint> curve(String topic, List<String> cellIds, long clockMillis) {
        Baseline.Level area = baseline.area(topic, clockMillis);
        Spot spot = cellIds.isEmpty() ? areaSpot(topic, area) : spot(topic, cellIds, area, clockMillis);
        TopicModel model = baseline.model(topic, clockMillis);
        long hour = Math.floorDiv(clockMillis, BIN_MILLIS * BINS_PER_HOUR);
        List<io.watchfloor.contract.AlertPoint> points = new ArrayList<>();
        for (long at = Math.max(model.startHour(), hour - 23); at <= hour; at++) {
            double profile = model.profile(baseline.week().slot(at));
            double mean = spot.perHour() * profile;
            double variance = model.variance(mean) + spot.doubt() * profile * profile;
            double count = spot.sum(Measure.COUNT, at * BINS_PER_HOUR, at * BINS_PER_HOUR + BINS_PER_HOUR - 1);
            points.add(new io.watchfloor.contract.AlertPoint(
                    java.time.Instant.ofEpochMilli(at * BINS_PER_HOUR * BIN_MILLIS),
                    (int) count,
                    rounded(mean * spot.countPerWeight()),
                    NegativeBinomial.upper(0.01, mean, variance)));
        }
        return points;
    }

    private static double rounded(double value) {
        return Math.rint(value * 100) / 100;
    }

    /** The newest reports in these cells within the window. */
    List<String> evidence(Rise rise, long clockMillis) {
        long since = clockMillis - Math.max(60, rise.windowMinutes()) * 60_000L;
        List<String> places = rise.cellIds().isEmpty() ? List.of(ALL) : rise.cellIds();
        return places.stream()
                .map(place -> memory.findSeries(rise.topic(), place))
                .filter(java.util.Objects::nonNull)
                .flatMap(series -> series.evidenceSince(since).stream())
                .sorted(Comparator.comparingLong(Series.Evidence::atMillis)
                        .reversed()
                        .thenComparing(Series.Evidence::reportId))
                .limit(Series.MOST_EVIDENCE)
                .map(Series.Evidence::reportId)
                .toList();
    }
}
