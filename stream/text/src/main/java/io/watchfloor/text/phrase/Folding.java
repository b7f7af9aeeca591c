package io.watchfloor.text.phrase;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form in which texts and phrases are compared: full width narrowed, lower case, straight apostrophes. It keeps every
 * character in its place, so that what is found in a folded text stands at the same positions in the text as written.
 */
public final class Folding {
    private static final char[] TABLE = table();

    private Folding() {}

    /** The folded text, as long as the text. */
    public static String fold(String text) {
        char[] folded = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char f = TABLE[c];
            if (f != c) {
                if (folded == null) {
                    folded = text.toCharArray();
                }
                folded[i] = f;
            }
        }
        return folded == null ? text : new String(folded);
    }

    /** Whether a phrase found in a folded text is cut out of a longer Latin word or number. */
    static boolean standsAlone(char[] folded, int begin, int end) {
        boolean cutsAtStart = begin > 0 && isLatin(folded[begin]) && isLatin(folded[begin - 1]);
        boolean cutsAtEnd = end < folded.length && isLatin(folded[end - 1]) && isLatin(folded[end]);
        return !cutsAtStart && !cutsAtEnd;
    }

    static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static char[] table() {
        char[] table = new char[1 << Character.SIZE];
        for (int i = 0; i < table.length; i++) {
            table[i] = Character.isSurrogate((char) i) ? (char) i : folded((char) i);
        }
        table['’'] = '\'';
        return table;
    }

    private static char folded(char c) {
        String one =
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return one.length() == 1 ? one.charAt(0) : c;
    }
}
