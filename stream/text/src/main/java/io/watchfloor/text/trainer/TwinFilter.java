package io.watchfloor.text.trainer;

import io.watchfloor.text.model.TextNormalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds segmented texts that are a raw text cut into words: exact comparison misses them because segmentation also dropped
 * words. A twin's longest words stand in the raw text, all but a few.
 */
final class TwinFilter {
    private static final int WORDS = 12;
    private static final int MOST_MISSING = 2;

    private final List<String> raw;

    TwinFilter(List<Example> raw) {
        TextNormalizer normalizer = new TextNormalizer();
        this.raw = raw.stream().map(e -> normalizer.normalized(e.text())).toList();
    }

    /** The segmented texts that are no twin of a raw one. */
    List<Example> withoutTwins(List<Example> segmented) {
        TextNormalizer normalizer = new TextNormalizer();
        return segmented.stream()
                .filter(e -> !hasTwin(longestWords(e.text(), normalizer)))
                .toList();
    }

    private boolean hasTwin(List<String> words) {
        return raw.stream().anyMatch(text -> missing(words, text) <= Math.min(MOST_MISSING, words.size() / 4));
    }

    private static int missing(List<String> words, String text) {
        int missing = 0;
        for (String word : words) {
            if (!text.contains(word) && ++missing > MOST_MISSING) {
                return missing;
            }
        }
        return missing;
    }

    private static List<String> longestWords(String segmented, TextNormalizer normalizer) {
        return Arrays.stream(segmented.split("\\s+"))
                .map(normalizer::normalized)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(WORDS)
                .toList();
    }
}
