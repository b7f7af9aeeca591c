package io.watchfloor.text.similar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that tell places of one name apart: block, house, unit, floor, room, gate. A mark is 16 bits, the unit in the
 * upper four.
 */
final class NumberMarks {
    private static final int UNIT_SHIFT = 12;
    private static final int NUMBER_MASK = (1 << UNIT_SHIFT) - 1;
    private static final int BLOCK = 1;
    private static final int HOUSE = 2;
    private static final int STAIRCASE = 3;
    private static final int FLOOR = 4;
    private static final int ROOM = 5;
    private static final int GATE = 6;
    private static final int LANE = 7;
    /** Units of what stands in one place, as bits; floors and rooms are everywhere. */
    private static final int DOORS = 1 << LANE | 1 << HOUSE | 1 << BLOCK | 1 << GATE;

    private static final Pattern CHINESE =
            Pattern.compile("([0-9]{1,5}|[一二三四五六七八九十]{1,3})(号楼|栋|幢|座|号门|号口|出口|单元|号|弄|楼|层|室)");
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(building|bldg|block|tower|no\\.?|number|unit|floor|room|apartment|apt|flat|gate|exit)\\s*#?\\s*([0-9]{1,5})\\b");
    private static final Pattern ENGLISH_HOUSE = Pattern.compile("\\b([0-9]{1,5})[a-z]?,? (?:[a-z']{2,} ){1,3}"
            + "(?:street|st|road|rd|avenue|ave|lane|drive|way|hill|boulevard|close|court|place|square|terrace)\\b");
    private static final Map<String, Integer> UNITS = Map.ofEntries(
            Map.entry("号楼", BLOCK),
            Map.entry("栋", BLOCK),
            Map.entry("幢", BLOCK),
            Map.entry("座", BLOCK),
            Map.entry("building", BLOCK),
            Map.entry("bldg", BLOCK),
            Map.entry("block", BLOCK),
            Map.entry("tower", BLOCK),
            Map.entry("号", HOUSE),
            Map.entry("弄", LANE),
            Map.entry("no", HOUSE),
            Map.entry("no.", HOUSE),
            Map.entry("number", HOUSE),
            Map.entry("单元", STAIRCASE),
            Map.entry("unit", STAIRCASE),
            Map.entry("楼", FLOOR),
            Map.entry("层", FLOOR),
            Map.entry("floor", FLOOR),
            Map.entry("室", ROOM),
            Map.entry("room", ROOM),
            Map.entry("apartment", ROOM),
            Map.entry("apt", ROOM),
            Map.entry("flat", ROOM),
            Map.entry("号门", GATE),
            Map.entry("号口", GATE),
            Map.entry("出口", GATE),
            Map.entry("gate", GATE),
            Map.entry("exit", GATE));
    private static final String DIGITS = "零一二三四五六七八九";

    private NumberMarks() {}

    private static int unitOf(short mark) {
        return (mark & 0xFFFF) >>> UNIT_SHIFT;
    }

    /** The units, as bits, by which two may be told apart: those of doors if both name one, else floors and rooms. */
    static int decisive(short[] a, short[] b) {
        if (a.length == 0 || b.length == 0) {
            return 0;
        }
        int both = unitsOf(a) & unitsOf(b);
        int doors = both & DOORS;
        return doors == 0 ? both : doors;
    }

    /** How much of what the others say with these units is said here, of the unit with the least; 0 to 1. */
    static double share(short[] marks, short[] others, int units) {
        double least = 1;
        for (int left = units; left != 0; left &= left - 1) {
            int unit = Integer.numberOfTrailingZeros(left);
            int all = 0;
            int same = 0;
            for (short other : others) {
                if (unitOf(other) == unit) {
                    all++;
                    same += has(marks, other) ? 1 : 0;
                }
            }
            least = Math.min(least, (double) same / all);
        }
        return least;
    }

    /** By how much the nearest numbers of one of these units differ, of the unit with the most. */
    static int apart(short[] a, short[] b, int units) {
        int most = 0;
        for (int left = units; left != 0; left &= left - 1) {
            int unit = Integer.numberOfTrailingZeros(left);
            int least = NUMBER_MASK;
            for (short mark : a) {
                for (short other : b) {
                    if (unitOf(mark) == unit && unitOf(other) == unit) {
                        least = Math.min(least, Math.abs((mark & NUMBER_MASK) - (other & NUMBER_MASK)));
                    }
                }
            }
            most = Math.max(most, least);
        }
        return most;
    }

    /** Those of the one that are not in the other. */
    static short[] without(short[] marks, short[] known) {
        short[] left = new short[marks.length];
        int size = 0;
        for (short mark : marks) {
            if (!has(known, mark)) {
                left[size++] = mark;
            }
        }
        return Arrays.copyOf(left, size);
    }

    private static boolean has(short[] marks, short mark) {
        for (short each : marks) {
            if (each == mark) {
                return true;
            }
        }
        return false;
    }

    private static int unitsOf(short[] marks) {
        int units = 0;
        for (short mark : marks) {
            units |= 1 << unitOf(mark);
        }
        return units;
    }

    /** The distinct marks of a text in lower case, ascending; the first few only. */
    static short[] in(String lowerCase) {
        if (!mayHaveNumber(lowerCase)) {
            return TextSketch.EMPTY.marks();
        }
        short[] found = new short[TextSketch.MOST_MARKS];
        int size = 0;
        Matcher chinese = CHINESE.matcher(lowerCase);
        while (size < found.length && chinese.find()) {
            size = add(found, size, mark(chinese.group(2), chinese.group(1)));
        }
        Matcher english = ENGLISH.matcher(lowerCase);
        while (size < found.length && english.find()) {
            size = add(found, size, mark(english.group(1).toLowerCase(Locale.ROOT), english.group(2)));
        }
        Matcher house = ENGLISH_HOUSE.matcher(lowerCase);
        while (size < found.length && house.find()) {
            size = add(found, size, mark("number", house.group(1)));
        }
        return Arrays.copyOf(found, size);
    }

    private static boolean mayHaveNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9') || c == '十' || DIGITS.indexOf(c) > 0) {
                return true;
            }
        }
        return false;
    }

    private static int add(short[] found, int size, short mark) {
        for (int i = 0; i < size; i++) {
            if (found[i] == mark) {
                return size;
            }
        }
        found[size] = mark;
        return size + 1;
    }

    private static short mark(String unit, String number) {
        return (short) ((UNITS.get(unit) << UNIT_SHIFT) | (value(number) & NUMBER_MASK));
    }

    private static int value(String number) {
        if (Character.isDigit(number.charAt(0)) && number.charAt(0) < 128) {
            return Integer.parseInt(number);
        }
        int ten = number.indexOf('十');
        if (ten < 0) {
            return number.chars().reduce(0, (sum, c) -> sum * 10 + DIGITS.indexOf(c));
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(number.charAt(ten - 1));
        int ones = ten == number.length() - 1 ? 0 : DIGITS.indexOf(number.charAt(ten + 1));
        return tens * 10 + ones;
    }
}
