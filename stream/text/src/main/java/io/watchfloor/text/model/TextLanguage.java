package io.watchfloor.text.model;

/** The language a text is mainly written in, told by its letters alone. */
public enum TextLanguage {
    /** Chinese. */
    ZH,
    /** English, or another language in Latin letters. */
    EN,
    /** Both in one text: neither has four fifths of the weight. */
    MIXED,
    /** No letters of either kind. */
    UNKNOWN;

    private static final int LATIN_LETTERS_PER_HAN = 3;
    private static final double DOMINANT = 0.8;
    private static final char FIRST_HAN = 0x3400;
    private static final char LAST_HAN = 0x9FFF;

    /** Tells the language of normalised text; a Han character weighs as much as three Latin letters. */
    static TextLanguage of(char[] text, int length) {
        int han = 0;
        int latin = 0;
        for (int i = 0; i < length; i++) {
            char c = text[i];
            if (c >= 'a' && c <= 'z') {
                latin++;
            } else if (c >= FIRST_HAN && c <= LAST_HAN) {
                han++;
            }
        }
        int weight = han * LATIN_LETTERS_PER_HAN + latin;
        if (weight == 0) {
            return UNKNOWN;
        }
        double hanShare = (double) han * LATIN_LETTERS_PER_HAN / weight;
        if (hanShare >= DOMINANT) {
            return ZH;
        }
        return hanShare <= 1 - DOMINANT ? EN : MIXED;
    }
}
