package io.watchfloor.text.phrase;

import java.util.Collection;

/**
 * Whether a phrase may begin at a place of a text, told by its first two characters: one look at a small table spares most
 * places the walk through a large one. It never misses a phrase; now and then it is wrong about a place where none begins.
 */
final class Beginnings {
    private static final int BITS = 18;
    private static final int WORD_BITS = 6;

    private final long[] pairs = new long[1 << (BITS - WORD_BITS)];

    /** First characters that are a phrase by themselves. */
    private final long[] alone = new long[1 << (Character.SIZE - WORD_BITS)];

    Beginnings(Collection<String> phrases) {
        for (String phrase : phrases) {
            if (phrase.length() == 1) {
                set(alone, phrase.charAt(0));
            } else if (phrase.length() > 1) {
                set(pairs, hash(phrase.charAt(0), phrase.charAt(1)));
            }
        }
    }

    boolean mayBegin(String text, int at) {
        char first = text.charAt(at);
        if (at + 1 < text.length() && isSet(pairs, hash(first, text.charAt(at + 1)))) {
            return true;
        }
        return isSet(alone, first);
    }

    private static int hash(char first, char second) {
        return (first * 0x9E3779B1 ^ second * 0x85EBCA6B) >>> (Integer.SIZE - BITS);
    }

    private static void set(long[] bits, int bit) {
        bits[bit >> WORD_BITS] |= 1L << bit;
    }

    private static boolean isSet(long[] bits, int bit) {
        return (bits[bit >> WORD_BITS] & 1L << bit) != 0;
    }
}
