package io.watchfloor.graph.roster;

import io.watchfloor.graph.district.District;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** A person's weekly shifts, in the district's local time; a shift whose end is not after its start ends the next day. */
public final class DutyHours {
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int DAYS_AHEAD = 8;

    private record Weekly(int days, int startSecond, int endSecond) {
        boolean startsOn(DayOfWeek day) {
            return (days & (1 << day.getValue())) != 0;
        }
    }

    private final Weekly[] shifts;

    DutyHours(List<District.Shift> shifts) {
        this.shifts = shifts.stream().map(DutyHours::compile).toArray(Weekly[]::new);
    }

    public boolean isEmpty() {
        return shifts.length == 0;
    }

    public boolean isOn(DayOfWeek day, int secondOfDay) {
        return endSecond(day, secondOfDay) >= 0;
    }

    /** Whether they are on shift from then on for so many seconds; a shift that follows without a gap goes on. */
    public boolean isOnFor(DayOfWeek day, int secondOfDay, int seconds) {
        return secondsOn(day, secondOfDay, seconds) >= seconds;
    }

    /**
     * For how many seconds they are on shift from then on, {@code most} at most; a shift that follows without a gap goes on. -1
     * when they are off.
     */
    int secondsOn(DayOfWeek day, int secondOfDay, int most) {
        int end = endSecond(day, secondOfDay);
        if (end < 0) {
            return -1;
        }
        DayOfWeek on = day;
        long seconds = (long) end - secondOfDay;
        while (end >= 0 && seconds < most) {
            on = on.plus(end / SECONDS_PER_DAY);
            int second = end % SECONDS_PER_DAY;
            end = endSecond(on, second);
            seconds += Math.max(0, end - second);
        }
        return (int) Math.min(seconds, most);
    }

    /**
     * When they go off shift; empty when they are off. A shift that follows without a gap goes on, as far as the end of the
     * next day: who is always on shift has to be told something.
     */
    public Optional<LocalDateTime> until(LocalDateTime local) {
        LocalDateTime farthest = local.toLocalDate().plusDays(2).atStartOfDay();
        Optional<LocalDateTime> end = endOfShift(local);
        Optional<LocalDateTime> next = end.flatMap(this::endOfShift);
        while (next.isPresent() && next.get().isBefore(farthest)) {
            end = next;
            next = end.flatMap(this::endOfShift);
        }
        return end;
    }

    private Optional<LocalDateTime> endOfShift(LocalDateTime local) {
        int end = endSecond(local.getDayOfWeek(), local.toLocalTime().toSecondOfDay());
        return end < 0
                ? Optional.empty()
                : Optional.of(local.toLocalDate().atStartOfDay().plusSeconds(end));
    }

    /** When the next shift starts, within the week to come. */
    public Optional<LocalDateTime> next(LocalDateTime local) {
        for (int ahead = 0; ahead < DAYS_AHEAD; ahead++) {
            LocalDate date = local.toLocalDate().plusDays(ahead);
            LocalDateTime first = null;
            for (Weekly shift : shifts) {
                LocalDateTime start = date.atTime(LocalTime.ofSecondOfDay(shift.startSecond()));
                if (shift.startsOn(date.getDayOfWeek())
                        && start.isAfter(local)
                        && (first == null || start.isBefore(first))) {
                    first = start;
                }
            }
            if (first != null) {
                return Optional.of(first);
            }
        }
        return Optional.empty();
    }

    /** When the running shift ends, in seconds after this day's midnight; the last one of several; -1 when none is. */
    private int endSecond(DayOfWeek day, int secondOfDay) {
        int latest = -1;
        for (Weekly shift : shifts) {
            latest = Math.max(latest, endSecond(shift, day, secondOfDay));
        }
        return latest;
    }

    /** When the shift ends, in seconds after this day's midnight, if it is running; -1 when it is not. */
    private static int endSecond(Weekly shift, DayOfWeek day, int secondOfDay) {
        if (shift.startsOn(day) && secondOfDay >= shift.startSecond() && secondOfDay < shift.endSecond()) {
            return shift.endSecond();
        }
        int endHere = shift.endSecond() - SECONDS_PER_DAY;
        return shift.startsOn(day.minus(1)) && secondOfDay < endHere ? endHere : -1;
    }

    private static Weekly compile(District.Shift shift) {
        int days = 0;
        for (int day : shift.days()) {
            days |= 1 << day;
        }
        int start = shift.start().toSecondOfDay();
        int end = shift.end().toSecondOfDay();
        return new Weekly(days, start, end > start ? end : end + SECONDS_PER_DAY);
    }
}
