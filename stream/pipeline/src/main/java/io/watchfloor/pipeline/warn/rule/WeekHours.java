package io.watchfloor.pipeline.warn.rule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;

/** Which of the week's 168 hours an hour is, in the area's time zone. Holidays and worked weekends count as other days. */
final class WeekHours {
    static final int SLOTS = 168;
    static final int HOURS_PER_DAY = 24;

    private static final int REMEMBERED = 256;
    private static final int SECONDS_PER_HOUR = 3_600;

    private final ZoneId zone;
    private final Map<LocalDate, DayOfWeek> countsAs;
    /** A shortcut only: calendars are slow. */
    private final long[] hours = new long[REMEMBERED];

    private final int[] slots = new int[REMEMBERED];

    WeekHours(ZoneId zone, Map<LocalDate, DayOfWeek> countsAs) {
        this.zone = zone;
        this.countsAs = countsAs;
        Arrays.fill(hours, Long.MIN_VALUE);
    }

    /** 0 is Monday from midnight to one; hours are counted from the epoch. */
    int slot(long epochHour) {
        int at = (int) Math.floorMod(epochHour, (long) REMEMBERED);
        if (hours[at] != epochHour) {
            ZonedDateTime local =
                    Instant.ofEpochSecond(epochHour * SECONDS_PER_HOUR).atZone(zone);
            DayOfWeek day = countsAs.getOrDefault(local.toLocalDate(), local.getDayOfWeek());
            slots[at] = (day.getValue() - 1) * HOURS_PER_DAY + local.getHour();
            hours[at] = epochHour;
        }
        return slots[at];
    }

    /** The hour of the day, apart for working days and weekends. */
    static int dayShape(int slot) {
        boolean weekend = slot / HOURS_PER_DAY >= 5;
        return slot % HOURS_PER_DAY + (weekend ? HOURS_PER_DAY : 0);
    }
}
