package io.watchfloor.gateway.intake;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * When something happened, as a feed says.
 *
 * @param instant when; null when it cannot be taken
 * @param reason a short code why not; null when it can be taken
 * @param detail a sentence that helps; null when it can be taken
 */
record ReportTime(Instant instant, String reason, String detail) {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration MOST_AHEAD = Duration.ofHours(1);
    private static final String EXAMPLE = "for example 2026-03-01T08:14:50+08:00";
    private static final long FIRST_MILLIS_LIKE = 100_000_000_000L;

    static ReportTime read(String text, Instant now) {
        if (text.matches("[+-]?\\d{9,}(\\.\\d+)?")) {
            return refused("wrong-type", adviseOnNumber(text));
        }
        Instant instant;
        try {
            instant = OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            return isLocal(text)
                    ? refused("no-zone", "A time needs its offset from UTC, " + EXAMPLE + ".")
                    : refused("malformed", "A time is ISO-8601 with its offset from UTC, " + EXAMPLE + ".");
        }
        if (instant.isBefore(EARLIEST)) {
            return refused("out-of-range", "The year is before 2000; is it seconds taken for milliseconds?");
        }
        if (instant.isAfter(now.plus(MOST_AHEAD))) {
            return refused("in-future", "It is more than an hour ahead of this server's clock, which is " + now + ".");
        }
        return new ReportTime(instant, null, null);
    }

    /** What to send instead of seconds or milliseconds since 1970. */
    static String adviseOnNumber(String number) {
        try {
            double value = Double.parseDouble(number);
            boolean millis = Math.abs(value) >= FIRST_MILLIS_LIKE;
            Instant meant = Instant.ofEpochMilli((long) (millis ? value : value * 1000));
            return "A time is ISO-8601 text with its offset from UTC, not a number; if these are "
                    + (millis ? "milliseconds" : "seconds") + " since 1970, send "
                    + meant.atOffset(ZoneOffset.UTC) + ".";
        } catch (NumberFormatException | DateTimeException e) {
            return "A time is ISO-8601 text with its offset from UTC, not a number, " + EXAMPLE + ".";
        }
    }

    private static boolean isLocal(String text) {
        try {
            LocalDateTime.parse(text.replace(' ', 'T'));
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static ReportTime refused(String reason, String detail) {
        return new ReportTime(null, reason, detail);
    }
}
