package io.watchfloor.pipeline.warn.rule;

import static io.watchfloor.pipeline.warn.rule.Memory.ALL;
import static io.watchfloor.pipeline.warn.rule.Series.BINS_PER_HOUR;
import static io.watchfloor.pipeline.warn.rule.Series.BIN_MILLIS;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.pipeline.warn.rule.Series.Measure;

/**
 * What is usual for a topic in a cell: the topic's level in the area, times the cell's share of everything, corrected by
 * what the cell has shown of this topic (Gamma-Poisson). While there is no history, the topic's level comes from the
 * catalogue's rates and from how much comes in of everything else, and the cell's from how much of everything else comes
 * from there; so a new system that is fed fast, or from one corner only, does not take that for a rise.
 */
final class Baseline {
    /** Reports per hour of everything that an area is thought to have before the first one, and for how long. */
    private static final double TOTAL_PER_HOUR = 10;

    private static final double TOTAL_PRIOR_HOURS = 1;

    /** How unlike the area's mix a cell is: a Gamma of this shape, coefficient of variation 1.2. */
    private static final double CELL_SHAPE = 0.7;

    private static final double CELL_SHARE_PRIOR = 3;
    private static final double DEVICE_SHAPE = 0.5;
    /** Of a topic's reports, as many are thought to be devices' as long as none was seen. */
    private static final double DEVICE_SHARE = 0.15;

    private static final int YOUNG_HOURS = 24;
    private static final int MOST_LAG_HOURS = 24;
    private static final int SURGE_BINS = 3 * BINS_PER_HOUR;
    private static final double SURGE_PRIOR = 20;

    private final Memory memory;
    private final CellMap cells;
    private final WeekHours week;
    private final double shareSum;

    /** What is usual per hour of an average profile. */
    record Level(double perHour, double shape, double countPerWeight, double devicesPerHour) {}

    /**
     * What is the same for all cells of a topic at a moment.
     *
     * @param weight of all the topic's reports
     * @param othersWeight of all reports of other topics
     * @param priorPerHour what the catalogue lets expect
     * @param hours since the topic was first watched
     */
    record Usual(
            String topic,
            TopicModel model,
            Level area,
            double weight,
            double othersWeight,
            double priorPerHour,
            double hours) {}

    Baseline(Memory memory, CellMap cells, Holidays holidays) {
        this.memory = memory;
        this.cells = cells;
        this.week = new WeekHours(java.time.ZoneId.of(cells.zone()), holidays.of(cells.zone()));
        this.shareSum = IncidentTypes.listAll().stream()
                .mapToDouble(type -> catalogueShare(type.grade()))
                .sum();
    }

    WeekHours week() {
        return week;
    }

    /** Learns all hours that are far enough back: a day once there are four, a quarter of the age before that. */
    void learn(String topic, long clockMillis) {
        long hour = Math.floorDiv(clockMillis, BIN_MILLIS * BINS_PER_HOUR);
        TopicModel model = model(topic, clockMillis);
        Series area = memory.series(topic, ALL, hour * BINS_PER_HOUR);
        long age = hour - model.startHour();
        long lag = Math.min(MOST_LAG_HOURS, Math.max(1, age / 4));
        if (hour - lag > model.learnedHour()) {
            model.learn(hour - lag, area, week, priorPerHour(topic, clockMillis));
        }
    }

    /** The usual level of the topic over the whole area. */
    Level area(String topic, long clockMillis) {
        TopicModel model = model(topic, clockMillis);
        Series area = memory.findSeries(topic, ALL);
        double prior = priorPerHour(topic, clockMillis);
        double devices = (DEVICE_SHAPE + area.learned(Measure.DEVICE))
                / (DEVICE_SHAPE / (DEVICE_SHARE * prior) + model.exposure());
        return new Level(model.level(area, prior), TopicModel.sureness(area), countPerWeight(area), devices);
    }

