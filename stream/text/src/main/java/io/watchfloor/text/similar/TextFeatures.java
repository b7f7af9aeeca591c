package io.watchfloor.text.similar;

/**
 * The features of a text: pairs of neighbouring Chinese characters; words of Latin letters, and their first five letters
 * so that endings matter less. Punctuation parts, digits are left to {@link NumberMarks}.
 */
final class TextFeatures {
    /** Characters read of one text; who repeats himself for longer says nothing new. */
    static final int LONGEST = 1_000;

    private static final int STEM = 5;
    private static final int SHORTEST_WORD = 2;
    private static final char FIRST_HAN = 0x3400;
    private static final char LAST_HAN = 0x9FFF;

    private int[] buckets = new int[256];
    private int size;
    private int han;
    private int latin;

    /** Reads a text in lower case; the result stands until the next call. */
    void read(String lowerCase) {
        size = 0;
        han = 0;
        latin = 0;
        int end = Math.min(lowerCase.length(), LONGEST);
        int i = 0;
        while (i < end) {
            char c = lowerCase.charAt(i);
            if (isHan(c)) {
                han++;
                if (i + 1 < end && isHan(lowerCase.charAt(i + 1))) {
                    add(mix(mix(17, c), lowerCase.charAt(i + 1)));
                }
                i++;
            } else if (isLatin(c)) {
                i = word(lowerCase, i, end);
            } else {
                i++;
            }
        }
    }

    private int word(String text, int start, int end) {
        int hash = 31;
        int i = start;
        for (; i < end && isLatin(text.charAt(i)); i++) {
            hash = mix(hash, text.charAt(i));
            if (i - start + 1 == STEM) {
                add(hash ^ 0x5BD1E995);
            }
        }
        latin += i - start;
        if (i - start >= SHORTEST_WORD) {
            add(hash);
        }
        return i;
    }

    int size() {
        return size;
    }

    /** The hash of a feature, all 32 bits. */
    int hash(int position) {
        return buckets[position];
    }

    /** Whether most of it is Chinese; a character weighs as much as three letters. */
    boolean isHan() {
        return han > 0 && han * 3 >= latin;
    }

    boolean isLatin() {
        return latin > 0 && !isHan();
    }

    static int bucket(int hash) {
        return hash >>> 16;
    }

    private void add(int hash) {
        if (size == buckets.length) {
            buckets = java.util.Arrays.copyOf(buckets, size * 2);
        }
        buckets[size++] = scramble(hash);
    }

    private static boolean isHan(char c) {
        return c >= FIRST_HAN && c <= LAST_HAN;
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0x24F);
    }

    private static int mix(int hash, char c) {
        return (hash ^ c) * 0x01000193 + 0x7F4A7C15;
    }

    /** The finalizer of MurmurHash3: every input bit reaches every output bit. */
    static int scramble(int hash) {
        int h = hash;
        h = (h ^ (h >>> 16)) * 0x85EBCA6B;
        h = (h ^ (h >>> 13)) * 0xC2B2AE35;
        return h ^ (h >>> 16);
    }
}
