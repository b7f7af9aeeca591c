package io.watchfloor.gateway.redis;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Id of a Redis stream entry, and with it the sequence number a console resumes from.
 *
 * @param millis Redis's clock when it was added, epoch milliseconds
 * @param number place among the entries of that millisecond
 */
public record StreamId(long millis, long number) implements Comparable<StreamId> {
    /** Before every entry. */
    public static final StreamId ZERO = new StreamId(0, 0);

    private static final Pattern FORM = Pattern.compile("\\d{1,18}-\\d{1,18}");

    /** Reads what {@link #toString()} wrote. */
    public static StreamId parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 1) {
            throw new IllegalArgumentException("'" + text + "' is not a stream id");
        }
        return new StreamId(Long.parseLong(text, 0, dash, 10), Long.parseLong(text, dash + 1, text.length(), 10));
    }

    /** The id this text names; empty when it is not one. */
    public static Optional<StreamId> find(String text) {
        if (text == null || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        int dash = text.indexOf('-');
        return Optional.of(
                new StreamId(Long.parseLong(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1))));
    }

    /** Whether it comes later. */
    public boolean isAfter(StreamId other) {
        return compareTo(other) > 0;
    }

    /** The later of the two. */
    public StreamId later(StreamId other) {
        return isAfter(other) ? this : other;
    }

    /** The first id that comes after it. */
    public StreamId next() {
        return new StreamId(millis, number + 1);
    }

    @Override
    public int compareTo(StreamId other) {
        int byTime = Long.compare(millis, other.millis);
        return byTime != 0 ? byTime : Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return millis + "-" + number;
    }
}
