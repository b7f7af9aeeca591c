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
import java.util.Map;
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

    /** Units of numbers, in Chinese. */
    private static final Map<String, String> UNITS =
            Map.of("degrees", "以度为单位的", "metres", "以米为单位的", "km/h", "以公里/小时为单位的");

    private final String file;
    private final long line;
    private final List<String> header;
    private final List<String> values;
    private final Faults faults;
    private final boolean standing;

    /** A row of a table that is {@code standing} in the graph already was not sent by whoever imports. */
    CsvRow(String file, long line, List<String> header, List<String> values, Faults faults, boolean standing) {
        this.standing = standing;
        this.file = file;
        this.line = line;
        this.header = header;
        this.values = values;
        this.faults = faults;
    }

    long line() {
        return line;
    }

    void fault(String detail, String detailZh) {
        faults.add(new Fault(file, line, detail, detailZh));
    }

    void fault(String column, String detail, String detailZh) {
        faults.add(new Fault(file, line, column, detail, detailZh));
    }

    /**
     * The row names what is not in that table. When the table cannot be read at all, that is said once; and when the row
     * stands in the graph and the table is new, what is wrong is what the new table leaves out.
     */
    void unknown(String column, String id, String where) {
        if (faults.isUnusable(where)) {
            return;
        }
        if (standing) {
            faults.addLacking(
                    id,
                    new Fault(
                            where,
                            0,
                            "id",
                            "'" + id + "' is missing here or its row is at fault, and " + file
                                    + " still names it: keep it, or import both.",
                            "此处缺少“" + id + "”或其所在行有误，而 " + file + " 仍在引用它：请保留该行，或两个文件一起导入。"));
        } else {
            fault(
                    column,
                    column + " '" + id + "' is not in " + where + ", or its row there is at fault.",
                    column + "“" + id + "”不在 " + where + " 中，或其所在行有误。");
        }
    }

    /** May be empty. */
    String text(String column) {
        int index = header.indexOf(column);
        return index >= 0 && index < values.size() ? values.get(index) : "";
    }

    String required(String column) {
        String value = text(column);
        if (value.isEmpty()) {
            fault(column, column + " is empty.", column + " 为空。");
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
            String known = String.join(", ", allowed);
            fault(
                    column,
                    column + " is '" + value + "'; allowed are " + known + ".",
                    column + " 为“" + value + "”；只能是 " + known + "。");
        }
        return value;
    }

    boolean flag(String column) {
        return Boolean.parseBoolean(oneOf(column, "true", "false"));
    }

    double number(String column, double least, double most, String unit) {
        return read(
                column,
                "a number of " + unit + " from " + plain(least) + " to " + plain(most),
                UNITS.getOrDefault(unit, "") + "数值，从 " + plain(least) + " 到 " + plain(most),
                least,
                value -> {
                    double number = Double.parseDouble(value);
                    if (!(number >= least && number <= most)) {
                        throw new NumberFormatException(value);
                    }
                    return number;
                });
    }

    int whole(String column, int least, int most) {
        return read(
                column,
                "a whole number from " + least + " to " + most,
                "从 " + least + " 到 " + most + " 的整数",
                least,
                value -> {
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
                : read(column, "a date like 2027-06-30", "形如 2027-06-30 的日期", LocalDate.EPOCH, LocalDate::parse);
    }

    LocalTime time(String column) {
        return read(
                column,
                "a time from 00:00 to 23:59",
                "00:00 至 23:59 的时刻",
                LocalTime.MIDNIGHT,
                value -> LocalTime.parse(value, TIME));
    }

    ZoneId zone(String column) {
        return read(column, "a time zone like Asia/Shanghai", "形如 Asia/Shanghai 的时区", ZoneId.of("UTC"), ZoneId::of);
    }

    /** ISO days, in order. */
    List<Integer> days(String column) {
        return read(
                column,
                "days from 1 (Monday) to 7 (Sunday) separated by |",
                "以 | 分隔的 1（周一）至 7（周日）",
                List.of(),
                value -> {
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
                "至少 3 个点的轮廓，形如 31.20 121.40;31.21 121.40;31.21 121.41",
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
        String neededZh = "时段与 " + plain(least) + " 至 " + plain(most) + " 的数值，形如 7-9:15|17-19:20";
        return read(column, needed, neededZh, List.of(), value -> {
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

    private <T> T read(String column, String needed, String neededZh, T harmless, Function<String, T> reading) {
        String value = text(column);
        try {
            return reading.apply(value);
        } catch (NumberFormatException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            fault(
                    column,
                    column + " is '" + shortened(value) + "'; " + needed + " is needed.",
                    column + " 为“" + shortened(value) + "”；须为" + neededZh + "。");
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
