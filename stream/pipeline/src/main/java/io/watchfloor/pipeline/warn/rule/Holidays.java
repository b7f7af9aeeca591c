package io.watchfloor.pipeline.warn.rule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Days that are quiet like Sundays, from {@code holidays.csv} beside this class: zone, first day, last day, name. */
final class Holidays {
    private Holidays() {}

    /** Those of the area with this time zone. */
    static Set<LocalDate> of(String zone) {
        Set<LocalDate> days = new HashSet<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Holidays.class.getResourceAsStream("holidays.csv"), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",", -1)).forEach(row -> {
                LocalDate last = LocalDate.parse(row[2]);
                for (LocalDate day = LocalDate.parse(row[1]); row[0].equals(zone) && !day.isAfter(last); ) {
                    days.add(day);
                    day = day.plusDays(1);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("holidays.csv is part of this jar", e);
        }
        return Set.copyOf(days);
    }
}
