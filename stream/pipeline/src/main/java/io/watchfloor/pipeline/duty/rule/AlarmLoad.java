package io.watchfloor.pipeline.duty.rule;

import io.watchfloor.contract.AlarmHealth;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The figures of alarm health from a day's minutes. One desk per world: all alarms are its own. */
public final class AlarmLoad {
    /** Minutes that count. */
    public static final int DAY = 24 * 60;

    private static final int WINDOW = 10;
    private static final int FLOOD = 10;

    private AlarmLoad() {}

    /**
     * The figures.
     *
     * @param minutes alarms by minute since 1970; those older than a day are left out
     * @param since first minute that was watched; a system younger than a day is measured over its own time
     * @param now the minute it is now
     * @param stale alarms that have stood for over a day
     */
    public static AlarmHealth of(
            String world, Map<Long, AlarmMinute> minutes, long since, long now, int stale, long version, Instant at) {
        long first = Math.max(now - DAY + 1, Math.min(since, now));
        SortedMap<Long, AlarmMinute> day = new TreeMap<>(new TreeMap<>(minutes).subMap(first, now + 1));
        AlarmMinute sum = day.values().stream().reduce(AlarmMinute.NONE, AlarmMinute::plus);
        double windows = Math.max(1, (now - first + 1) / (double) WINDOW);
        return new AlarmHealth(
                world,
                version,
                Math.round(sum.all() / windows * 1_000) / 1_000.0,
                peak(day),
                Math.round((double) floods(day) / clockWindows(first, now) * 10_000) / 10_000.0,
                sum.high(),
                sum.medium(),
                sum.low(),
                sum.chattering(),
                stale,
                at);
    }

    /** Ten-minute windows by the clock that these minutes lie in. */
    private static long clockWindows(long first, long last) {
        return last / WINDOW - first / WINDOW + 1;
    }

    /** Most in any ten minutes that follow one another. */
    private static int peak(SortedMap<Long, AlarmMinute> day) {
        int peak = 0;
        for (long minute : day.keySet()) {
            int window = day.subMap(minute, minute + WINDOW).values().stream()
                    .mapToInt(AlarmMinute::all)
                    .sum();
            peak = Math.max(peak, window);
        }
        return peak;
    }

    /** Ten-minute windows by the clock that had more alarms than an officer can take. */
    private static long floods(SortedMap<Long, AlarmMinute> day) {
        Map<Long, Integer> windows = new TreeMap<>();
        day.forEach((minute, alarms) -> windows.merge(minute / WINDOW, alarms.all(), Integer::sum));
        return windows.values().stream().filter(alarms -> alarms > FLOOD).count();
    }
}
