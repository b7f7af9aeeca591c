package io.watchfloor.pipeline.warn.rule;

import io.watchfloor.contract.Alert;
import io.watchfloor.contract.AlertKind;
import io.watchfloor.contract.AlertPoint;
import io.watchfloor.contract.Grade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a matter stands: by how many people spoke of it in the last {@value #WINDOW_DAYS} days, against how many do so
 * alike by chance.
 *
 * @param probability not fitted: a scale on which a tail of 1e-3 is about even and one of 1e-6 is nearly sure
 */
record MatterState(Grade level, double probability, int people, long clockMillis) {
    private static final int WINDOW_DAYS = 14;
    private static final long DAY_MILLIS = 24 * 3_600_000L;
    static final long WINDOW_MILLIS = WINDOW_DAYS * DAY_MILLIS;
    private static final int FEWEST_DAYS = 3;

    /** People who speak alike in the window by chance. */
    private static final double BY_CHANCE = 0.2;

    /** A matter grows when it has so many times the people of the window before. */
    private static final double GROWING = 2;

    private static final double SCALE_BASE = -2.2;
    private static final double SCALE_PER_DECADE = 0.8;
    /** What grows over weeks is never red. */
    private static final Thresholds LEVELS = new Thresholds(4, 0.5, 1e-3, 0.65, 1e-4, 0.8, 1e-6, 2, 0);

    private static final double TOLD_ANEW = 1.5;
    private static final double CURVE_EXCEEDED = 0.01;

    /** Null when there is nothing to tell. */
    static MatterState of(Matter matter, long clockMillis) {
        if (matter.size() < LEVELS.fewestReports()) {
            return null; // nor are there as many people; most matters are so
        }
        long since = clockMillis - WINDOW_MILLIS;
        int people = matter.people(since, Long.MAX_VALUE);
        if (people < LEVELS.fewestReports()
                || matter.days(since, clockMillis) < FEWEST_DAYS
                || people < GROWING * matter.people(since - WINDOW_MILLIS, since)) {
            return null;
        }
        double tail = NegativeBinomial.tail(people, BY_CHANCE, BY_CHANCE + BY_CHANCE * BY_CHANCE);
        double probability = 1 / (1 + StrictMath.exp(-SCALE_BASE + SCALE_PER_DECADE * StrictMath.log10(tail)));
        Grade level = LEVELS.level(probability, tail, people);
        return level == null ? null : new MatterState(level, probability, people, clockMillis);
    }

    /** Whether it says something that was not told; what was told last, null for nothing. */
    boolean isNews(Matter matter, Alert told) {
        return told == null
                ? matter.toldPeople() == 0
                : people >= matter.toldPeople() * TOLD_ANEW || level.compareTo(told.level()) < 0;
    }

    /** The next version. */
    Alert alert(String world, Matter matter, List<String> words, CellMap cells, Alert told) {
        List<String> where = matter.cell() == null ? List.of() : List.of(matter.cell());
        double[] middle = cells.middle(where);
        int reports = matter.reports(clockMillis - WINDOW_MILLIS, clockMillis + 1);
        Instant now = Instant.ofEpochMilli(clockMillis);
        return new Alert(
                world,
                matter.id(),
                told == null ? 1 : told.version() + 1,
                told == null ? level : level.graver(told.level()),
                matter.topic(),
                matter.cell(),
                middle == null ? null : Double.valueOf(middle[0]),
                middle == null ? null : Double.valueOf(middle[1]),
                Math.rint(probability * 1000) / 1000,
                Sentences.matterChinese(matter.topic(), WINDOW_DAYS, people, reports, words),
                Sentences.matterEnglish(matter.topic(), WINDOW_DAYS, people, reports, words),
                matter.newest(Series.MOST_EVIDENCE),
                told == null ? now : told.raisedAt(),
                now,
                null,
                AlertKind.MATTER,
                where,
                words,
                WINDOW_DAYS * 24,
                reports,
                BY_CHANCE,
                curve(matter));
    }

    /** The days of the window, oldest first. */
    private List<AlertPoint> curve(Matter matter) {
        double perDay = BY_CHANCE / WINDOW_DAYS;
        double upper = NegativeBinomial.upper(CURVE_EXCEEDED, perDay, perDay + perDay * perDay);
        List<AlertPoint> points = new ArrayList<>();
        for (int day = WINDOW_DAYS; day > 0; day--) {
            long from = clockMillis + 1 - day * DAY_MILLIS;
            points.add(new AlertPoint(
                    Instant.ofEpochMilli(from),
                    matter.reports(from, from + DAY_MILLIS),
                    Math.rint(perDay * 100) / 100,
                    upper));
        }
        return points;
    }
}
