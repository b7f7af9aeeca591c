package io.watchfloor.text.trainer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells whether a text nearly stands among others: most of its n-grams (pairs of Chinese characters, four Latin letters) are in
 * one of them, whatever that one says besides. Signs, spaces and digits make no difference, as with exact copies.
 */
final class NearCopies {
    /** From this share of its n-grams on a text is a near copy. */
    static final double NEAR = 0.6;

    private static final int CHINESE_LENGTH = 2;
    private static final int LATIN_LENGTH = 4;

    private final CorpusReader reader = new CorpusReader();
    private final Map<String, List<Integer>> textsByGram = new HashMap<>();
    private int size;

    /** Adds one of the others. */
    void add(String text) {
        for (String gram : grams(text)) {
            textsByGram.computeIfAbsent(gram, g -> new ArrayList<>(1)).add(size);
        }
        size++;
    }

    /** Whether a text nearly stands in one of them. */
    boolean isNear(String text) {
        return closest(text) >= NEAR;
    }

    /** The share of a text's n-grams that the one which has most of them has, 0 to 1. */
    double closest(String text) {
        List<String> grams = grams(text);
        int[] shared = new int[size];
        for (String gram : grams) {
            textsByGram.getOrDefault(gram, List.of()).forEach(other -> shared[other]++);
        }
        return grams.isEmpty() ? 0 : Arrays.stream(shared).max().orElse(0) / (double) grams.size();
    }

    /** Each once. */
    private List<String> grams(String text) {
        String key = reader.key(text);
        int length = Math.min(key.length(), TypeLabels.isChinese(key) ? CHINESE_LENGTH : LATIN_LENGTH);
        List<String> grams = new ArrayList<>();
        for (int i = 0; i + length <= key.length(); i++) {
            grams.add(key.substring(i, i + length));
        }
        return grams.stream().distinct().toList();
    }
}
