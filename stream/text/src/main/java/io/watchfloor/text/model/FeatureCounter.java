package io.watchfloor.text.model;

import java.util.Arrays;

/**
 * Counts the hashed n-grams of one normalised text. The distinct buckets stand in the order of their first appearance, so
 * that sums over them are the same on every run.
 *
 * <p>One instance per thread: it keeps its tables and allocates nothing once they have grown.
 */
public final class FeatureCounter {
    private static final int WORD_SEED = 0x3C6EF372;
    private static final int PAIR_SEED = 0x5851F42D;

    private final FeatureShape shape;
    private final int shift;
    private int[] slotOfHash;
    private int[] usedHashSlots;
    private int[] buckets;
    private int[] counts;
    private long[] notes;
    private int size;

    /** Counts n-grams of the given shape. */
    public FeatureCounter(FeatureShape shape) {
        this.shape = shape;
        this.shift = FeatureShape.HASH_BITS - shape.bits();
        grow(1 << 10);
    }

    /** Counts the n-grams of a text; the result stands until the next call. */
    public void count(char[] text, int length) {
        reset();
        int perCharacter = shape.longest() - shape.shortest() + (shape.words() ? 3 : 1);
        int most = Math.max(1, length * perCharacter);
        if (most * 2 > slotOfHash.length) {
            grow(Integer.highestOneBit(most * 2 - 1) << 1);
        }
        countCharacters(text, length);
        if (shape.words()) {
            countWords(text, length);
        }
    }

    /** How many distinct buckets the text has. */
    public int size() {
        return size;
    }

    /** The bucket at a position below {@link #size()}. */
    public int bucket(int position) {
        return buckets[position];
    }

    /** How often the bucket at a position occurs in the text. */
    public int occurrences(int position) {
        return counts[position];
    }

    /** Room for a reader's own note on each distinct bucket. */
    long[] notes() {
        return notes;
    }

    private void countCharacters(char[] text, int length) {
        int longest = shape.longest();
        for (int start = 0; start < length; start++) {
            int end = Math.min(length, start + longest);
            int hash = 0;
            for (int i = start; i < end; i++) {
                hash = step(hash, text[i]);
                if (i - start + 1 >= shape.shortest()) {
                    add(finish(hash));
                }
            }
        }
    }

    private void countWords(char[] text, int length) {
        int previous = 0;
        int i = 0;
        while (i < length) {
            int hash = WORD_SEED;
            int start = i;
            while (i < length && isWordCharacter(text[i])) {
                hash = step(hash, text[i++]);
            }
            if (i > start) {
                add(finish(hash));
                if (previous != 0) {
                    add(finish(PAIR_SEED ^ step(previous, (char) 0) * 31 ^ hash));
                }
                previous = hash;
            } else {
                i++;
            }
        }
    }

    private static boolean isWordCharacter(char c) {
        return c == '#' || c == '\'' || Character.isLetterOrDigit(c);
    }

    static int step(int hash, char c) {
        return (hash ^ c) * 0x01000193 + 0x7F4A7C15;
    }

    /** The finalizer of MurmurHash3: every input bit reaches every output bit. */
    static int finish(int hash) {
        int h = hash;
        h = (h ^ (h >>> 16)) * 0x85EBCA6B;
        h = (h ^ (h >>> 13)) * 0xC2B2AE35;
        return h ^ (h >>> 16);
    }

    private void add(int hash) {
        int bucket = hash >>> shift;
        int mask = slotOfHash.length - 1;
        int slot = bucket & mask;
        while (true) {
            int position = slotOfHash[slot];
            if (position < 0) {
                slotOfHash[slot] = size;
                usedHashSlots[size] = slot;
                buckets[size] = bucket;
                counts[size++] = 1;
                return;
            }
            if (buckets[position] == bucket) {
                counts[position]++;
                return;
            }
            slot = (slot + 1) & mask;
        }
    }

    private void reset() {
        for (int i = 0; i < size; i++) {
            slotOfHash[usedHashSlots[i]] = -1;
        }
        size = 0;
    }

    private void grow(int capacity) {
        slotOfHash = new int[capacity];
        Arrays.fill(slotOfHash, -1);
        usedHashSlots = new int[capacity];
        buckets = new int[capacity];
        counts = new int[capacity];
        notes = new long[capacity];
    }
}
