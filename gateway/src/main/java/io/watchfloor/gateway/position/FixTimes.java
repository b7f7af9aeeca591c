package io.watchfloor.gateway.position;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Times as phones write them: seconds, milliseconds, ISO-8601, or a date and a time in UTC. */
final class FixTimes {
    private static final DateTimeFormatter PLAIN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    /** From here on a number cannot be seconds: they would be of the year 5138. */
    private static final long MILLIS_FROM = 100_000_000_000L;

    private FixTimes() {}

    /** Null when it cannot be understood. */
    static Instant read(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String trimmed = text.strip();
        try {
            if (trimmed.matches("\\d{1,17}(\\.\\d{1,9})?")) {
                return ofNumber(Double.parseDouble(trimmed));
            }
            return trimmed.indexOf('T') > 0
                    ? OffsetDateTime.parse(trimmed).toInstant()
                    : LocalDateTime.parse(trimmed, PLAIN).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static Instant ofNumber(double number) {
        return number >= MILLIS_FROM
                ? Instant.ofEpochMilli((long) number)
                : Instant.ofEpochMilli(Math.round(number * 1_000));
    }
}