    /** What its cells are judged by. */
    Usual usual(String topic, long clockMillis) {
        TopicModel model = model(topic, clockMillis);
        double weight = all(memory.findSeries(topic, ALL));
        return new Usual(
                topic,
                model,
                area(topic, clockMillis),
                weight,
                all(memory.findSeries(ALL, ALL)) - weight,
                priorPerHour(topic, clockMillis),
                hoursSinceBegin(model, clockMillis));
    }

    /** The usual level of the topic in a cell. */
    Level cell(Usual usual, String cell) {
        TopicModel model = usual.model();
        Series own = memory.findSeries(usual.topic(), cell);
        if (own != null && own.learnedHour() < model.learnedHour()) {
            Level before = level(usual, cell, own);
            model.teach(own, week, before.perHour(), before.shape());
            memory.touch(usual.topic(), cell);
        }
        return level(usual, cell, own);
    }

    private Level level(Usual usual, String cell, Series own) {
        double exposure = usual.model().exposure();
        double share = share(usual, cell, own);
        double shape = CELL_SHAPE + (own == null ? 0 : own.learned(Measure.WEIGHT));
        double level = shape / (CELL_SHAPE / (youngLevel(usual, own) * share) + exposure);
        double devices = (DEVICE_SHAPE + (own == null ? 0 : own.learned(Measure.DEVICE)))
                / (DEVICE_SHAPE / (usual.area().devicesPerHour() * share) + exposure);
        return new Level(level, shape, usual.area().countPerWeight(), devices);
    }

    /** Brings what was counted in the cell up to what the topic has learned. */
    void teach(String topic, String cell, long clockMillis) {
        Series own = memory.findSeries(topic, cell);
        if (own != null && own.learnedHour() < model(topic, clockMillis).learnedHour()) {
            cell(usual(topic, clockMillis), cell);
        }
    }

    /** How much busier than usual everything else is just now: a storm of all topics is no rise of one. */
    double surge(String topic, long clockMillis) {
        TopicModel all = model(ALL, clockMillis);
        if (all.age() < YOUNG_HOURS) {
            return 1;
        }
        long bin = Math.floorDiv(clockMillis, BIN_MILLIS);
        double hours = profileHours(ALL, bin - SURGE_BINS + 1, clockMillis);
        double own = profileHours(topic, bin - SURGE_BINS + 1, clockMillis);
        double seen = recent(ALL, bin) - recent(topic, bin);
        double usual = area(ALL, clockMillis).perHour() * hours
                - area(topic, clockMillis).perHour() * own;
        double surge = (Math.max(0, seen) + SURGE_PRIOR) / (Math.max(0, usual) + SURGE_PRIOR);
        return Math.max(0.5, Math.min(3, surge));
    }

    /** Hours of an average profile from the bin's begin to now, not before the topic was first watched. */
    double profileHours(String topic, long fromBin, long clockMillis) {
        TopicModel model = model(topic, clockMillis);
        long begin = model.startHour() * BINS_PER_HOUR;
        double hours = 0;
        long head = Math.floorDiv(clockMillis, BIN_MILLIS);
        for (long bin = Math.max(begin, fromBin); bin <= head; ) {
            long hour = Math.floorDiv(bin, (long) BINS_PER_HOUR);
            long until = Math.min(head, hour * BINS_PER_HOUR + BINS_PER_HOUR - 1);
            double whole = (double) (until - bin + 1);
            if (until == head) {
                whole -= 1 - Math.max(0.1, Math.floorMod(clockMillis, BIN_MILLIS) / (double) BIN_MILLIS);
            }
            hours += model.profile(week.slot(hour)) * whole / BINS_PER_HOUR;
            bin = until + 1;
        }
        return hours;
    }

