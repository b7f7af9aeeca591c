package io.watchfloor.graph.roster;

import static io.watchfloor.graph.district.DistrictDraft.always;
import static io.watchfloor.graph.district.DistrictDraft.everyDay;
import static io.watchfloor.graph.district.DistrictDraft.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.graph.district.District;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class DutyHoursTest {
    private static final int HOUR = 3_600;

    @Test
    void shouldBeOnUntilTheVeryEnd() {
        DutyHours hours = hours(everyDay("08:00", "16:00"));
        assertThat(hours.isOnFor(DayOfWeek.SUNDAY, 15 * HOUR, HOUR)).isTrue();
        assertThat(hours.isOnFor(DayOfWeek.SUNDAY, 15 * HOUR, HOUR + 1)).isFalse();
        assertThat(hours.isOnFor(DayOfWeek.SUNDAY, 16 * HOUR, 0)).isFalse();
    }

    @Test
    void shouldGoOnWithAShiftThatFollowsWithoutAGapAlsoOverMidnightAndTheWeek() {
        DutyHours hours = hours(on(7, "08:00", "20:00"), on(7, "20:00", "04:00"), on(1, "04:00", "06:00"));
        assertThat(hours.isOnFor(DayOfWeek.SUNDAY, 19 * HOUR, 11 * HOUR)).isTrue();
        assertThat(hours.isOnFor(DayOfWeek.SUNDAY, 19 * HOUR, 11 * HOUR + 1)).isFalse();
        assertThat(hours.until(LocalDateTime.parse("2026-03-01T19:00")))
                .contains(LocalDateTime.parse("2026-03-02T06:00"));
        DutyHours withGap = hours(everyDay("08:00", "16:00"), everyDay("16:01", "23:00"));
        assertThat(withGap.until(LocalDateTime.parse("2026-03-01T15:00")))
                .contains(LocalDateTime.parse("2026-03-01T16:00"));
    }

    @Test
    void shouldNeverEndForWhoIsAlwaysOnAndSayTheEndOfTheNextDayAtMost() {
        assertThat(hours(always()).isOnFor(DayOfWeek.WEDNESDAY, 15 * HOUR, Integer.MAX_VALUE))
                .isTrue();
        assertThat(hours(always()).until(LocalDateTime.parse("2026-03-01T15:00")))
                .contains(LocalDateTime.parse("2026-03-02T00:00"));
        assertThat(hours().until(LocalDateTime.parse("2026-03-01T15:00"))).isEmpty();
    }

    private static DutyHours hours(District.Shift... shifts) {
        return new DutyHours(List.of(shifts));
    }
}
