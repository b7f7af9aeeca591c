package io.watchfloor.text.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Brings a text into the one form the models were trained on: NFKC, lower case, every digit as 0, a link as one mark, a
 * name after {@code @} left out, spaces kept only between two Latin characters. The words of a segmented Chinese corpus
 * and the same sentence as it was written thus look alike.
 *
 * <p>One instance per thread: it keeps its buffer.
 */
public final class TextNormalizer {
    /** Characters read from one text; the rest of a longer one is not looked at. */
    public static final int LONGEST = 4_000;

    static final char LINK = 1;

    private static final char EXPANDS = 0xFFFF;
    private static final int LONGEST_NAME = 20;
    private static final char FIRST_EAST_ASIAN = 0x2E80;
    private static final Map<Character, char[]> EXPANSIONS = new HashMap<>();
    private static final char[] FOLDED = foldingTable();

    private char[] buffer = new char[256];
    private int length;
    private boolean spacePending;

    /** Normalises a text; the result stands in {@link #chars()} up to {@link #length()} until the next call. */
    public void normalize(String text) {
        String source = hasCombiningMark(text) ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
        int end = Math.min(source.length(), LONGEST);
        length = 0;
        spacePending = false;
        int i = 0;
        while (i < end) {
            char c = source.charAt(i);
            if ((c == 'h' || c == 'H') && startsLink(source, i)) {
                append(LINK);
                i = endOfLink(source, i, end);
            } else if (c == '@' || c == '＠') {
                append('@');
                i = endOfName(source, i + 1, end);
            } else {
                fold(c);
                i++;
            }
        }
    }

    /** The normalised characters; only the first {@link #length()} count. */
    public char[] chars() {
        return buffer;
    }

    /** How many characters the normalised text has. */
    public int length() {
        return length;
    }

    /** The normalised text as a string of its own. */
    public String normalized(String text) {
        normalize(text);
        return new String(buffer, 0, length);
    }

    private void fold(char c) {
        char folded = FOLDED[c];
        if (folded == EXPANDS) {
            for (char part : EXPANSIONS.get(c)) {
                append(part);
            }
        } else {
            append(folded);
        }
    }

    private void append(char c) {
        if (c == ' ') {
            spacePending = length > 0;
            return;
        }
        if (length + 2 > buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        if (spacePending && buffer[length - 1] < FIRST_EAST_ASIAN && c < FIRST_EAST_ASIAN) {
            buffer[length++] = ' ';
        }
        spacePending = false;
        buffer[length++] = c;
    }

    private static boolean startsLink(String text, int at) {
        return text.regionMatches(true, at, "http", 0, 4)
                && (text.startsWith("://", at + 4)
                        || text.startsWith("s://", at + 4)
                        || text.startsWith("S://", at + 4));
    }

    private static int endOfLink(String text, int from, int end) {
        int i = from;
        while (i < end && text.charAt(i) > ' ' && text.charAt(i) < 0x7F) {
            i++;
        }
        return i;
    }

    private static int endOfName(String text, int from, int end) {
        int last = Math.min(end, from + LONGEST_NAME);
        int i = from;
        while (i < last && isNameCharacter(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isNameCharacter(char c) {
        return c == '_' || c == '-' || Character.isLetterOrDigit(c);
    }

    private static boolean hasCombiningMark(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x300 && (c < 0x370 || c == 0x3099 || c == 0x309A)) {
                return true;
            }
        }
        return false;
    }

    private static char[] foldingTable() {
        char[] table = new char[1 << Character.SIZE];
        for (int i = 0; i < table.length; i++) {
            char c = (char) i;
            if (Character.isSurrogate(c)) {
                table[i] = c;
                continue;
            }
            String folded = foldedSlowly(c);
            if (folded.length() == 1 && folded.charAt(0) != EXPANDS) {
                table[i] = folded.charAt(0);
            } else {
                table[i] = EXPANDS;
                EXPANSIONS.put(c, folded.toCharArray());
            }
        }
        return table;
    }

    private static String foldedSlowly(char c) {
        String normal =
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(normal.length());
        normal.chars().forEach(part -> folded.append(foldedPart((char) part)));
        return folded.toString();
    }

    private static char foldedPart(char c) {
        if (Character.isDigit(c)) {
            return '0';
        }
        return Character.isWhitespace(c) || Character.isISOControl(c) || Character.isSpaceChar(c) || c == 0xFEFF
                ? ' '
                : c;
    }
}
