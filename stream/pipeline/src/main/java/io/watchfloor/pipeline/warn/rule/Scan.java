package io.watchfloor.pipeline.warn.rule;

import static io.watchfloor.pipeline.warn.rule.Memory.ALL;
import static io.watchfloor.pipeline.warn.rule.Series.BINS_PER_HOUR;
import static io.watchfloor.pipeline.warn.rule.Series.BIN_MILLIS;

import io.watchfloor.contract.AlertKind;
import io.watchfloor.contract.AlertPoint;
import io.watchfloor.pipeline.warn.rule.Series.Measure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Looks for the window, and for the cells that touch, in which a topic stands out most: a negative binomial tail per
 * window and set of cells, the least of them corrected for how many were tried.
 */
final class Scan {
    /** Half an hour to a day, in bins. */
    static final int[] WINDOWS = {3, 6, 12, 36, 72, 144};

    /** What is more likely than this by chance is not spoken of. */
    static final double UNREMARKABLE = 0.05;

    /** The windows of at most two hours. */
    private static final int SHORT_WINDOWS = 3;

    private static final int MINUTES_PER_BIN = 10;
    private static final int CURVE_HOURS = 24;
    private static final double TAIL_BASE = 3.7;
    private static final double TAIL_PER_DECADE = 0.8;

    private final Memory memory;
    private final Baseline baseline;
    private final CellMap cells;
    private final Risk risk;
    private final PastRises past;
    private Moment current;

    /** A topic at a moment: what all spots are judged by. */
    @SuppressWarnings("ArrayRecordComponent") // lives as long as one report is looked at
    private record Moment(
            String topic, long clockMillis, long head, Baseline.Usual usual, double surge, double[] hours) {
        TopicModel model() {
            return usual.model();
        }

        Peak peak(Spot spot) {
            return Peak.of(Tally.of(spot, head), hours, model());
        }
    }

    Scan(Memory memory, Baseline baseline, CellMap cells, Risk risk, PastRises past) {
        this.memory = memory;
        this.baseline = baseline;
        this.cells = cells;
        this.risk = risk;
        this.past = past;
    }

    /**
     * The rise around a cell: in it alone, or with cells that touch when that stands out more. Empty when it is nothing
     * to speak of: fewer reports than these there and beside it, or no more than is usual in the cell itself.
     */
    Optional<Rise> around(String topic, String cell, int fewestReports, long clockMillis) {
        long head = Math.floorDiv(clockMillis, BIN_MILLIS);
        if (!isEnough(topic, cell, fewestReports, head)) {
            return Optional.empty();
        }
        Moment moment = moment(topic, clockMillis);
        Growth growth = Growth.find(tally(moment, cell), touching(moment, cell), moment.hours(), moment.model());
        return growth == null
                ? Optional.empty()
                : Optional.of(rise(moment, growth.spot(), growth.peak(), growth.tail(), fewestReports));
    }

    /** The rise of the whole area, unless it is nothing to speak of. */
    Optional<Rise> ofArea(String topic, long clockMillis) {
        Moment moment = moment(topic, clockMillis);
        Spot area = areaSpot(moment);
        Peak peak = Peak.findRemarkable(Tally.of(area, moment.head()), moment.hours(), moment.model());
        return peak == null || peak.tail() > UNREMARKABLE
                ? Optional.empty()
                : Optional.of(rise(moment, area, peak, peak.tail(), 0));
    }

    /** The rise over exactly these cells, however small. */
    Rise over(String topic, List<String> cellIds, long clockMillis) {
        Moment moment = moment(topic, clockMillis);
        Spot spot = spotOf(moment, cellIds);
        Peak peak = moment.peak(spot);
        return rise(moment, spot, peak, peak.tail(), 0);
    }

    /** How many more reports than is usual came in these cells, in the window in which they stand out most. */
    double excess(String topic, List<String> cellIds, long clockMillis) {
        Moment moment = moment(topic, clockMillis);
        Spot spot = spotOf(moment, cellIds);
        Peak peak = moment.peak(spot);
        return count(spot, peak, moment.head()) - expected(spot, peak);
    }

    /** To be told before each report: what was worked out for the one before does not hold any more. */
    void beginReport() {
        current = null;
    }

    private Moment moment(String topic, long clockMillis) {
        if (current == null
                || current.clockMillis() != clockMillis
                || !current.topic().equals(topic)) {
            current = momentOf(topic, clockMillis);
        }
        return current;
    }

    private Moment momentOf(String topic, long clockMillis) {
        double surge = baseline.surge(topic, clockMillis);
        double[] hours = baseline.windowHours(topic, WINDOWS, clockMillis);
        for (int i = 0; i < hours.length; i++) {
            hours[i] *= surge;
        }
        return new Moment(
                topic,
                clockMillis,
                Math.floorDiv(clockMillis, BIN_MILLIS),
                baseline.usual(topic, clockMillis),
                surge,
                hours);
    }

    /** Of fewer reports than these nobody is warned, so that what an incident is foretold by need not be worked out. */
    private Rise rise(Moment moment, Spot spot, Peak peak, double tail, int fewestReports) {
        long head = moment.head();
        long from = head - peak.bins() + 1;
        int count = count(spot, peak, head);
        List<Double> signs = spot.cellIds().isEmpty() || count < fewestReports
                ? List.of()
                : Signs.of(spot, peak, tail, beside(moment, spot), setting(moment));
        AlertKind kind = spot.cellIds().isEmpty()
                ? AlertKind.AREA
                : spot.cellIds().size() == 1 ? AlertKind.CELL : AlertKind.CLUSTER;
        return new Rise(
                moment.topic(),
                kind,
                spot.cellIds(),
                peak.bins() * MINUTES_PER_BIN,
                count,
                expected(spot, peak),
                tail,
                peak.tailWithin(SHORT_WINDOWS),
                (int) spot.sum(Measure.NEGATIVE, from, head),
                (int) spot.sum(Measure.DEVICE, head - Series.DAY_BINS + 1, head),
                signs,
                probability(peak, tail, signs));
    }

