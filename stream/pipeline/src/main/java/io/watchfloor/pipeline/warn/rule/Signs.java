package io.watchfloor.pipeline.warn.rule;

import io.watchfloor.pipeline.warn.rule.Peak.Window;
import io.watchfloor.pipeline.warn.rule.Series.Measure;
import java.util.ArrayList;
import java.util.List;

/** What is known about a rise, as numbers that a fit can weigh. */
final class Signs {
    /** Their names, in the order of {@link #of}. */
    static final List<String> NAMES = List.of(
            "tail",
            "areaTail",
            "ratioHalfHour",
            "ratioHour",
            "ratio2Hours",
            "ratio6Hours",
            "ratio12Hours",
            "ratio24Hours",
            "usual24Hours",
            "count6Hours",
            "count24Hours",
            "negativeShare",
            "negativeExcess",
            "heat",
            "deviceTail",
            "devices6Hours",
            "devicesBeside",
            "usualDevices",
            "beside6Hours",
            "beside24Hours",
            "besideNegative",
            "window",
            "acceleration",
            "age",
            "spread",
            "surge",
            "area6Hours",
            "area24Hours",
            "pastRise",
            "againstPast",
            "courseAhead",
            "courseOver",
            "courseSize");

    private static final int SIX_HOURS = 3;
    private static final int DAY = 5;
    private static final double DEVICE_CLUMPING = 3;
    private static final double MOST_DEPTH = 14;
    /** Reports without a mood say nothing: what is usual among complaints stands in for them. */
    private static final double MOOD_PRIOR = 4;

    private static final double USUALLY_NEGATIVE = 0.6;
    private static final double USUAL_HEAT = 0.35;
    private static final double LEAST_USUAL = 0.1;

    private Signs() {}

    /**
     * What is the same for all spots of a topic at a moment.
     *
     * @param area the rise of the whole area
     * @param hours of an average profile in each window
     * @param profile of the last day's hours, the running one first
     * @param surge how busy everything else is
     * @param pastRise see {@link PastRises#usual}
     * @param clumping variance over mean in a cell
     * @param head the bin that runs
     */
    @SuppressWarnings("ArrayRecordComponent") // lives as long as one report is looked at
    record Setting(
            Peak area, double[] hours, double[] profile, double surge, double pastRise, double clumping, long head) {}

    /**
     * All of them.
     *
     * @param tail the rise's, corrected
     * @param beside the cells that touch the spot, together; null when there are none
     */
    static List<Double> of(Spot spot, Peak peak, double tail, Spot beside, Setting setting) {
        double[] hours = setting.hours();
        long head = setting.head();
        List<Double> signs = new ArrayList<>(NAMES.size());
        signs.add(depth(tail));
        signs.add(depth(setting.area().tail()));
        for (Window window : peak.windows()) {
            signs.add(ratio(window.weight(), window.mean()));
        }
        double[] counts = spot.sums(Measure.COUNT, Scan.WINDOWS, head);
        signs.add(StrictMath.log(LEAST_USUAL + peak.windows()[DAY].mean()));
        signs.add(StrictMath.log(1 + counts[SIX_HOURS]));
        signs.add(StrictMath.log(1 + counts[DAY]));
        moods(signs, spot, peak, head);
        devices(signs, spot, beside, hours, head);
        beside(signs, beside, hours, head);
        double latter = spot.sum(Measure.COUNT, head - peak.bins() / 2 + 1, head);
        signs.add(StrictMath.log(peak.bins()));
        signs.add((latter + 1) / (counts[peak.at()] + 2) - 0.5);
        signs.add(spot.meanAge(Scan.WINDOWS[DAY], head) / Scan.WINDOWS[DAY]);
        signs.add((double) spot.cellIds().size());
        signs.add(setting.surge());
        Window[] area = setting.area().windows();
        signs.add(ratio(area[SIX_HOURS].weight(), area[SIX_HOURS].mean()));
        signs.add(ratio(area[DAY].weight(), area[DAY].mean()));
        signs.add(setting.pastRise());
        signs.add(StrictMath.log(1 + Math.max(0, peak.weight() - peak.mean())) - setting.pastRise());
        Courses courses = Courses.of(spot, beside, setting.profile(), setting.clumping(), head);
        signs.add(courses.ahead());
        signs.add(courses.over());
        signs.add(courses.size() - setting.pastRise());
        return signs;
    }

    /** Of which power of ten a tail is. */
    static double depth(double tail) {
        return Math.min(MOST_DEPTH, -StrictMath.log10(Math.max(tail, 1e-300)));
    }

    private static void moods(List<Double> signs, Spot spot, Peak peak, long head) {
        long from = head - peak.bins() + 1;
        double read = spot.sum(Measure.READ, from, head) + MOOD_PRIOR;
        double negatives = spot.sum(Measure.NEGATIVE, from, head);
        signs.add((negatives + MOOD_PRIOR * USUALLY_NEGATIVE) / read);
        signs.add((negatives - USUALLY_NEGATIVE * (read - MOOD_PRIOR)) / StrictMath.sqrt(read));
        signs.add((spot.sum(Measure.HEAT, from, head) + MOOD_PRIOR * USUAL_HEAT) / read);
    }

    private static void devices(List<Double> signs, Spot spot, Spot beside, double[] hours, long head) {
        double[] devices = spot.sums(Measure.DEVICE, Scan.WINDOWS, head);
        double mean = spot.devicesPerHour() * hours[DAY];
        signs.add(depth(NegativeBinomial.tail(devices[DAY], mean, DEVICE_CLUMPING * mean)));
        signs.add(devices[SIX_HOURS]);
        signs.add(beside == null ? 0 : beside.sum(Measure.DEVICE, head - Scan.WINDOWS[DAY] + 1, head));
        // where there are none, that none speaks says nothing
        signs.add(StrictMath.log(LEAST_USUAL + mean));
    }

    private static void beside(List<Double> signs, Spot beside, double[] hours, long head) {
        if (beside == null) {
            signs.addAll(List.of(0.0, 0.0, 0.0));
            return;
        }
        double[] weights = beside.sums(Measure.WEIGHT, Scan.WINDOWS, head);
        double perHour = beside.perHour();
        signs.add(ratio(weights[SIX_HOURS], perHour * hours[SIX_HOURS]));
        signs.add(ratio(weights[DAY], perHour * hours[DAY]));
        long from = head - Scan.WINDOWS[DAY] + 1;
        double read = beside.sum(Measure.READ, from, head);
        signs.add((beside.sum(Measure.NEGATIVE, from, head) - USUALLY_NEGATIVE * read)
                / StrictMath.sqrt(read + MOOD_PRIOR));
    }

    private static double ratio(double count, double mean) {
        return StrictMath.log((count + 1) / (mean + 1));
    }
}
