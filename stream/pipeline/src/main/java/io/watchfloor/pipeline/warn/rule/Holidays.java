package io.watchfloor.pipeline.warn.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Days that are not what their weekday says, per time zone: holidays are quiet like Sundays, and weekends that are worked
 * (调休) are like the working day next to them. A table of zone, first day, last day, what they are, and a name.
 */
public final class Holidays implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The file is no such table; the message is one sentence that says where, and what is allowed. */
    public static final class WrongHolidaysException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongHolidaysException(String message) {
            super(message);
        }
    }

    private static final String RESOURCE = "holidays.csv";
    private static final String HEADER = "zone,from,to,day,name";
    private static final int FIELDS = 5;
    private static final long MOST_DAYS = 31;
    private static final int MOST_LINES = 10_000;
    private static final String HOLIDAY = "holiday";
    private static final String WORKDAY = "workday";

    private final HashMap<String, HashMap<LocalDate, DayOfWeek>> days = new HashMap<>();

    private Holidays() {}

    /** Those that are shipped. */
    public static Holidays shipped() {
        try (InputStream in = Holidays.class.getResourceAsStream(RESOURCE)) {
            return parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " is part of this jar", e);
        }
    }

    /**
     * Those of a file, which stand for all that are shipped.
     *
     * @throws WrongHolidaysException when it cannot be read, or is no such table
     */
    public static Holidays read(Path file) {
        try {
            return parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new WrongHolidaysException("must be a CSV file in UTF-8 that can be read");
        }
    }

    /** What the days of this time zone count as; those that are not in it are what they are. */
    Map<LocalDate, DayOfWeek> of(String zone) {
        return days.getOrDefault(zone, new HashMap<>());
    }

    private static Holidays parse(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        List<String> lines = text.strip().replace("\uFEFF", "").lines().toList();
        if (lines.isEmpty() || !lines.get(0).strip().equals(HEADER)) {
            throw new WrongHolidaysException("line 1 must be " + HEADER);
        }
        if (lines.size() > MOST_LINES) {
            throw new WrongHolidaysException("must have " + MOST_LINES + " lines at most");
        }
        Holidays holidays = new Holidays();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                holidays.take("line " + (i + 1) + " ", lines.get(i).split(",", -1));
            }
        }
        return holidays;
    }

    private void take(String where, String[] row) {
        if (row.length != FIELDS) {
            throw new WrongHolidaysException(where + "must have " + FIELDS + " fields: " + HEADER);
        }
        String zone = row[0].strip();
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new WrongHolidaysException(
                    where + "zone must be a time zone such as Asia/Shanghai, not \"" + zone + '"');
        }
        LocalDate first = day(where + "from", row[1]);
        LocalDate last = day(where + "to", row[2]);
        if (last.isBefore(first) || !last.isBefore(first.plusDays(MOST_DAYS))) {
            throw new WrongHolidaysException(
                    where + "to must be from " + first + " on, " + MOST_DAYS + " days at most");
        }
        boolean worked = isWorked(where, row[3].strip());
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            DayOfWeek like = worked ? workingDayNextTo(where, day) : DayOfWeek.SUNDAY;
            if (days.computeIfAbsent(zone, absent -> new HashMap<>()).put(day, like) != null) {
                throw new WrongHolidaysException(where + "names " + day + ", which a line before it names as well");
            }
        }
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new WrongHolidaysException(field + " must be a day such as 2026-10-01, not \"" + text.strip() + '"');
        }
    }

    private static boolean isWorked(String where, String text) {
        if (!text.equals(HOLIDAY) && !text.equals(WORKDAY)) {
            throw new WrongHolidaysException(
                    where + "day must be " + HOLIDAY + " or " + WORKDAY + ", not \"" + text + '"');
        }
        return text.equals(WORKDAY);
    }

    private static DayOfWeek workingDayNextTo(String where, LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> DayOfWeek.FRIDAY;
            case SUNDAY -> DayOfWeek.MONDAY;
            default ->
                throw new WrongHolidaysException(
                        where + WORKDAY + " must be a Saturday or a Sunday, and " + day + " is neither");
        };
    }
}
