package io.watchfloor.text.phrase;

import java.util.Collection;

/**
 * Whether a phrase may begin at a place of a text, told by its first two or three characters: a look at small tables spares
 * most places the walk through a large one. It never misses a phrase; now and then it is wrong about a place where none begins.
 */
final class Beginnings {
    private static final int BITS = 18;
    private static final int WORD_BITS = 6;

    /** Pairs that longer phrases begin with or that are phrases. */
    private final long[] pairs = new long[1 << (BITS - WORD_BITS)];

    /** Pairs that are a phrase by themselves. */
    private final long[] wholePairs = new long[1 << (BITS - WORD_BITS)];

    private final long[] triples = new long[1 << (BITS - WORD_BITS)];

    /** First characters that are a phrase by themselves. */
    private final long[] alone = new long[1 << (Character.SIZE - WORD_BITS)];

    Beginnings(Collection<String> phrases) {
        for (String phrase : phrases) {
            if (phrase.length() == 1) {
                set(alone, phrase.charAt(0));
            } else if (phrase.length() > 1) {
                int pair = pair(phrase.charAt(0), phrase.charAt(1));
                set(pairs, hash(pair));
                if (phrase.length() == 2) {
                    set(wholePairs, hash(pair));
                } else {
                    set(triples, hash(triple(pair, phrase.charAt(2))));
                }
            }
        }
    }

    boolean mayBegin(char[] text, int at) {
        char first = text[at];
        if (at + 1 < text.length) {
            int pair = pair(first, text[at + 1]);
            int hash = hash(pair);
            if (isSet(pairs, hash)
                    && (isSet(wholePairs, hash)
                            || (at + 2 < text.length && isSet(triples, hash(triple(pair, text[at + 2])))))) {
                return true;
            }
        }
        return isSet(alone, first);
    }

    private static int pair(char first, char second) {
        return first * 0x9E3779B1 ^ second * 0x85EBCA6B;
    }

    private static int triple(int pair, char third) {
        return (pair ^ third) * 0xC2B2AE35;
    }

    private static int hash(int mixed) {
        return mixed >>> (Integer.SIZE - BITS);
    }

    private static void set(long[] bits, int bit) {
        bits[bit >> WORD_BITS] |= 1L << bit;
    }

    private static boolean isSet(long[] bits, int bit) {
        return (bits[bit >> WORD_BITS] & 1L << bit) != 0;
    }
}
