package io.watchfloor.pipeline.warn.rule;

import static io.watchfloor.pipeline.warn.rule.Memory.ALL;

import io.watchfloor.contract.Alert;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Watches a world's reports for what rises before it becomes an incident. What it says is a function of the reports in
 * their order, and of when it is told the cells: its clock is the latest {@code receivedAt}. For one thread.
 */
public final class Watch {
    /** One cell, or one topic of the area, is looked at this often at most. */
    private static final long PAUSE_MILLIS = 10_000;

    /** As fine as counts are. */
    private static final long REVIEW_MILLIS = Series.BIN_MILLIS;
    /** The whole area's level of a topic is not known before this many hours. */
    private static final int AREA_HOURS = 6;

    private static final String CLOCK = "clock";

    private final String world;
    private final Blobs blobs;
    private final Memory memory;
    private final AlertBook book;
    private final NewTopics newTopics;
    private final Matters matters;
    private final FeedWatch feeds;
    private final PastRises past;
    private final Risk risk;
    private final Thresholds thresholds;
    private CellMap cells;
    private Baseline baseline;
    private final Holidays holidays;
    private Scan scan;
    private Warden warden;
    private long clockMillis = Long.MIN_VALUE;
    private long reviewedMillis;
    private RiseProbe probe = (rise, atMillis) -> {};

    /** Goes on from what was saved there, with the holidays that are shipped. */
    public Watch(String world, Blobs blobs, CellMap cells, Risk risk, Thresholds thresholds) {
        this(world, blobs, cells, risk, thresholds, Holidays.shipped());
    }

    /** Goes on from what was saved there. */
    public Watch(String world, Blobs blobs, CellMap cells, Risk risk, Thresholds thresholds, Holidays holidays) {
        this.holidays = holidays;
        this.world = world;
        this.blobs = blobs;
        this.memory = new Memory(blobs);
        this.book = AlertBook.load(blobs);
        this.newTopics = NewTopics.load(memory);
        this.matters = Matters.load(world, memory);
        this.feeds = FeedWatch.load(world, memory);
        this.past = PastRises.load(memory);
        this.risk = risk;
        this.thresholds = thresholds;
        long[] clock = memory.load(CLOCK, in -> new long[] {in.readLong(), in.readLong()});
        if (clock != null) {
            clockMillis = clock[0];
            reviewedMillis = clock[1];
        }
        book.listOpen().stream()
                .map(StandingAlert::alert)
                .filter(newTopics::owns)
                .forEach(newTopics::goOn);
        watch(cells);
    }

    /** Lets somebody look on, for a fit. */
    public void probe(RiseProbe looksOn) {
        probe = looksOn;
    }

    /** Goes on with these cells. What was counted in cells that are no more is left alone. */
    public void watch(CellMap changed) {
        cells = changed;
        baseline = new Baseline(memory, cells, holidays);
        scan = new Scan(memory, baseline, cells, risk, past);
        warden = new Warden(world, book, scan, thresholds, cells);
    }

    /** Saves what has changed since the last time. */
    public void save() {
        memory.save();
        book.save(blobs);
        newTopics.save(memory);
        matters.save(memory);
        feeds.save(memory);
        past.save(memory);
        memory.save(CLOCK, out -> {
            out.writeLong(clockMillis);
            out.writeLong(reviewedMillis);
        });
    }

    /** Whether any alert stands. */
    public boolean isWarning() {
        return !book.listOpen().isEmpty();
    }

    /** The same, and counts it for its source. */
    public List<Alert> see(Sighting sighting, String source) {
        clockMillis = Math.max(clockMillis, sighting.receivedMillis());
        List<Alert> told = new ArrayList<>(feeds.moveOn(clockMillis, baseline.week(), book));
        feeds.count(source, sighting.reportId(), clockMillis);
        told.addAll(see(sighting));
        return told;
    }

    /** Takes a report; what it changes, in versions that rise. */
    public List<Alert> see(Sighting sighting) {
        clockMillis = Math.max(clockMillis, sighting.receivedMillis());
        scan.beginReport();
        List<Alert> told = new ArrayList<>();
        if (!sighting.isPraise()) {
            count(sighting, told);
            newTopics.see(sighting, world, clockMillis).ifPresent(alert -> told.add(keep(alert)));
        }
        matters.see(sighting, cells, book, clockMillis).ifPresent(alert -> told.add(keep(alert)));
        if (clockMillis - reviewedMillis >= REVIEW_MILLIS) {
            review(clockMillis, told);
            reviewedMillis = clockMillis;
        }
        return told;
    }

    /** So long has passed without a report: clears what is over, raises nothing. */
    public List<Alert> pass(long silentMillis) {
        scan.beginReport();
        List<Alert> told = new ArrayList<>();
        review(clockMillis + silentMillis, told);
        return told;
    }

    private void count(Sighting sighting, List<Alert> told) {
        String topic = sighting.topic();
        String cell = cells.at(sighting.lat(), sighting.lon());
        long bin = Math.floorDiv(clockMillis, Series.BIN_MILLIS);
        baseline.learn(ALL, clockMillis);
        baseline.learn(topic, clockMillis);
        memory.series(ALL, ALL, bin).add(sighting, bin, clockMillis);
        Series area = memory.series(topic, ALL, bin);
        area.add(sighting, bin, clockMillis);
        if (cell != null) {
            Series everything = memory.series(ALL, cell, bin);
            baseline.model(ALL, clockMillis).absorb(everything);
            everything.add(sighting, bin, clockMillis);
            countInCell(sighting, cell, bin, told);
        }
        boolean known = baseline.model(topic, clockMillis).age() >= AREA_HOURS;
        if (known && isEnough(area, bin) && area.evaluateAgain(clockMillis, PAUSE_MILLIS)) {
            consider(scan.ofArea(topic, clockMillis), sighting, told);
        }
    }

    private void countInCell(Sighting sighting, String cell, long bin, List<Alert> told) {
        Series own = memory.series(sighting.topic(), cell, bin);
        baseline.teach(sighting.topic(), cell, clockMillis);
        own.add(sighting, bin, clockMillis);
        if (own.evaluateAgain(clockMillis, PAUSE_MILLIS)) {
            Optional<Rise> rise = scan.around(sighting.topic(), cell, thresholds.fewestReports(), clockMillis);
            rise.ifPresent(found -> {
                probe.seen(found, clockMillis);
                past.see(found, cells, clockMillis);
            });
            consider(rise, sighting, told);
        }
    }

    private void consider(Optional<Rise> rise, Sighting sighting, List<Alert> told) {
        rise.flatMap(found -> warden.consider(found, sighting.reportId(), clockMillis))
                .ifPresent(told::add);
    }

    private boolean isEnough(Series series, long bin) {
        return series.countOfDay(bin) >= thresholds.fewestReports();
    }

    private void review(long nowMillis, List<Alert> told) {
        for (StandingAlert open : book.listOpen()) {
            switch (open.alert().alertKind()) {
                case FEED -> {} // by its own clock
                case NEW_TOPIC -> newTopics.review(open.alert(), nowMillis).ifPresent(alert -> told.add(keep(alert)));
                case MATTER -> matters.review(open.alert(), nowMillis).ifPresent(alert -> told.add(keep(alert)));
                default -> {
                    baseline.learn(open.alert().topic(), clockMillis);
                    warden.review(open, nowMillis).ifPresent(told::add);
                }
            }
        }
        book.forget(nowMillis);
    }

    private Alert keep(Alert alert) {
        long millis = alert.updatedAt().toEpochMilli();
        book.put(new StandingAlert(alert, millis, millis));
        return alert;
    }
}
