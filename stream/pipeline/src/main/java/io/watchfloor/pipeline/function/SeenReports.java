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
 */
final class SeenReports {
    /** Emptied per timer at most; some tens of milliseconds. */
    static final int PURGED_PER_TIMER = 20_000;

    private static final int MAPS = 3;
    private static final long DAY_MILLIS = Retention.DUPLICATES.toMillis();

    private final List<MapState<String, Long>> seenByDay = new ArrayList<>(MAPS);

    SeenReports(RuntimeContext context) {
        for (int i = 0; i < MAPS; i++) {
            seenByDay.add(context.getMapState(new MapStateDescriptor<>("seen-" + i, Types.STRING, Types.LONG)));
        }
    }

    /** Notes the report; false when it was noted before and is not yet forgotten. */
    boolean add(String reportId, long clockMillis) throws Exception {
        long day = Math.floorDiv(clockMillis, DAY_MILLIS);
        if (knows(day, reportId, clockMillis) || knows(day - 1, reportId, clockMillis)) {
            return false;
        }
        map(day).put(reportId, clockMillis);
        return true;
    }

    private boolean knows(long day, String reportId, long clockMillis) throws Exception {
        Long seenMillis = map(day).get(reportId);
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
    }

    private MapState<String, Long> map(long day) {
        return seenByDay.get((int) Math.floorMod(day, (long) MAPS));
    }
}
