package io.watchfloor.contract;

import java.time.Instant;

/** ISO-8601 times in UTC of the years 1970 to 9999, as {@link Instant#toString()} writes them. */
final class InstantText {
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int SHORTEST = "1970-01-01T00:00:00Z".length();
    private static final int LONGEST = "1970-01-01T00:00:00.123456789Z".length();
    private static final int FRACTION_AT = 20;
    private static final int NANO_DIGITS = 9;
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

    private InstantText() {}

    /** The text; null for a time that is out of these years. */
    static String write(Instant time) {
        long second = time.getEpochSecond();
        if (second < 0 || second > LAST_SECOND) {
            return null;
        }
        long days = second / SECONDS_PER_DAY;
        int ofDay = (int) (second % SECONDS_PER_DAY);
        int year = (int) (1970 + days * 400 / 146_097);
        while (daysBefore(year) > days) {
            year--;
        }
        while (daysBefore(year + 1) <= days) {
            year++;
        }
        int dayOfYear = (int) (days - daysBefore(year));
        int month = 1;
        while (month < 12 && daysBefore(year, month + 1) <= dayOfYear) {
            month++;
        }
        StringBuilder out = new StringBuilder(LONGEST);
        digits(out, year, 4).append('-');
        digits(out, month, 2).append('-');
        digits(out, dayOfYear - daysBefore(year, month) + 1, 2).append('T');
        digits(out, ofDay / 3600, 2).append(':');
        digits(out, ofDay / 60 % 60, 2).append(':');
        digits(out, ofDay % 60, 2);
        fraction(out, time.getNano());
        return out.append('Z').toString();
    }

    /** The time; null for a text of any other form, right or wrong. */
    static Instant read(String text) {
        int length = text.length();
        if (length < SHORTEST || length > LONGEST || text.charAt(length - 1) != 'Z' || !hasSeparators(text)) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int nanos = nanos(text, length - 1);
        boolean isDay = year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
        boolean isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        if (!isDay || !isTime || nanos < 0) {
            return null;
        }
        long days = daysBefore(year) + daysBefore(year, month) + day - 1;
        return Instant.ofEpochSecond(days * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second, nanos);
    }

    private static boolean hasSeparators(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    /** -1 when it is not all digits. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static int nanos(String text, int end) {
        if (end == FRACTION_AT - 1) {
            return 0;
        }
        int nanos = text.charAt(FRACTION_AT - 1) == '.' && end > FRACTION_AT ? number(text, FRACTION_AT, end) : -1;
        for (int digits = end - FRACTION_AT; nanos > 0 && digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** None, three, six or nine digits. */
    private static void fraction(StringBuilder out, int nanos) {
        if (nanos == 0) {
            return;
        }
        out.append('.');
        if (nanos % 1_000_000 == 0) {
            digits(out, nanos / 1_000_000, 3);
        } else if (nanos % 1_000 == 0) {
            digits(out, nanos / 1_000, 6);
        } else {
            digits(out, nanos, NANO_DIGITS);
        }
    }

    private static StringBuilder digits(StringBuilder out, int number, int width) {
        int above = 1;
        for (int i = 1; i < width; i++) {
            above *= 10;
        }
        for (int unit = above; unit > 0; unit /= 10) {
            out.append((char) ('0' + number / unit % 10));
        }
        return out;
    }

    /** Days from 1970 to the beginning of a year. */
    private static long daysBefore(int year) {
        long before = year - 1L;
        return (year - 1970) * 365L + (before / 4 - before / 100 + before / 400) - (1969 / 4 - 1969 / 100 + 1969 / 400);
    }

    private static int daysBefore(int year, int month) {
        return DAYS_BEFORE_MONTH[month - 1] + (month > 2 && isLeap(year) ? 1 : 0);
    }

    private static int daysOf(int year, int month) {
        return DAYS_BEFORE_MONTH[month] - DAYS_BEFORE_MONTH[month - 1] + (month == 2 && isLeap(year) ? 1 : 0);
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }
}
