package io.watchfloor.graph.district;

import io.watchfloor.graph.district.DistrictImport.Fault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row, read column by column. A value that is off is noted as a fault with its line, and something harmless is given
 * back so that the rest of the row is checked too.
 */
final class CsvRow {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern HOURS = Pattern.compile("(\\d{1,2})-(\\d{1,2}):(\\d{1,3}(?:\\.\\d{1,2})?)");

    private final String file;
    private final long line;
    private final List<String> header;
    private final List<String> values;
    private final Faults faults;

    CsvRow(String file, long line, List<String> header, List<String> values, Faults faults) {
        this.file = file;
        this.line = line;
        this.header = header;
        this.values = values;
        this.faults = faults;
    }

    long line() {
        return line;
    }

    void fault(String detail) {
        faults.add(new Fault(file, line, detail));
    }

    void fault(String column, String detail) {
        faults.add(new Fault(file, line, column, detail));
    }

    /** May be empty. */
    String text(String column) {
        int index = header.indexOf(column);
        return index >= 0 && index < values.size() ? values.get(index) : "";
    }

    String required(String column) {
        String value = text(column);
        if (value.isEmpty()) {
            fault(column, column + " is empty.");
        }
        return value;
    }

    /** Null when empty. */
    String optional(String column) {
        String value = text(column);
        return value.isEmpty() ? null : value;
    }

    /** Parts between {@code |}; none when empty. */
    List<String> list(String column) {
        return Arrays.stream(text(column).split("\\|", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    String oneOf(String column, String... allowed) {
        String value = text(column);
        if (!List.of(allowed).contains(value)) {
            fault(column, column + " is '" + value + "'; allowed are " + String.join(", ", allowed) + ".");
        }
        return value;
    }

    boolean flag(String column) {
        return Boolean.parseBoolean(oneOf(column, "true", "false"));
    }

    double number(String column, double least, double most, String unit) {
        return read(column, "a number of " + unit + " from " + plain(least) + " to " + plain(most), least, value -> {
            double number = Double.parseDouble(value);
            if (!(number >= least && number <= most)) {
                throw new NumberFormatException(value);
            }
            return number;
        });
    }

    int whole(String column, int least, int most) {
        return read(column, "a whole number from " + least + " to " + most, least, value -> {
            int number = Integer.parseInt(value);
            if (number < least || number > most) {
                throw new NumberFormatException(value);
            }
            return number;
        });
    }

    /** Null when empty. */
    LocalDate optionalDate(String column) {
        return text(column).isEmpty()
                ? null
                : read(column, "a date like 2027-06-30", LocalDate.EPOCH, LocalDate::parse);
    }

    LocalTime time(String column) {
        return read(column, "a time from 00:00 to 23:59", LocalTime.MIDNIGHT, value -> LocalTime.parse(value, TIME));
    }

    ZoneId zone(String column) {
        return read(column, "a time zone like Asia/Shanghai", ZoneId.of("UTC"), ZoneId::of);
    }

    /** ISO days, in order. */
    List<Integer> days(String column) {
        return read(column, "days from 1 (Monday) to 7 (Sunday) separated by |", List.of(), value -> {
            List<Integer> days = new ArrayList<>();
            for (String part : value.split("\\|", -1)) {
                int day = Integer.parseInt(part.strip());
                if (day < 1 || day > 7 || days.contains(day)) {
                    throw new NumberFormatException(part);
                }
                days.add(day);
            }
            return days.stream().sorted().toList();
        });
    }

    /** An outline as {lat, lon} pairs. */
    List<List<Double>> ring(String column) {
        return read(
                column,
                "an outline of at least 3 points like 31.20 121.40;31.21 121.40;31.21 121.41",
                List.of(),
                value -> {
                    List<List<Double>> ring = new ArrayList<>();
                    for (String point : value.split(";", -1)) {
                        String[] parts = point.strip().split("\\s+", -1);
                        double lat = Double.parseDouble(parts[0]);
                        double lon = Double.parseDouble(parts[1]);
                        if (parts.length != 2 || !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) {
                            throw new NumberFormatException(point);
                        }
                        ring.add(List.of(lat, lon));
                    }
                    if (ring.size() < 3) {
                        throw new NumberFormatException(value);
                    }
                    return List.copyOf(ring);
                });
    }

    /** Whole number, or this when the column is empty or not there. */
    int wholeOr(String column, int least, int most, int otherwise) {
        return text(column).isEmpty() ? otherwise : whole(column, least, most);
    }

    /** Flag, or false when the column is empty or not there. */
    boolean flagOrFalse(String column) {
        return !text(column).isEmpty() && flag(column);
    }

    /**
     * What holds in some hours of the day, such as {@code 7-9:15|17-19:20}: 15 from 7 to 9 o'clock, 20 from 17 to 19.
     *
     * @param otherwise in all other hours
     * @return 24 values; none when empty
     */
    List<Double> byHour(String column, double otherwise, double least, double most) {
        if (text(column).isEmpty()) {
            return List.of();
        }
        String needed = "hours with a number from " + plain(least) + " to " + plain(most) + ", like 7-9:15|17-19:20,";
        return read(column, needed, List.of(), value -> {
            List<Double> hours = new ArrayList<>(Collections.nCopies(24, otherwise));
            for (String part : value.split("\\|", -1)) {
                Matcher span = HOURS.matcher(part.strip());
                int from = span.matches() ? Integer.parseInt(span.group(1)) : 24;
                int to = span.matches() ? Integer.parseInt(span.group(2)) : 0;
                double number = span.matches() ? Double.parseDouble(span.group(3)) : 0;
                if (from >= to || to > 24 || !(number >= least && number <= most)) {
                    throw new NumberFormatException(part);
                }
                Collections.fill(hours.subList(from, to), number);
            }
            return List.copyOf(hours);
        });
    }

    private <T> T read(String column, String needed, T harmless, Function<String, T> reading) {
        String value = text(column);
        try {
            return reading.apply(value);
        } catch (NumberFormatException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            fault(column, column + " is '" + shortened(value) + "'; " + needed + " is needed.");
            return harmless;
        }
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 57) + "...";
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
