package io.watchfloor.pipeline.warn.rule;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** What a text is made of: pairs of Chinese characters, and words of other scripts. */
final class Grams {
    /** As much of a long text as tells what it is about. */
    private static final int MOST_CHARACTERS = 400;

    private static final int SHORTEST_WORD = 4;

    private Grams() {}

    static Set<String> of(String text) {
        return of(text, MOST_CHARACTERS);
    }

    /** Of so much of the text. */
    static Set<String> of(String text, int mostCharacters) {
        Set<String> grams = new LinkedHashSet<>();
        StringBuilder word = new StringBuilder();
        int before = 0;
        int length = Math.min(text.length(), mostCharacters);
        for (int i = 0; i < length; ) {
            int c = text.codePointAt(i);
            boolean chinese = Character.isIdeographic(c);
            if (chinese && before != 0) {
                grams.add(new String(new int[] {before, c}, 0, 2));
            }
            before = chinese ? c : 0;
            if (!chinese && Character.isLetter(c)) {
                word.appendCodePoint(c);
            } else {
                endWord(word, grams);
            }
            i += Character.charCount(c);
        }
        endWord(word, grams);
        return grams;
    }

    private static void endWord(StringBuilder word, Set<String> grams) {
        if (word.length() >= SHORTEST_WORD) {
            grams.add(word.toString().toLowerCase(Locale.ROOT));
        }
        word.setLength(0);
    }
}
