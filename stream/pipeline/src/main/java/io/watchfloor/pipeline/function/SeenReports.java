package io.watchfloor.pipeline.function;

import io.watchfloor.pipeline.rule.Retention;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The ids of a region's reports, for as long as a second copy may come. They are kept by logical day in three maps that
 * take turns: today's, yesterday's, and one that is emptied meanwhile in small portions, without ever searching the
 * others.
 *
 * <p>Hardly any report was seen before. Of the region that all reports are of, memory can tell so, and the store need not be
 * asked.
 */
final class SeenReports {
    /** Emptied per timer at most; some tens of milliseconds. */
    static final int PURGED_PER_TIMER = 20_000;

    private static final int MAPS = 3;
    private static final long DAY_MILLIS = Retention.DUPLICATES.toMillis();
    /** Nothing was asked yet. */
    private static final long NONE = Long.MIN_VALUE;
    /** Other regions had their turn. */
    private static final long UNKNOWN = NONE + 1;

    /** Of one day in memory; 16 MB at most. */
    private static final int MOST_IN_MEMORY = 500_000;

    private final List<MapState<String, Long>> seenByDay = new ArrayList<>(MAPS);
    private String region;
    private long day = NONE;
    /** Of that day, and of the one before it; null when only the store knows what was seen then. */
    private IdSet today;

    private IdSet yesterday;

    SeenReports(RuntimeContext context) {
        for (int i = 0; i < MAPS; i++) {
            seenByDay.add(context.getMapState(new MapStateDescriptor<>("seen-" + i, Types.STRING, Types.LONG)));
        }
    }

    /** Turns to a region; the operator's key must be the same. With several that take turns memory is of no use. */
    void turnTo(String regionNow) {
        if (!regionNow.equals(region)) {
            day = region == null ? NONE : UNKNOWN;
            region = regionNow;
            today = null;
            yesterday = null;
        }
    }

    /** Notes the report; false when it was noted before and is not yet forgotten. */
    boolean add(String reportId, long clockMillis) throws Exception {
        long now = Math.floorDiv(clockMillis, DAY_MILLIS);
        moveOn(now);
        if (knows(today, now, reportId, clockMillis) || knows(yesterday, now - 1, reportId, clockMillis)) {
            return false;
        }
        map(now).put(reportId, clockMillis);
        if (today != null && !today.add(reportId)) {
            today = null;
        }
        return true;
    }

    private void moveOn(long now) throws Exception {
        if (day == now) {
            return;
        }
        if (day == UNKNOWN) {
            yesterday = null;
            today = null;
        } else {
            yesterday = day == now - 1 ? today : read(now - 1);
            today = read(now);
        }
        day = now;
    }

    /** What the store knows of a day; null when that is too much to hold. Some microseconds for each, once. */
    private IdSet read(long ofDay) throws Exception {
        IdSet ids = new IdSet(MOST_IN_MEMORY);
        for (String id : map(ofDay).keys()) {
            if (!ids.add(id)) {
                return null;
            }
        }
        return ids;
    }

    private boolean knows(IdSet inMemory, long ofDay, String reportId, long clockMillis) throws Exception {
        if (inMemory != null && !inMemory.knows(reportId)) {
            return false;
        }
        Long seenMillis = map(ofDay).get(reportId);
        return seenMillis != null && !Retention.isForgotten(seenMillis, clockMillis);
    }

    /** When everything noted on this clock's day can be purged. */
    static long purgeableAt(long clockMillis) {
        return (Math.floorDiv(clockMillis, DAY_MILLIS) + 2) * DAY_MILLIS;
    }

    /** Drops ids of the day before yesterday; false when some are left for another time. */
    boolean purge(long clockMillis) throws Exception {
        Iterator<Map.Entry<String, Long>> old =
                map(Math.floorDiv(clockMillis, DAY_MILLIS) - 2).iterator();
        for (int i = 0; i < PURGED_PER_TIMER && old.hasNext(); i++) {
            if (Retention.isForgotten(old.next().getValue(), clockMillis)) {
                old.remove();
            }
        }
        return !old.hasNext();
    }

    boolean isEmpty() throws Exception {
        for (MapState<String, Long> seen : seenByDay) {
            if (!seen.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    void clear() {
        seenByDay.forEach(MapState::clear);
        turnTo("");
    }

    private MapState<String, Long> map(long ofDay) {
        return seenByDay.get((int) Math.floorMod(ofDay, (long) MAPS));
    }
}
