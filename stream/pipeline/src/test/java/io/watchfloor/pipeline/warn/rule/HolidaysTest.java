package io.watchfloor.pipeline.warn.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchfloor.pipeline.PipelineSettings;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {
    private static final String SHANGHAI = "Asia/Shanghai";

    @TempDir
    Path folder;

    @Test
    void shouldKnowHolidaysAndWeekendsThatAreWorkedWithoutAFile() {
        Map<LocalDate, DayOfWeek> days = Holidays.shipped().of(SHANGHAI);

        assertThat(days).containsEntry(LocalDate.of(2026, 10, 1), DayOfWeek.SUNDAY);
        assertThat(days).containsEntry(LocalDate.of(2026, 10, 7), DayOfWeek.SUNDAY);
        assertThat(days).containsEntry(LocalDate.of(2026, 9, 20), DayOfWeek.MONDAY);
        assertThat(days).containsEntry(LocalDate.of(2026, 10, 10), DayOfWeek.FRIDAY);
        assertThat(days).doesNotContainKey(LocalDate.of(2026, 10, 8));
        assertThat(Holidays.shipped().of("Europe/Paris")).isEmpty();
    }

    @Test
    void shouldTakeAFileInsteadOfWhatIsShipped() throws IOException {
        Holidays holidays = Holidays.read(file("""
                ﻿zone,from,to,day,name
                Europe/Paris,2026-12-24,2026-12-26,holiday,Noël

                Europe/Paris , 2026-12-19, 2026-12-19 , workday ,
                """));
        WeekHours week = new WeekHours(ZoneId.of("Europe/Paris"), holidays.of("Europe/Paris"));

        assertThat(holidays.of(SHANGHAI)).isEmpty();
        assertThat(week.slot(hour("2026-12-24T09:00"))).isEqualTo(6 * 24 + 9);
        assertThat(week.slot(hour("2026-12-19T09:00"))).isEqualTo(4 * 24 + 9);
        assertThat(week.slot(hour("2026-12-28T09:00"))).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Asia/Shangai,2026-10-01,2026-10-07,holiday,x  | line 2 zone must be a time zone such as Asia/Shanghai
            Asia/Shanghai,1 Oct,2026-10-07,holiday,x      | line 2 from must be a day such as 2026-10-01
            Asia/Shanghai,2026-10-01,2026-13-07,holiday,x | line 2 to must be a day such as 2026-10-01
            Asia/Shanghai,2026-10-07,2026-10-01,holiday,x | line 2 to must be from 2026-10-07 on, 31 days at most
            Asia/Shanghai,2026-01-01,2026-12-31,holiday,x | line 2 to must be from 2026-01-01 on, 31 days at most
            Asia/Shanghai,2026-10-01,2026-10-07,off,x     | line 2 day must be holiday or workday
            Asia/Shanghai,2026-10-12,2026-10-12,workday,x | line 2 workday must be a Saturday or a Sunday, and 2026-10-12
            Asia/Shanghai,2026-10-01,2026-10-07           | line 2 must have 5 fields
            """)
    void shouldSayInOneSentenceWhatIsWrongWithALine(String line, String sentence) throws IOException {
        Path file = file("zone,from,to,day,name\n" + line + "\n");

        assertThatThrownBy(() -> PipelineSettings.parse(Map.of("WATCHFLOOR_HOLIDAYS", file.toString())))
                .isInstanceOf(PipelineSettings.WrongSettingException.class)
                .hasMessageStartingWith("WATCHFLOOR_HOLIDAYS=" + file + " ")
                .hasMessageContaining(sentence);
    }

    @Test
    void shouldRefuseADayThatIsNamedTwiceAnotherTableAndAnotherCoding() throws IOException {
        String day = "Asia/Shanghai,2026-10-10,2026-10-10,%s,x\n";
        Path twice = file("zone,from,to,day,name\n" + day.formatted("workday") + day.formatted("holiday"));
        Path other = Files.writeString(folder.resolve("other.csv"), "id,name\n1,x\n");
        Path coded =
                Files.writeString(folder.resolve("coded.csv"), "zone,from,to,day,name\n国庆", Charset.forName("GB18030"));

        assertThatThrownBy(() -> Holidays.read(twice)).hasMessageContaining("line 3 names 2026-10-10");
        assertThatThrownBy(() -> Holidays.read(other)).hasMessage("line 1 must be zone,from,to,day,name");
        assertThatThrownBy(() -> Holidays.read(coded)).hasMessage("must be a CSV file in UTF-8 that can be read");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("holidays.csv"), text, StandardCharsets.UTF_8);
    }

    private static long hour(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Paris")).toEpochSecond() / 3_600;
    }
}