    /** The same for windows that end now, of so many bins each, shortest first, in one go. */
    double[] windowHours(String topic, int[] windows, long clockMillis) {
        TopicModel model = model(topic, clockMillis);
        long head = Math.floorDiv(clockMillis, BIN_MILLIS);
        long begin = model.startHour() * BINS_PER_HOUR;
        double part = Math.max(0.1, Math.floorMod(clockMillis, BIN_MILLIS) / (double) BIN_MILLIS);
        double[] hours = new double[windows.length];
        double sum = (part - 1) * model.profile(slotOf(head)) / BINS_PER_HOUR; // the bin that runs is not whole yet
        long bin = head;
        for (int i = 0; i < windows.length; i++) {
            long before = Math.max(begin - 1, head - windows[i]);
            while (bin > before) {
                long hourBegin = Math.floorDiv(bin, (long) BINS_PER_HOUR) * BINS_PER_HOUR;
                long next = Math.max(before, hourBegin - 1);
                sum += model.profile(slotOf(bin)) * (bin - next) / BINS_PER_HOUR;
                bin = next;
            }
            hours[i] = sum;
        }
        return hours;
    }

    private int slotOf(long bin) {
        return week.slot(Math.floorDiv(bin, (long) BINS_PER_HOUR));
    }

    /** Every topic is watched since the first report of any. */
    TopicModel model(String topic, long clockMillis) {
        long hour = Math.floorDiv(clockMillis, BIN_MILLIS * BINS_PER_HOUR);
        return memory.model(topic, memory.model(ALL, hour).startHour());
    }

    private double recent(String topic, long bin) {
        Series series = memory.findSeries(topic, ALL);
        return series == null ? 0 : series.sum(Measure.WEIGHT, bin - SURGE_BINS + 1, bin);
    }

    /** While the topic is young, at least as much as the rest of the area shows now. */
    private static double youngLevel(Usual usual, Series own) {
        if (usual.model().age() >= YOUNG_HOURS) {
            return usual.area().perHour();
        }
        double elsewhere = usual.weight() - all(own);
        double now = (1 + elsewhere) / (1 / usual.priorPerHour() + usual.hours());
        return Math.max(usual.area().perHour(), now);
    }

    private double share(Usual usual, String cell, Series own) {
        double here = all(memory.findSeries(ALL, cell)) - all(own);
        return (CELL_SHARE_PRIOR + Math.max(0, here))
                / (CELL_SHARE_PRIOR * Math.max(1, cells.size()) + Math.max(0, usual.othersWeight()));
    }

    /** What the catalogue lets expect: the topic's share of all that comes in. */
    private double priorPerHour(String topic, long clockMillis) {
        if (topic.equals(ALL)) {
            return TOTAL_PER_HOUR;
        }
        Grade grade = IncidentTypes.getOrOther(topic).grade();
        return totalPerHour(clockMillis) * catalogueShare(grade) / shareSum;
    }

    private double totalPerHour(long clockMillis) {
        TopicModel model = model(ALL, clockMillis);
        Series total = memory.findSeries(ALL, ALL);
        if (model.age() >= YOUNG_HOURS) {
            return model.level(total, TOTAL_PER_HOUR);
        }
        double hours = hoursSinceBegin(model, clockMillis);
        return (TOTAL_PER_HOUR * TOTAL_PRIOR_HOURS + all(total)) / (TOTAL_PRIOR_HOURS + hours);
    }

    private static double hoursSinceBegin(TopicModel model, long clockMillis) {
        double hours = clockMillis / (double) (BIN_MILLIS * BINS_PER_HOUR) - model.startHour();
        return Math.max(0, hours);
    }

    /** Grave things are rare: of a hundred reports, about one of each type of grade I and four of each of grade IV. */
    private static double catalogueShare(Grade grade) {
        return switch (grade) {
            case I -> 1;
            case II -> 2;
            case III -> 3;
            case IV -> 4;
        };
    }

    private static double countPerWeight(Series series) {
        double weight = series.learned(Measure.WEIGHT) + 1;
        return Math.min(1, (series.learned(Measure.COUNT) + 0.85) / weight);
    }

    private static double all(Series series) {
        return series == null ? 0 : series.all();
    }
}
