package io.watchfloor.gateway.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads times as a file writes them. */
final class RowTimes {
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("[ ]['T']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalEnd()
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private final List<Form> forms = new ArrayList<>();
    private final ZoneId zone;

    private interface Form {
        Instant read(String text);
    }

    /** Tries these patterns in turn; {@code zone} is null when every time says its own. */
    RowTimes(List<String> patterns, ZoneId zone) {
        this.zone = zone;
        patterns.forEach(pattern -> forms.add(form(pattern)));
    }

    /** When; empty when no pattern fits. */
    Optional<Instant> read(String text) {
        for (Form form : forms) {
            try {
                return Optional.of(form.read(text));
            } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
                // The next pattern may fit.
            }
        }
        return Optional.empty();
    }

    private Form form(String pattern) {
        return switch (pattern) {
            case "epoch-seconds" -> text -> Instant.ofEpochMilli((long) (Double.parseDouble(text) * 1000));
            case "epoch-millis" -> text -> Instant.ofEpochMilli(Long.parseLong(text));
            case "iso" -> text -> instant(ISO, text);
            default -> {
                DateTimeFormatter formatter = formatter(pattern);
                yield text -> instant(formatter, text);
            }
        };
    }

    private static DateTimeFormatter formatter(String pattern) {
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    .toFormatter(Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            throw new FeedMappingException("occurredAt's pattern '" + pattern + "' is none: " + e.getMessage() + ".");
        }
    }

    private Instant instant(DateTimeFormatter formatter, String text) {
        TemporalAccessor time = formatter.parseBest(
                text, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (time instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        if (time instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        if (zone == null) {
            throw new DateTimeException("no zone");
        }
        return time instanceof LocalDateTime local
                ? local.atZone(zone).toInstant()
                : LocalDate.from(time).atStartOfDay(zone).toInstant();
    }
}
