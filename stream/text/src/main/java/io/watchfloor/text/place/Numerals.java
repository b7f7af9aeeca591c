package io.watchfloor.text.place;

/** House numbers as they are written: 128, 一百二十八, 一二八. */
final class Numerals {
    private static final String DIGITS = "零一二三四五六七八九";

    private Numerals() {}

    /** The number; 0 when it is none. */
    static int parse(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Integer.parseInt(written);
        }
        boolean spoken = written.indexOf('十') >= 0 || written.indexOf('百') >= 0;
        int total = 0;
        int digit = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '十' || c == '百') {
                total += Math.max(1, digit) * (c == '十' ? 10 : 100);
                digit = 0;
            } else {
                int value = value(c);
                digit = spoken ? value : digit * 10 + value;
            }
        }
        return total + digit;
    }

    private static int value(char c) {
        return switch (c) {
            case '两' -> 2;
            case '〇' -> 0;
            default -> Math.max(0, DIGITS.indexOf(c));
        };
    }
}
