package io.watchfloor.pipeline.warn.rule;

import io.watchfloor.contract.Alert;
import io.watchfloor.contract.AlertKind;
import io.watchfloor.contract.AlertPoint;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Ids;
import io.watchfloor.contract.IncidentTypes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Watches how much each source sends: one that falls silent, or behaves as it has not before ({@link MeasureWatch}),
 * looks like a quiet or a busy city and is neither. Looked at every ten minutes of the reports' clock, so while nothing
 * at all comes nothing is said here. Bounded: the first {@value #MOST_FEEDS} sources.
 */
final class FeedWatch {
    private static final int MOST_FEEDS = 64;
    /** Nothing is said of a source that is known for less than three days. */
    private static final int KNOWN_BINS = 3 * Feed.BINS_PER_DAY;
    /** A gap longer than this is closed at once, not bin by bin. */
    private static final int MOST_BINS = 7 * Feed.BINS_PER_DAY;

    private static final double SILENT = 1e-4;
    private static final double UNUSUAL = 1e-3;
    private static final double SURELY_SILENT = 1e-6;
    private static final double CLUMPING = 2;
    private static final double UNEVENNESS = 0.1;
    /** A strange source is usual again after so many bins. */
    private static final int STRANGE_BINS = 12;

    private static final int BINS_PER_HOUR = Series.BINS_PER_HOUR;
    private static final int CURVE_HOURS = 24;
    private static final double CURVE_EXCEEDED = 0.01;
    private static final String KEY = "feeds";

    private final String world;
    private final Map<String, Feed> feeds = new TreeMap<>();
    private boolean touched;

    private FeedWatch(String world) {
        this.world = world;
    }

    /** As it was saved. */
    static FeedWatch load(String world, Memory memory) {
        FeedWatch watch = new FeedWatch(world);
        memory.load(KEY, in -> {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                watch.feeds.put(in.readUTF(), Feed.read(in));
            }
            return watch;
        });
        return watch;
    }

    void save(Memory memory) {
        if (touched) {
            memory.save(KEY, out -> {
                out.writeInt(feeds.size());
                for (Map.Entry<String, Feed> feed : feeds.entrySet()) {
                    out.writeUTF(feed.getKey());
                    feed.getValue().write(out);
                }
            });
            touched = false;
        }
    }

    /** Counts a report; the clock has been moved on before. */
    void count(String source, String reportId, long clockMillis) {
        Feed feed = feeds.get(source);
        if (feed == null) {
            if (feeds.size() == MOST_FEEDS) {
                return;
            }
            feed = new Feed(Math.floorDiv(clockMillis, Series.BIN_MILLIS));
            feeds.put(source, feed);
        }
        feed.count(reportId);
        touched = true;
    }

    /** Closes what bins are over; what that changes. */
    List<Alert> moveOn(long clockMillis, WeekHours week, AlertBook book) {
        long now = Math.floorDiv(clockMillis, Series.BIN_MILLIS);
        List<Alert> told = new ArrayList<>();
        for (Map.Entry<String, Feed> entry : feeds.entrySet()) {
            Feed feed = entry.getValue();
            if (now - feed.bin() > MOST_BINS) {
                entry.setValue(new Feed(now));
            }
            while (feed == entry.getValue() && feed.bin() < now) {
                double score = feed.close(week);
                touched = true;
                judge(entry.getKey(), feed, score, week, book).ifPresent(alert -> {
                    long millis = alert.updatedAt().toEpochMilli();
                    book.put(new StandingAlert(alert, millis, millis));
                    told.add(alert);
                });
            }
        }
        return told;
    }

    private Optional<Alert> judge(String source, Feed feed, double score, WeekHours week, AlertBook book) {
        boolean strange = isUnusual(feed, week) && feed.measure.isDetection(score);
        Optional<StandingAlert> open = book.findOpenFeed(source);
        Instant now = Instant.ofEpochMilli(feed.bin() * Series.BIN_MILLIS);
        if (open.isPresent()) {
            return carryOn(open.get().alert(), source, feed, strange, week, now);
        }
        if (feed.age() < KNOWN_BINS) {
            return Optional.empty();
        }
        double chance = chanceOfSilence(feed, week);
        if (chance < SILENT) {
            return Optional.of(alert(source, feed, null, silentLevel(chance), 1 - chance, true, week, now));
        }
        return strange
                ? Optional.of(alert(source, feed, null, Grade.IV, sureOf(score), false, week, now))
                : Optional.empty();
    }

    private Optional<Alert> carryOn(
            Alert told, String source, Feed feed, boolean strange, WeekHours week, Instant now) {
        double chance = chanceOfSilence(feed, week);
        boolean silent = chance < SILENT;
        boolean wasSilent = told.level() != Grade.IV;
        if (silent && silentLevel(chance).compareTo(told.level()) < 0) {
            return Optional.of(alert(source, feed, told, silentLevel(chance), 1 - chance, true, week, now));
        }
        long binsSince = (now.toEpochMilli() - told.updatedAt().toEpochMilli()) / Series.BIN_MILLIS;
        boolean over = wasSilent ? feed.silentBins() == 0 : !strange && binsSince >= STRANGE_BINS;
        return over ? Optional.of(Alerts.cleared(told, now)) : Optional.empty();
    }

    /** How likely so long a silence is by chance; 1 while it speaks. */
    private static double chanceOfSilence(Feed feed, WeekHours week) {
        int bins = Math.min(feed.silentBins(), Feed.BINS_PER_DAY);
        if (bins == 0) {
            return 1;
        }
        double mean = feed.usual(bins, week);
        return 1 - NegativeBinomial.tail(1, mean, CLUMPING * mean + UNEVENNESS * mean * mean);
    }

    /** Counts make new extremes by chance; the last hour must be far from usual as a count as well. */
    private static boolean isUnusual(Feed feed, WeekHours week) {
        double mean = feed.usual(BINS_PER_HOUR, week);
        int count = feed.counted(BINS_PER_HOUR);
        double more = NegativeBinomial.tail(count, mean, CLUMPING * mean + UNEVENNESS * mean * mean);
        double fewer = 1 - NegativeBinomial.tail(count + 1, mean, CLUMPING * mean + UNEVENNESS * mean * mean);
        return Math.min(more, fewer) < UNUSUAL;
    }

    private static Grade silentLevel(double chance) {
        return chance < SURELY_SILENT ? Grade.II : Grade.III;
    }

    /** A scale, not a fit. */
    private static double sureOf(double score) {
        return score / (score + MeasureWatch.THRESHOLD);
    }

    private Alert alert(
            String source,
            Feed feed,
            Alert told,
            Grade level,
            double probability,
            boolean silent,
            WeekHours week,
            Instant now) {
        int bins = silent ? Math.min(feed.silentBins(), Feed.BINS_PER_DAY) : BINS_PER_HOUR;
        double usual = feed.usual(bins, week);
        int count = feed.counted(bins);
        String id = told == null
                ? "W-" + Ids.report("alert", "feed", source + "|" + feed.bin()).substring(2)
                : told.id();
        return new Alert(
                world,
                id,
                told == null ? 1 : told.version() + 1,
                level,
                IncidentTypes.OTHER,
                null,
                null,
                null,
                Math.rint(Math.min(0.999, probability) * 1000) / 1000,
                Sentences.feedChinese(source, bins, count, usual, silent),
                Sentences.feedEnglish(source, bins, count, usual, silent),
                feed.newest(),
                told == null ? now : told.raisedAt(),
                now,
                null,
                AlertKind.FEED,
                List.of(),
                List.of(source),
                Math.max(1, bins / BINS_PER_HOUR),
                count,
                Math.rint(usual * 100) / 100,
                curve(feed, week));
    }

    /** The last whole hours, oldest first. */
    private static List<AlertPoint> curve(Feed feed, WeekHours week) {
        List<AlertPoint> points = new ArrayList<>();
        for (int hour = CURVE_HOURS; hour > 0; hour--) {
            int until = (hour - 1) * BINS_PER_HOUR;
            int from = hour * BINS_PER_HOUR;
            double mean = feed.usual(from, week) - feed.usual(until, week);
            points.add(new AlertPoint(
                    Instant.ofEpochMilli((feed.bin() - from) * Series.BIN_MILLIS),
                    feed.counted(from) - feed.counted(until),
                    Math.rint(mean * 100) / 100,
                    NegativeBinomial.upper(CURVE_EXCEEDED, mean, CLUMPING * mean + UNEVENNESS * mean * mean)));
        }
        return points;
    }
}