    private static int count(Spot spot, Peak peak, long head) {
        return (int) spot.sum(Measure.COUNT, head - peak.bins() + 1, head);
    }

    private static double expected(Spot spot, Peak peak) {
        return peak.mean() * spot.countPerWeight();
    }

    /** Of the fit, which knows cells only, and no more than it was shown: what is certain as a count goes by its tail. */
    private double probability(Peak peak, double tail, List<Double> signs) {
        if (signs.isEmpty()) {
            return ofTail(tail);
        }
        double fitted = risk.probability(signs);
        return Thresholds.isCertain(tail, peak.bins() * MINUTES_PER_BIN) ? Math.max(fitted, ofTail(tail)) : fitted;
    }

    /** A scale on which a tail of 1e-6 is three to one. */
    private static double ofTail(double tail) {
        return 1 / (1 + StrictMath.exp(TAIL_BASE - TAIL_PER_DECADE * Signs.depth(tail)));
    }

    private boolean isEnough(String topic, String cell, int fewestReports, long head) {
        double count = countOfDay(topic, cell, head);
        List<String> beside = cells.touching(cell);
        for (int i = 0; count < fewestReports && i < beside.size(); i++) {
            count += countOfDay(topic, beside.get(i), head);
        }
        return count >= fewestReports;
    }

    private double countOfDay(String topic, String cell, long head) {
        Series series = memory.findSeries(topic, cell);
        return series == null ? 0 : series.countOfDay(head);
    }

    /** Cells that touch and had a report today. */
    private List<Tally> touching(Moment moment, String cell) {
        List<Tally> touching = new ArrayList<>();
        for (String beside : cells.touching(cell)) {
            if (countOfDay(moment.topic(), beside, moment.head()) > 0) {
                touching.add(tally(moment, beside));
            }
        }
        return touching;
    }

    private Tally tally(Moment moment, String cell) {
        return Tally.of(spot(moment, List.of(cell)), moment.head());
    }

    /** All cells that touch the spot and are not in it; null when there are none. */
    private Spot beside(Moment moment, Spot spot) {
        List<String> ring = spot.cellIds().stream()
                .flatMap(cell -> cells.touching(cell).stream())
                .filter(cell -> !spot.cellIds().contains(cell))
                .distinct()
                .toList();
        return ring.isEmpty() ? null : spot(moment, ring);
    }

    private Spot spot(Moment moment, List<String> cellIds) {
        List<Series> series = new ArrayList<>(cellIds.size());
        List<Baseline.Level> levels = new ArrayList<>(cellIds.size());
        for (String cell : cellIds) {
            series.add(memory.findSeries(moment.topic(), cell));
            levels.add(baseline.cell(moment.usual(), cell));
        }
        return new Spot(cellIds, series, levels);
    }

    private Signs.Setting setting(Moment moment) {
        return new Signs.Setting(
                moment.peak(areaSpot(moment)),
                moment.hours(),
                profile(moment),
                moment.surge(),
                past.usual(moment.topic()),
                moment.model().clumping(),
                moment.head());
    }

    /** Of the last day's hours, the running one first, as the surge has them. */
    private double[] profile(Moment moment) {
        double[] profile = new double[CURVE_HOURS];
        long hour = Math.floorDiv(moment.head(), (long) BINS_PER_HOUR);
        for (int i = 0; i < profile.length; i++) {
            profile[i] = moment.model().profile(baseline.week().slot(hour - i)) * moment.surge();
        }
        return profile;
    }

    private Spot spotOf(Moment moment, List<String> cellIds) {
        return cellIds.isEmpty() ? areaSpot(moment) : spot(moment, cellIds);
    }

    private Spot areaSpot(Moment moment) {
        List<Series> all = new ArrayList<>();
        all.add(memory.findSeries(moment.topic(), ALL));
        return new Spot(List.of(), all, List.of(moment.usual().area()));
    }

    /** The last hours of these cells against what is usual, oldest first. */
    List<AlertPoint> curve(String topic, List<String> cellIds, long clockMillis) {
        Moment moment = moment(topic, clockMillis);
        Spot spot = spotOf(moment, cellIds);
        TopicModel model = moment.model();
        long hour = Math.floorDiv(clockMillis, BIN_MILLIS * BINS_PER_HOUR);
        List<AlertPoint> points = new ArrayList<>();
        for (long at = Math.max(model.startHour(), hour - CURVE_HOURS + 1); at <= hour; at++) {
            double profile = model.profile(baseline.week().slot(at));
            double mean = spot.perHour() * profile;
            double variance = model.variance(mean) + spot.doubt() * profile * profile;
            double count = spot.sum(Measure.COUNT, at * BINS_PER_HOUR, at * BINS_PER_HOUR + BINS_PER_HOUR - 1);
            points.add(new AlertPoint(
                    Instant.ofEpochMilli(at * BINS_PER_HOUR * BIN_MILLIS),
                    (int) count,
                    rounded(mean * spot.countPerWeight()),
                    rounded(NegativeBinomial.upper(0.01, mean, variance) * spot.countPerWeight())));
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
                .filter(Objects::nonNull)
                .flatMap(series -> series.evidenceSince(since).stream())
                .sorted(Comparator.comparingLong(Series.Evidence::atMillis)
                        .reversed()
                        .thenComparing(Series.Evidence::reportId))
                .limit(Series.MOST_EVIDENCE)
                .map(Series.Evidence::reportId)
                .toList();
    }
}
