package io.watchfloor.drill.district;

import io.watchfloor.drill.district.DemoDistrict.Shift;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the people of a role share the week. Neighbours in a role take different watches and different days off, so that
 * six people are enough for somebody to be on duty at every hour.
 */
enum Rota {
    /** Day and night of twelve hours, two days off. */
    WATCH12 {
        @Override
        List<Shift> shifts(int index, int turn) {
            int dayOff = index / 2 * 2 % WEEK;
            List<Integer> days = daysBut(dayOff, (dayOff + 1) % WEEK);
            return (index + turn) % 2 == 0
                    ? List.of(shift(days, "08:00", "20:00"))
                    : List.of(shift(days, "20:00", "08:00"));
        }
    },
    /** Early, late and night of eight hours with time to hand over, one day off. */
    WATCH8 {
        @Override
        List<Shift> shifts(int index, int turn) {
            List<Integer> days = daysBut(index / 3 % WEEK);
            return List.of(
                    switch ((index + turn) % 3) {
                        case 0 -> shift(days, "07:50", "16:10");
                        case 1 -> shift(days, "15:50", "00:10");
                        default -> shift(days, "23:50", "08:10");
                    });
        }
    },
    /** Weekend days, or evenings in the week. */
    WEEKEND {
        @Override
        List<Shift> shifts(int index, int turn) {
            return index % 2 == 0
                    ? List.of(shift(List.of(6, 7), "09:00", "19:00"))
                    : List.of(shift(List.of(1, 2, 3, 4, 5), "17:30", "22:30"));
        }
    };

    private static final int WEEK = 7;

    /**
     * The shifts of one person.
     *
     * @param index of the person in their role
     * @param turn which watch the first of the role takes, so that what is left over is not always on the same one
     */
    abstract List<Shift> shifts(int index, int turn);

    private static Shift shift(List<Integer> days, String start, String end) {
        return new Shift(days, LocalTime.parse(start), LocalTime.parse(end));
    }

    /** ISO days of the week but these; days off count from 0, Monday. */
    private static List<Integer> daysBut(int... daysOff) {
        return IntStream.range(0, WEEK)
                .filter(day -> IntStream.of(daysOff).noneMatch(off -> off == day))
                .map(day -> day + 1)
                .boxed()
                .toList();
    }
}
