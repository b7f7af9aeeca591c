package io.watchfloor.pipeline.warn.rule;

import io.watchfloor.contract.Alert;
import io.watchfloor.contract.AlertKind;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns rises into alerts that do not chatter: one alert per topic and place for 24 h, up at once, down only after half
 * an hour, told anew only when it says something new, cleared when the last two hours no longer stand out for an hour.
 */
final class Warden {
    private static final long STEP_DOWN_MILLIS = 30 * 60_000L;
    private static final long QUIET_MILLIS = 60 * 60_000L;
    private static final long LEAST_BETWEEN_MILLIS = 3 * 60_000L;
    private static final double GROWTH = 1.3;
    /** An area's rise that comes to this share from one place is that place's. */
    private static final double LOCAL_SHARE = 0.5;

    /** The last two hours stand out while their tail is below this. */
    private static final double STANDS_OUT = 0.05;

    private static final double STANDS_OUT_ANEW = 1e-4;

    private final String world;
    private final AlertBook book;
    private final Scan scan;
    private final Thresholds thresholds;
    private final CellMap cells;

    Warden(String world, AlertBook book, Scan scan, Thresholds thresholds, CellMap cells) {
        this.world = world;
        this.book = book;
        this.scan = scan;
        this.thresholds = thresholds;
        this.cells = cells;
    }

    /** What becomes of a rise that a report has shown. */
    Optional<Alert> consider(Rise rise, String reportId, long clockMillis) {
        Grade level = rise.level(thresholds);
        if (level == null) {
            return Optional.empty(); // what stands is looked at again every few minutes
        }
        Optional<StandingAlert> known = book.find(rise.topic(), rise.cellIds(), cells);
        if (known.isPresent()) {
            List<String> together = union(known.get().alert().cellIds(), rise.cellIds());
            Rise whole = together.equals(rise.cellIds()) ? rise : scan.over(rise.topic(), together, clockMillis);
            return known.get().isOpen()
                    ? carryOn(known.get(), whole, clockMillis)
                    : reopen(known.get(), whole, clockMillis);
        }
        if (isPartOfMore(rise, level, clockMillis)) {
            return Optional.empty();
        }
        String id = "W-" + Ids.report("alert", rise.topic(), reportId).substring(2);
        return Optional.of(tell(
                id, 1, level, rise, Instant.ofEpochMilli(clockMillis), null, clockMillis, clockMillis, clockMillis));
    }

    /** Looks again at an alert that stands. */
    Optional<Alert> review(StandingAlert open, long clockMillis) {
        Rise now = scan.over(open.alert().topic(), open.alert().cellIds(), clockMillis);
        return carryOn(open, now, clockMillis);
    }

    private Optional<Alert> carryOn(StandingAlert open, Rise now, long clockMillis) {
        Alert told = open.alert();
        Grade warranted = now.level(thresholds);
        boolean stillWarranted = warranted != null && warranted.compareTo(told.level()) <= 0;
        boolean standsOut = now.shortTail() < STANDS_OUT;
        long warrantedMillis = stillWarranted ? clockMillis : open.warrantedMillis();
        long risingMillis = standsOut ? clockMillis : open.risingMillis();
        if (clockMillis - risingMillis >= QUIET_MILLIS) {
            return Optional.of(clear(open, now, clockMillis));
        }
        Grade level = told.level();
        if (warranted != null && warranted.compareTo(level) < 0) {
            level = warranted;
        } else if (!stillWarranted && clockMillis - warrantedMillis >= STEP_DOWN_MILLIS) {
            level = warranted == null ? Grade.IV : warranted;
            warrantedMillis = clockMillis;
        }
        if (!saysSomethingNew(told, level, now, clockMillis)) {
            book.put(new StandingAlert(told, warrantedMillis, risingMillis));
            return Optional.empty();
        }
        return Optional.of(tell(
                told.id(),
                told.version() + 1,
                level,
                now,
                told.raisedAt(),
                null,
                warrantedMillis,
                risingMillis,
                clockMillis));
    }

    private static boolean saysSomethingNew(Alert told, Grade level, Rise now, long clockMillis) {
        boolean grew = now.count() >= told.count() * GROWTH
                && clockMillis - told.updatedAt().toEpochMilli() >= LEAST_BETWEEN_MILLIS;
        return level != told.level() || now.cellIds().size() > told.cellIds().size() || grew;
    }

    /** Within a day it is the same alert again, and only for something grave. */
    private Optional<Alert> reopen(StandingAlert cleared, Rise now, long clockMillis) {
        Grade level = now.level(thresholds);
        if (level == null || level == Grade.IV || now.shortTail() > STANDS_OUT_ANEW) {
            return Optional.empty();
        }
        Alert told = cleared.alert();
        return Optional.of(tell(
                told.id(),
                told.version() + 1,
                level,
                now,
                told.raisedAt(),
                null,
                clockMillis,
                clockMillis,
                clockMillis));
    }

    private Alert clear(StandingAlert open, Rise now, long clockMillis) {
        Alert told = open.alert();
        return tell(
                told.id(),
                told.version() + 1,
                told.level(),
                now,
                told.raisedAt(),
                Instant.ofEpochMilli(clockMillis),
                open.warrantedMillis(),
                open.risingMillis(),
                clockMillis);
    }

    /** A rise in a cell says nothing new while the whole area is warned of at the same level. */
    private boolean isPartOfMore(Rise rise, Grade level, long clockMillis) {
        if (rise.kind() == AlertKind.AREA) {
            return isMostlyLocal(rise, clockMillis);
        }
        return book.findOpenArea(rise.topic())
                .filter(area -> area.alert().level().compareTo(level) <= 0)
                .isPresent();
    }

    /** A rise of the area that is only that of places which are, or just were, warned of. */
    private boolean isMostlyLocal(Rise area, long clockMillis) {
        double local = book.listOfCounts(area.topic()).stream()
                .map(StandingAlert::alert)
                .mapToDouble(alert -> scan.excess(alert.topic(), alert.cellIds(), clockMillis))
                .sum();
        return local > LOCAL_SHARE * (area.count() - area.expected());
    }

    private static List<String> union(List<String> a, List<String> b) {
        List<String> both = new ArrayList<>(a);
        b.stream().filter(cell -> !both.contains(cell)).forEach(cell -> {
            if (both.size() < Growth.MOST_CELLS) {
                both.add(cell);
            }
        });
        return both;
    }

    private Alert tell(
            String id,
            long version,
            Grade level,
            Rise rise,
            Instant raisedAt,
            Instant clearedAt,
            long warrantedMillis,
            long risingMillis,
            long clockMillis) {
        double[] middle = cells.middle(rise.cellIds());
        Alert alert = new Alert(
                world,
                id,
                version,
                level,
                rise.topic(),
                rise.cellIds().isEmpty() ? null : rise.cellIds().get(0),
                middle == null ? null : Double.valueOf(middle[0]),
                middle == null ? null : Double.valueOf(middle[1]),
                Math.rint(rise.probability() * 1000) / 1000,
                Sentences.chinese(rise, cells),
                Sentences.english(rise, cells),
                scan.evidence(rise, clockMillis),
                raisedAt,
                Instant.ofEpochMilli(clockMillis),
                clearedAt,
                rise.kind(),
                rise.cellIds(),
                List.of(),
                Math.max(1, rise.windowMinutes() / 60),
                rise.count(),
                Math.rint(rise.expected() * 100) / 100,
                scan.curve(rise.topic(), rise.cellIds(), clockMillis));
        book.put(new StandingAlert(alert, warrantedMillis, risingMillis));
        return alert;
    }
}
